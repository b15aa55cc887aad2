package io.github.multicloudcx.sandbox.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes to be sent, in memory or on disk. Immutable. */
public interface Payload {
    /** Takes a payload piece by piece. */
    @FunctionalInterface
    interface Sink {
        /** A piece may be overwritten when this returns, unless it is the last one. */
        void accept(ByteBuffer piece, boolean last) throws IOException;
    }

    long length();

    /** Some of the bytes; the range lies within. */
    Payload part(long from, long length);

    /** Hands over all bytes, in one piece at least. */
    void sendTo(Sink sink) throws IOException;

    /** All bytes at once. */
    default byte[] bytes() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(Math.toIntExact(length()));
        sendTo((piece, last) -> all.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining()));
        return all.toByteArray();
    }

    static Payload of(byte[] bytes) {
        return new MemoryPayload(bytes, 0, bytes.length);
    }

    static Payload of(Path file) throws IOException {
        return new FilePayload(file, 0, Files.size(file));
    }
}
