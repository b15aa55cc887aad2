/** How the Authentication API is called. */
@NullMarked
package io.github.multicloudcx.auth.internal;

import org.jspecify.annotations.NullMarked;
