/** What the Rules System answers. */
@CheckReturnValue
@NullMarked
package io.github.multicloudcx.grs.model;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
