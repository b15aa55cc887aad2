package io.github.multicloudcx.core.internal.pipeline;

import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** What a request carries. */
public interface Body {
    /** The body for one attempt, or null for a method without one. */
    @Nullable
    RequestBody open();

    /** Whether {@link #open()} can still deliver everything. */
    boolean available();

    /** The exact bytes when they are in memory, an empty array when there is no body, null when it is streamed. */
    byte @Nullable [] bytes();
}
