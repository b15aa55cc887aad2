/** How received webhooks are read and delivered. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.nexus.internal.webhook;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
