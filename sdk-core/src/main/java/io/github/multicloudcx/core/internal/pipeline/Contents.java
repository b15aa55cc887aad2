package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.internal.check.Require;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The kinds of {@link Body}. */
public final class Contents {
    private static final Set<String> WANT_A_BODY = Set.of("POST", "PUT", "PATCH");
    private static final byte[] NOTHING = {};
    private static final Body EMPTY = new Fixed(RequestBody.create(NOTHING, null));
    private static final Body NONE = new Fixed(null);

    private Contents() {}

    /** No content; methods that want a body get an empty one. */
    public static Body none(String method) {
        return WANT_A_BODY.contains(method) ? EMPTY : NONE;
    }

    /** Bytes in memory. */
    public static Body bytes(byte[] content, MediaType type) {
        return new Bytes(content, type);
    }

    /** A URL-encoded form. */
    public static Body form(Map<String, String> fields) {
        FormBody.Builder form = new FormBody.Builder();
        fields.forEach((name, value) -> form.add(Require.text(name, "name of a field"), Require.present(value, name)));
        FormBody body = form.build();
        Buffer buffer = new Buffer();
        try {
            body.writeTo(buffer);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return bytes(buffer.readByteArray(), body.contentType());
    }

    /** Something that is streamed. */
    public static Body streamed(Supplier<RequestBody> open, BooleanSupplier available) {
        return new Streamed(open, available);
    }

    private record Bytes(byte[] bytes, MediaType type) implements Body {
        @Override
        public RequestBody open() {
            return RequestBody.create(bytes, type);
        }

        @Override
        public boolean available() {
            return true;
        }
    }

    private record Fixed(@Nullable RequestBody open) implements Body {
        @Override
        public boolean available() {
            return true;
        }

        @Override
        public byte[] bytes() {
            return NOTHING;
        }
    }

    private record Streamed(Supplier<RequestBody> opener, BooleanSupplier left) implements Body {
        @Override
        public RequestBody open() {
            return opener.get();
        }

        @Override
        public boolean available() {
            return left.getAsBoolean();
        }

        @Override
        public byte @Nullable [] bytes() {
            return null;
        }
    }
}
