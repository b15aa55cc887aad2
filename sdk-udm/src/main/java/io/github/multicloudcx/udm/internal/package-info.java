/** How the clients work; not exported. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
