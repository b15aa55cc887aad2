/** Logging without secrets. */
@NullMarked
package io.github.multicloudcx.core.internal.log;

import org.jspecify.annotations.NullMarked;
