/** The client of the Nexus APIs. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.nexus;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
