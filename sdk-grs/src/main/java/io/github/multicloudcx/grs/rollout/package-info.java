/** Deployments to many targets. */
@CheckReturnValue
@NullMarked
package io.github.multicloudcx.grs.rollout;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
