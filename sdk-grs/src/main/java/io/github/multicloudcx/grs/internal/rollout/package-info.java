/** How rollouts are done; not exported. */
@CheckReturnValue
@NullMarked
package io.github.multicloudcx.grs.internal.rollout;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
