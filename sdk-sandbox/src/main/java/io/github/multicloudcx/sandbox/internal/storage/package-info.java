/** The second origin, which serves presigned links. */
@NullMarked
package io.github.multicloudcx.sandbox.internal.storage;

import org.jspecify.annotations.NullMarked;
