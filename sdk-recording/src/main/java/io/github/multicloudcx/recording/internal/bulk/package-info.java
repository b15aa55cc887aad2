/** How many recordings are done; not exported. */
@CheckReturnValue
@NullMarked
package io.github.multicloudcx.recording.internal.bulk;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
