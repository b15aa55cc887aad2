package io.github.multicloudcx.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.core.testing.OtherJvm;
import io.github.multicloudcx.core.testing.TestThreads;
import io.github.multicloudcx.core.testing.TestThreads.Running;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileLockingTest {
    @TempDir
    private Path directory;

    private FileLocking locking() {
        return new FileLocking(directory.resolve("lock"));
    }

    private boolean freeForOthers() throws Exception {
        Process other = OtherJvm.start(
                CountingMain.class, "probe", directory.resolve("lock").toString());
        return other.waitFor() == 10;
    }

    @Test
    void anotherProcessIsKeptOutWhileTheLockIsHeld() throws Exception {
        try (FileLocking.Held held = locking().acquire()) {
            held.check();
            assertThat(freeForOthers()).isFalse();
        }
        assertThat(freeForOthers()).isTrue();
    }

    @Test
    void aWaiterThatGivesUpDoesNotTakeTheLockFromItsHolder() throws Exception {
        FileLocking waiting = locking();
        try (FileLocking.Held held = locking().acquire()) {
            Running<FileLocking.Held> waiter = TestThreads.start(waiting::acquire);
            waiter.awaitWaiting();
            waiter.thread().interrupt();
            assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                    .isThrownBy(() -> waiter.result().get())
                    .withCauseInstanceOf(InterruptedException.class);

            assertThat(freeForOthers()).isFalse();
            held.check();
        }
        try (FileLocking.Held held = waiting.acquire()) {
            held.check();
            assertThat(freeForOthers()).isFalse();
        }
        assertThat(freeForOthers()).isTrue();
    }

    @Test
    void aSecondThreadWaitsUntilTheLockIsReleased() throws Exception {
        FileLocking locking = locking();
        Running<Boolean> waiter;
        try (FileLocking.Held held = locking.acquire()) {
            waiter = TestThreads.start(() -> {
                try (FileLocking.Held mine = locking.acquire()) {
                    mine.check();
                    return true;
                }
            });
            waiter.awaitWaiting();
            held.check();
            assertThat(waiter.result().isDone()).isFalse();
        }
        assertThat(waiter.result().get()).isTrue();
    }

    @Test
    void theLockFileBelongsToItsOwnerOnly() throws Exception {
        try (FileLocking.Held held = locking().acquire()) {
            held.check();
            Path file = directory.resolve("lock");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFailedAcquisitionLeavesNothingLocked() throws Exception {
        Path missing = directory.resolve("missing");
        FileLocking locking = new FileLocking(missing.resolve("lock"));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(locking::acquire);

        Files.createDirectory(missing);
        Running<Boolean> other = TestThreads.start(() -> {
            try (FileLocking.Held held = locking.acquire()) {
                held.check();
                return true;
            }
        });
        assertThat(other.result().get()).isTrue();
    }

    @Test
    void failuresAreDescribedByTypeAndReason() {
        assertThat(FileLocking.describe(new AccessDeniedException("/x", null, "no rights")))
                .isEqualTo("AccessDeniedException (no rights)");
        assertThat(FileLocking.describe(new NoSuchFileException("/x"))).isEqualTo("NoSuchFileException");
        assertThat(FileLocking.describe(new IOException("disk full"))).isEqualTo("IOException (disk full)");
    }
}
