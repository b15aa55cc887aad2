/** Signatures of received webhooks. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.core.webhook;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
