package io.github.multicloudcx.core.internal.pipeline;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;

/** Writes a body to whoever signs it, before it is sent. A large file takes its time, so that the call may end meanwhile. */
final class SignedBody {
    private SignedBody() {}

    static void write(Run run, OutputStream sink, BooleanSupplier closed) throws IOException {
        byte[] bytes = run.spec.body().bytes();
        if (bytes != null) {
            sink.write(bytes);
            return;
        }
        RequestBody body = run.spec.body().open();
        if (body == null) {
            return;
        }
        if (body.isOneShot()) {
            throw new IllegalStateException(
                    "A stream can be read once only, and a signature goes ahead of what is signed; give a file or bytes");
        }
        BufferedSink buffered = Okio.buffer(Okio.sink(new Guarded(run, sink, closed)));
        body.writeTo(buffered);
        buffered.flush();
    }

    /** Stops when the call has ended. */
    private static final class Guarded extends FilterOutputStream {
        private final Run run;
        private final BooleanSupplier closed;

        private Guarded(Run run, OutputStream sink, BooleanSupplier closed) {
            super(sink);
            this.run = run;
            this.closed = closed;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (closed.getAsBoolean() || Thread.currentThread().isInterrupted() || run.deadline.passed()) {
                throw new InterruptedIOException("the call has ended");
            }
            out.write(bytes, offset, length);
        }
    }
}
