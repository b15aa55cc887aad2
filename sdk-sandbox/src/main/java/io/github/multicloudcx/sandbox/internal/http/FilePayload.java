package io.github.multicloudcx.sandbox.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes of a file, of which never more than a small piece is in memory. */
final class FilePayload implements Payload {
    private static final int PIECE = 65_536;

    private final Path file;
    private final long from;
    private final long length;

    FilePayload(Path file, long from, long length) {
        this.file = file;
        this.from = from;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public Payload part(long offset, long size) {
        return new FilePayload(file, from + offset, size);
    }

    @Override
    public void sendTo(Sink sink) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, length));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(from);
            long left = length;
            do {
                fill(piece.clear().limit((int) Math.min(piece.capacity(), left)), channel);
                left -= piece.remaining();
                sink.accept(piece, left == 0);
            } while (left > 0);
        }
    }

    private void fill(ByteBuffer piece, FileChannel channel) throws IOException {
        while (piece.hasRemaining()) {
            if (channel.read(piece) < 0) {
                throw new EOFException(file + " became shorter while it was served");
            }
        }
        piece.flip();
    }
}
