package io.github.multicloudcx.recording.internal.bulk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/**
 * Keeps other runs from a result file. The lock is on a file of its own beside it, which stays: a lock on a file that is
 * replaced would be worth nothing, and would keep people from reading it on some systems.
 */
final class ResultLock implements AutoCloseable {
    private final RandomAccessFile file;

    private ResultLock(RandomAccessFile file) {
        this.file = file;
    }

    static ResultLock of(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(
                path.resolveSibling(path.getFileName() + ".lock").toFile(), "rw");
        boolean interrupted = Thread.interrupted(); // which would close the channel
        try {
            if (file.getChannel().tryLock() != null) {
                return new ResultLock(file);
            }
        } catch (OverlappingFileLockException e) {
            // by this very process
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        file.close();
        throw new IllegalStateException("The result file " + path + " is used by another run; wait for it");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
