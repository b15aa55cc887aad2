/** Rules System: sessions, snapshots, deployments. */
@CheckReturnValue
@NullMarked
package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
