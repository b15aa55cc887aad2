/** Interaction Recording: protection of recordings from deletion. */
@CheckReturnValue
@NullMarked
package io.github.multicloudcx.recording;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
