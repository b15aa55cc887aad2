/** How exports in one call work; not exported. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.udm.internal.export;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
