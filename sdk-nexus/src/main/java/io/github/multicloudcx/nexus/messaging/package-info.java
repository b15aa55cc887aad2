/** Third-party messaging: what is sent to Digital Channels. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.nexus.messaging;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
