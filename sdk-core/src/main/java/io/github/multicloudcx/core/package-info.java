/** The connection, the request language and what both return. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.core;

import org.jspecify.annotations.NullMarked;
