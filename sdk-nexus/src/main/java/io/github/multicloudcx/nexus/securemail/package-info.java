/** Secure email. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.nexus.securemail;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
