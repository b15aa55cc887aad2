package io.github.multicloudcx.udm.internal.export;

import io.github.multicloudcx.core.CanIgnoreReturnValue;
import io.github.multicloudcx.udm.export.ExportStateException;
import io.github.multicloudcx.udm.internal.LocalFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second run of an export out. Against other processes it holds a lock of the operating system, which vanishes
 * with the process; the empty file stays, because deleting it would let two runs lock two files of one name. Where locks
 * belong to the process (POSIX), closing any channel of that file gives up the lock of the run that holds it. So runs of
 * this client are kept out before they open it, and a channel that met a run of another client of this JVM is kept open.
 */
public final class RunLocks {
    private final Set<Path> held = ConcurrentHashMap.newKeySet();
    private final Map<Path, FileChannel> parked = new ConcurrentHashMap<>();

    /** Does something that no other run does at the same time. */
    @CanIgnoreReturnValue
    <T extends @Nullable Object> T alone(Path stateFile, Supplier<T> work) {
        Path path = stateFile.toAbsolutePath().normalize();
        path = path.resolveSibling(path.getFileName() + ".lock");
        if (!held.add(path)) {
            throw busy(path, stateFile);
        }
        try {
            FileChannel channel = locked(path, stateFile);
            try (channel) {
                return work.get();
            }
        } catch (IOException e) {
            throw LocalFiles.failed("lock " + path, e, "check the rights of its directory");
        } finally {
            held.remove(path);
        }
    }

    private FileChannel locked(Path path, Path stateFile) throws IOException {
        FileChannel again = parked.remove(path);
        FileChannel channel =
                again != null ? again : FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ofAnotherClient) {
            parked.put(path, channel);
            throw busy(path, stateFile);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw busy(path, stateFile);
    }

    private static ExportStateException busy(Path lock, Path stateFile) {
        return new ExportStateException(
                "Another run is at this export (it holds " + lock + "); wait for it, or take another name",
                null,
                stateFile);
    }
}
