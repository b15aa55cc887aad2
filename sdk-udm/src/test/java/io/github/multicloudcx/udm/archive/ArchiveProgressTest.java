package io.github.multicloudcx.udm.archive;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a listener throws ends the pass as it is, and is not taken for damage. */
class ArchiveProgressTest {
    private static final byte[] ZIP = Zips.contacts(300_000);
    private static final int REPORTS = 4;

    @TempDir
    Path directory;

    private Path encrypted;
    private DecryptionKey key;

    @BeforeEach
    void encrypt() throws IOException {
        OpenSsl.copy(getClass(), directory, "own.key", "own.pem");
        key = DecryptionKey.pem(directory.resolve("own.key"), directory.resolve("own.pem"));
        encrypted = Files.write(directory.resolve("export.p7m"), ForeignMessage.of(directory.resolve("own.pem"), ZIP));
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("mine"), new IllegalArgumentException("mine"), new AssertionError("mine"));
    }

    private ExportArchive failing(Throwable failure, int report) {
        AtomicInteger reports = new AtomicInteger();
        return ExportArchive.decrypt(encrypted, key).onProgress(progress -> {
            if (reports.incrementAndGet() == report) {
                throwAsItIs(failure);
            }
        });
    }

    private static void throwAsItIs(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverItThrowsComesOut(Throwable failure) {
        for (int report = 1; report <= REPORTS; report++) {
            int at = report;
            assertThatThrownBy(() -> failing(failure, at).verify()).isSameAs(failure);
            assertThatThrownBy(() -> failing(failure, at).extractTo(directory.resolve("out")))
                    .isSameAs(failure);
            assertThatThrownBy(() -> failing(failure, at).decryptTo(directory.resolve("plain.zip")))
                    .isSameAs(failure);
            assertThatThrownBy(() -> {
                        try (Stream<ExportRecord> records = failing(failure, at).records()) {
                            records.forEach(record -> {});
                        }
                    })
                    .isSameAs(failure);
        }
    }

    @Test
    void anArchiveThatIsClosedByItsListenerSaysSo() {
        ExportArchive archive = ExportArchive.decrypt(encrypted, key);
        ExportArchive listening = archive.onProgress(progress -> archive.close());
        assertThatThrownBy(listening::verify)
                .isInstanceOf(ArchiveException.class)
                .hasMessageEndingWith("export.p7m was closed while it was read");
    }
}
