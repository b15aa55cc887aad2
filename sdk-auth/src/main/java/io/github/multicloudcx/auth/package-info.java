/** The Authentication API ({@code /auth/v3}). {@link io.github.multicloudcx.auth.AuthClient} is where to begin. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.auth;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
