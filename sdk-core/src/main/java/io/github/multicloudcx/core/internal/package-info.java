/** How a client is put together. */
@NullMarked
package io.github.multicloudcx.core.internal;

import org.jspecify.annotations.NullMarked;
