/** Downloads that resume. */
@NullMarked
package io.github.multicloudcx.core.internal.download;

import org.jspecify.annotations.NullMarked;
