/** Webhooks that Digital Channels sends. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
