package io.github.multicloudcx.core.internal.token;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Excludes other threads and other processes. The lock belongs to the operating system and vanishes with the process that
 * holds it, unlike a protocol of "the lock file exists".
 */
public final class FileLocking {
    private static final long POLL_MILLIS = 20;

    private final Path path;
    private final ReentrantLock threads = new ReentrantLock(true);
    private @Nullable FileChannel parked;

    public FileLocking(Path path) {
        this.path = path;
    }

    /** Waits for the lock. */
    public Held acquire() throws IOException, InterruptedException {
        threads.lockInterruptibly();
        FileChannel channel = null;
        try {
            channel = open();
            return new Held(channel, lock(channel));
        } catch (InterruptedException e) {
            parked = channel;
            threads.unlock();
            throw e;
        } catch (IOException | RuntimeException e) {
            release(channel);
            throw e;
        }
    }

    /**
     * Takes up the channel that did not get the lock last time. It must not have been closed: where locks belong to the
     * process (POSIX), closing any channel of a file gives up the lock that another store of this JVM may hold on it.
     */
    private FileChannel open() throws IOException {
        FileChannel again = parked;
        parked = null;
        return again != null
                ? again
                : FileChannel.open(
                        path,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        TokenFile.ownerOnly(path.resolveSibling(".")));
    }

    /** Polls, because a blocking lock can neither be interrupted cleanly nor be shared by two channels of one JVM. */
    private static FileLock lock(FileChannel channel) throws IOException, InterruptedException {
        while (true) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void release(@Nullable FileChannel channel) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            threads.unlock();
        }
    }

    /** What went wrong with a file, in words. */
    public static String describe(IOException e) {
        String reason = e instanceof FileSystemException named ? named.getReason() : e.getMessage();
        return e.getClass().getSimpleName() + (reason == null ? "" : " (" + reason + ")");
    }

    /** The lock while it is held. */
    public final class Held implements AutoCloseable {
        private final FileChannel channel;
        private final FileLock lock;

        private Held(FileChannel channel, FileLock lock) {
            this.channel = channel;
            this.lock = lock;
        }

        /** Fails when the lock is gone. */
        public void check() {
            if (!lock.isValid()) {
                throw new IllegalStateException("the lock of " + path + " is gone");
            }
        }

        @Override
        public void close() throws IOException {
            release(channel);
        }
    }
}
