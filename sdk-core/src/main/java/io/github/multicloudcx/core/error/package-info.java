/** What can go wrong: one exception a kind, each with one line that a person can act on. */
@NullMarked
@CheckReturnValue
package io.github.multicloudcx.core.error;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
