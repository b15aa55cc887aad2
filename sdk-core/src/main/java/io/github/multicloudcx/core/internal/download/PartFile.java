package io.github.multicloudcx.core.internal.download;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.core.internal.token.FileLocking;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** {@code name.part}, with its ETag beside it in {@code name.part.etag}, until it is complete and becomes {@code name}. */
final class PartFile implements ContentSink {
    private static final int BUFFER = 64 * 1024;

    private final Path target;
    private final Path part;
    private final Path tag;
    private final FileChannel channel;
    private final @Nullable MessageDigest digest;
    private @Nullable String etag;
    private long size;

    private PartFile(Path target, Path part, Path tag, FileChannel channel, @Nullable MessageDigest digest) {
        this.target = target;
        this.part = part;
        this.tag = tag;
        this.channel = channel;
        this.digest = digest;
    }

    /** Opens what an earlier run left, or a new one. */
    static PartFile open(Path target, @Nullable MessageDigest digest) {
        Path part = beside(target, ".part");
        try {
            FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new PartFile(target, part, beside(target, ".part.etag"), channel, digest).begun();
        } catch (IOException e) {
            throw failed("open " + part, e, "check that the directory exists and is writable");
        }
    }

    private static Path beside(Path target, String suffix) {
        return target.resolveSibling(target.getFileName() + suffix);
    }

    private PartFile begun() throws IOException {
        try {
            lock();
            pickUp();
            return this;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The lock goes with the channel. */
    private void lock() throws IOException {
        boolean mine;
        try {
            mine = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            mine = false;
        }
        if (!mine) {
            throw failed("lock " + part, new IOException("somebody else is downloading to it"), "wait for the other");
        }
    }

    private void pickUp() throws IOException {
        etag = Files.exists(tag) ? Files.readString(tag).trim() : null;
        if (etag == null || etag.isEmpty()) {
            restart(null);
            return;
        }
        size = channel.size();
        channel.position(size);
        if (digest != null) {
            digestExisting(digest);
        }
    }

    private void digestExisting(MessageDigest sum) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long position = 0;
        while (position < size) {
            int length = channel.read(buffer.clear(), position);
            if (length < 0) {
                throw new EOFException("it shrank while it was read");
            }
            position += length;
            sum.update(buffer.flip());
        }
    }

    @Override
    public String place() {
        return target.toString();
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
        try {
            Files.deleteIfExists(tag);
            channel.truncate(0);
            channel.position(0);
            size = 0;
            etag = identity;
            if (digest != null) {
                digest.reset();
            }
            if (identity != null) {
                Files.write(tag, identity.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw failed("write " + part, e, "free space or check its rights, and run again");
        }
    }

    @Override
    public void write(byte[] bytes, int length) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        try {
            while (buffer.hasRemaining()) {
                size += channel.write(buffer);
            }
        } catch (IOException e) {
            throw failed(
                    "write " + part, e, "free space or check its rights, and run again; " + size + " bytes are kept");
        }
        if (digest != null) {
            digest.update(bytes, 0, length);
        }
    }

    @Override
    public void finish() {
        try {
            channel.force(true);
            channel.close();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(tag);
        } catch (IOException e) {
            throw failed("move " + part + " to " + target.getFileName(), e, "check its rights, and run again");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (size == 0) {
                Files.deleteIfExists(part);
                Files.deleteIfExists(tag);
            }
        } catch (IOException e) {
            throw failed("close " + part, e, "check the disk");
        }
    }

    private static StorageException failed(String what, IOException e, String advice) {
        return new StorageException(
                "Could not " + what + ": " + FileLocking.describe(e) + "; " + advice,
                e,
                new ErrorContext(Fate.NOT_SENT));
    }
}
