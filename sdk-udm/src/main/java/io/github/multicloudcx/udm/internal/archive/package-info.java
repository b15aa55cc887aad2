/** How archives are opened; not exported. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
