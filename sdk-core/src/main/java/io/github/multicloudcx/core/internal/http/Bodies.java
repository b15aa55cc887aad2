package io.github.multicloudcx.core.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** Bodies that are streamed from where they are. */
public final class Bodies {
    private static final long CHUNK = 64 * 1024;

    private Bodies() {}

    /** A file, read anew for each attempt. */
    public static RequestBody file(Path path, @Nullable MediaType type) {
        return new RequestBody() {
            @Override
            public @Nullable MediaType contentType() {
                return type;
            }

            @Override
            public long contentLength() throws IOException {
                return local(() -> Files.size(path));
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                try (InputStream in = local(() -> Files.newInputStream(path))) {
                    copy(in, sink);
                }
            }
        };
    }

    /** A stream, which can be sent once; the flag tells that it has been begun. */
    public static RequestBody stream(InputStream in, long length, @Nullable MediaType type, Runnable begun) {
        return new RequestBody() {
            @Override
            public @Nullable MediaType contentType() {
                return type;
            }

            @Override
            public long contentLength() {
                return length;
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                begun.run();
                copy(in, sink);
            }
        };
    }

    private static void copy(InputStream in, BufferedSink sink) throws IOException {
        Source source = Okio.source(in);
        while (local(() -> source.read(sink.getBuffer(), CHUNK)) != -1) {
            sink.emitCompleteSegments();
        }
    }

    private interface LocalRead<T> {
        T read() throws IOException;
    }

    private static <T> T local(LocalRead<T> read) throws IOException {
        try {
            return read.read();
        } catch (IOException e) {
            throw new LocalFileException(e);
        }
    }
}
