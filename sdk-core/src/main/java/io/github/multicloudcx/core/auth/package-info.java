/** Credentials, OAuth tokens and where they are kept. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.core.auth;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
