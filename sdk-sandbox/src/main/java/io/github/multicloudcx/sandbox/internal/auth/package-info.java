/** The authentication service. */
@NullMarked
package io.github.multicloudcx.sandbox.internal.auth;

import org.jspecify.annotations.NullMarked;
