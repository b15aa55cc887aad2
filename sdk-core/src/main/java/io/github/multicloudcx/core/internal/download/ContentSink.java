package io.github.multicloudcx.core.internal.download;

import org.jspecify.annotations.Nullable;

/** Where content goes. Failures are {@link io.github.multicloudcx.core.error.StorageException}s. */
interface ContentSink extends AutoCloseable {
    /** Where it is, for errors. */
    String place();

    /** How much is there. */
    long size();

    /** The strong ETag of what is there, or null when it cannot be continued. */
    @Nullable
    String etag();

    /** Begins anew with content of this identity. */
    void restart(@Nullable String etag);

    void write(byte[] bytes, int length);

    /** Everything is there. */
    void finish();

    /** Lets go; what is there stays for another run unless it was finished. */
    @Override
    void close();
}
