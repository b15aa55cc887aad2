/** Changes to what others change too: optimistic locking, and changes to JSON that can be made anew on a newer state. */
@CheckReturnValue
@NullMarked
package io.github.multicloudcx.core.update;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
