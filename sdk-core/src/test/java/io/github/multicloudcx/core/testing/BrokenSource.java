package io.github.multicloudcx.core.testing;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/** Some bytes, then a failure, and then the end, as if nothing had happened. */
public final class BrokenSource implements Source {
    private final Buffer before = new Buffer();
    private final IOException failure;
    private boolean failed;

    private BrokenSource(String before, IOException failure) {
        this.before.writeUtf8(before);
        this.failure = failure;
    }

    public static BufferedSource after(String before, IOException failure) {
        return Okio.buffer(new BrokenSource(before, failure));
    }

    @Override
    public long read(Buffer sink, long count) throws IOException {
        if (before.exhausted() && !failed) {
            failed = true;
            throw failure;
        }
        return before.read(sink, count);
    }

    @Override
    public Timeout timeout() {
        return Timeout.NONE;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
