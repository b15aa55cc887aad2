/** How it is done; not exported. */
@CheckReturnValue
@NullMarked
package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
