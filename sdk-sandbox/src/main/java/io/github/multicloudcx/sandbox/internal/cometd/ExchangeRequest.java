package io.github.multicloudcx.sandbox.internal.cometd;

import io.github.multicloudcx.sandbox.internal.http.Cookies;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.cometd.server.CometDRequest;
import org.jspecify.annotations.Nullable;

/** A request as CometD wants to see it; its body is there already. */
final class ExchangeRequest implements CometDRequest {
    private final Exchange exchange;
    private final boolean known;
    private final Body body;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();

    /**
     * Wraps a request.
     *
     * @param exchange the request
     * @param known whether it found the node that has its session; CometD sees none of its cookies otherwise
     */
    ExchangeRequest(Exchange exchange, boolean known) {
        this.exchange = exchange;
        this.known = known;
        this.body = new Body(exchange.body());
    }

    @Override
    public String getMethod() {
        return exchange.method();
    }

    @Override
    public String getProtocol() {
        return "HTTP/1.1";
    }

    @Override
    public List<String> getParameterValues(String name) {
        return List.of();
    }

    @Override
    public String getCharacterEncoding() {
        return "UTF-8";
    }

    @Override
    public @Nullable String getCookie(String name) {
        return known ? Cookies.value(exchange, name) : null;
    }

    @Override
    public Input getInput() {
        return body;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    /** Nobody tells the sandbox that a client has gone; its poll ends with the timeout. */
    @Override
    public void addFailureHandler(Consumer<Throwable> handler) {}

    private static final class Body implements Input {
        private final byte[] bytes;
        private boolean read;

        Body(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void demand(Runnable demandCallback) {
            demandCallback.run();
        }

        @Override
        public Chunk read() {
            if (read) {
                return Chunk.EOF;
            }
            read = true;
            return new Whole(ByteBuffer.wrap(bytes));
        }
    }

    private record Whole(ByteBuffer byteBuffer) implements Input.Chunk {
        @Override
        public boolean isLast() {
            return true;
        }

        @Override
        public void release() {}
    }
}
