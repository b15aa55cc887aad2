package io.github.multicloudcx.core.internal.download;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.DownloadException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.StorageException;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A stream of the caller, from which nothing can be taken back. */
final class StreamSink implements ContentSink {
    private final OutputStream stream;
    private @Nullable String etag;
    private long size;

    StreamSink(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public String place() {
        return "a stream";
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public @Nullable String etag() {
        return etag;
    }

    @Override
    public void restart(@Nullable String identity) {
        if (size > 0) {
            throw new DownloadException(
                    "The download broke after " + size + " bytes and cannot be resumed: the content changed or has no "
                            + "strong ETag; begin again with an empty stream",
                    null,
                    new ErrorContext(Fate.REJECTED));
        }
        etag = identity;
    }

    @Override
    public void write(byte[] bytes, int length) {
        try {
            stream.write(bytes, 0, length);
            size += length;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void finish() {
        try {
            stream.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private StorageException failed(IOException e) {
        return new StorageException(
                "Could not write to the stream after " + size + " bytes: "
                        + e.getClass().getSimpleName(),
                e,
                new ErrorContext(Fate.REJECTED));
    }

    @Override
    public void close() {}
}
