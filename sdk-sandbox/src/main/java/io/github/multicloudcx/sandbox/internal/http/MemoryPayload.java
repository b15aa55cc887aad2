package io.github.multicloudcx.sandbox.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes of an array that nobody changes. */
final class MemoryPayload implements Payload {
    private final byte[] bytes;
    private final int from;
    private final int length;

    MemoryPayload(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.from = from;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public Payload part(long offset, long size) {
        return new MemoryPayload(bytes, from + Math.toIntExact(offset), Math.toIntExact(size));
    }

    @Override
    public void sendTo(Sink sink) throws IOException {
        sink.accept(ByteBuffer.wrap(bytes, from, length), true);
    }
}
