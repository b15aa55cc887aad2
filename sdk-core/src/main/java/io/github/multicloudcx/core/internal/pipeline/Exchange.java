package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.internal.http.CxHeaders;
import io.github.multicloudcx.core.internal.http.Watcher;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** An answer whose body is still to be read, and the watch over it. Whoever holds it closes it. */
public final class Exchange implements AutoCloseable {
    private final Response response;
    private final Watcher.Watch watch;
    private final boolean keepsText;

    /**
     * Made for one answer.
     *
     * @param response the answer
     * @param watch the watch over it
     * @param keepsText whether somebody wants to see its text, beside the value that is made of it
     */
    Exchange(Response response, Watcher.Watch watch, boolean keepsText) {
        this.response = response;
        this.watch = watch;
        this.keepsText = keepsText;
    }

    boolean keepsText() {
        return keepsText;
    }

    /** How many bytes the body has, or -1. */
    long length() {
        return response.body().contentLength();
    }

    public int status() {
        return response.code();
    }

    public Response response() {
        return response;
    }

    public Map<String, List<String>> headers() {
        return CxHeaders.map(response.headers());
    }

    public String header(String name) {
        String value = response.header(name);
        return value == null ? "" : value;
    }

    @Nullable
    String first(String name) {
        List<String> values = response.headers().values(name);
        return values.isEmpty() ? null : values.get(0);
    }

    public BufferedSource source() {
        return response.body().source();
    }

    /** Lifts the deadline and binds the reading to the calling thread. */
    public void bodyReadHere() {
        watch.bodyReadHere();
    }

    /** The body up to a limit; one byte more tells that there was more. */
    byte[] bytes(long limit) throws IOException {
        Buffer buffer = new Buffer();
        BufferedSource source = source();
        long most = limit == Long.MAX_VALUE ? limit : limit + 1;
        long read = 0;
        while (read != -1 && buffer.size() < most) {
            read = source.read(buffer, most - buffer.size());
        }
        return buffer.readByteArray();
    }

    @Override
    public void close() {
        watch.close();
        response.close();
    }
}
