/** What a client tells of its calls while they run; metrics, traces and audit logs hang on it. */
@CheckReturnValue
@NullMarked
package io.github.multicloudcx.core.event;

import io.github.multicloudcx.core.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
