/** Many recordings at a time. */
@CheckReturnValue
@NullMarked
package io.github.multicloudcx.recording.bulk;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
