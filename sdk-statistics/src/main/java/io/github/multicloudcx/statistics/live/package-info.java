/** Live updates of statistics, and how well they can be trusted at this moment. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.statistics.live;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
