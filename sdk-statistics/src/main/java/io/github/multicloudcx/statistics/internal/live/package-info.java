/** How live updates are kept alive. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
