/** The client of the Statistics API. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.statistics;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
