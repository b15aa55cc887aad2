/** How the client works; not exported. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
