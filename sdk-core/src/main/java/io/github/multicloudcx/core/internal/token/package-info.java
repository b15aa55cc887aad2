/** The life of an OAuth token. */
@NullMarked
package io.github.multicloudcx.core.internal.token;

import org.jspecify.annotations.NullMarked;
