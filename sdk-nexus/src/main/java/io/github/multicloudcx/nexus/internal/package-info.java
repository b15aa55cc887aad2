/** How the client is made. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.nexus.internal;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
