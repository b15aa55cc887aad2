/** Reading and writing JSON, whole and as a stream. */
@NullMarked
package io.github.multicloudcx.core.internal.json;

import org.jspecify.annotations.NullMarked;
