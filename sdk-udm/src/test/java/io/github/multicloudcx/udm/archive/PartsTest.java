package io.github.multicloudcx.udm.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports that were split. */
class PartsTest {
    @TempDir
    Path directory;

    private static long records(List<Path> parts) {
        try (ExportArchive archive = ExportArchive.open(parts)) {
            return archive.verify().records();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 1000})
    void slicesOfAnySizeInAnyOrderAreOneZip(int slices) throws IOException {
        byte[] zip = Zips.contacts(500);
        List<Path> parts = Zips.slices(directory, zip, Math.max(1, zip.length / slices));
        Collections.shuffle(parts, new Random(7));
        assertThat(records(parts)).isEqualTo(500);
        try (ExportArchive archive = ExportArchive.open(parts)) {
            assertThat(archive.decryptTo(directory.resolve("whole.zip"))).hasBinaryContent(zip);
        }
    }

    @Test
    void theSevenOfASuffixCountsNothing() throws IOException {
        byte[] zip = Zips.contacts(500);
        List<Path> parts = new ArrayList<>();
        for (Path slice : Zips.slices(directory, zip, zip.length / 11)) {
            String name = slice.getFileName().toString().replace(".zip", ".p7m");
            parts.add(Files.move(slice, directory.resolve(name)));
        }
        Collections.sort(parts);
        assertThat(parts).hasSizeGreaterThan(10);
        assertThat(records(parts)).isEqualTo(500);
        parts.remove(directory.resolve("export-part4.p7m"));
        assertThatExceptionOfType(MissingPartException.class)
                .isThrownBy(() -> records(parts))
                .withMessageContaining("Part 4 is missing before ");
    }

    @Test
    void zipsInEachPartAreReadOneAfterTheOther() throws IOException {
        List<Path> parts = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            parts.add(Files.write(directory.resolve("export-" + i + ".zip"), i == 5 ? Zips.of() : Zips.contacts(i)));
        }
        assertThat(records(parts)).isEqualTo(78 - 5);
        try (ExportArchive archive = ExportArchive.open(parts)) {
            assertThatExceptionOfType(CorruptArchiveException.class)
                    .isThrownBy(() -> archive.decryptTo(directory.resolve("whole.zip")))
                    .withMessageContaining("Each part is a zip of its own");
            assertThat(directory.resolve("whole.zip")).doesNotExist();
        }
    }

    @Test
    void aMissingPartIsNamed() throws IOException {
        List<Path> parts = Zips.slices(directory, Zips.contacts(500), 200);
        assertThat(parts).hasSizeGreaterThan(4);
        assertThatExceptionOfType(MissingPartException.class)
                .isThrownBy(() -> records(without(parts, 2)))
                .withMessageContaining("Part 3 is missing before ")
                .withMessageContaining("part4.zip");
        assertThatExceptionOfType(MissingPartException.class)
                .isThrownBy(() -> records(parts.subList(2, parts.size())))
                .withMessageContaining("Part 1 to 2 is missing");
        assertThatExceptionOfType(TruncatedArchiveException.class)
                .isThrownBy(() -> records(parts.subList(0, parts.size() - 1)))
                .withMessageContaining("part");
        assertThatExceptionOfType(MissingPartException.class)
                .isThrownBy(() -> records(List.of(directory.resolve("none.zip"))))
                .withMessageContaining("none.zip is not there");
    }

    private static List<Path> without(List<Path> parts, int index) {
        List<Path> left = new ArrayList<>(parts);
        left.remove(index);
        return left;
    }

    @Test
    void aPartThatIsGivenTwiceIsNamed() throws IOException {
        List<Path> parts = Zips.slices(directory, Zips.contacts(500), 200);
        List<Path> twice = new ArrayList<>(parts);
        twice.add(directory.resolve("sub/../" + parts.get(0).getFileName()));
        assertThatExceptionOfType(MissingPartException.class).isThrownBy(() -> records(twice));
        Files.createDirectories(directory.resolve("sub"));
        assertThatExceptionOfType(DuplicatePartException.class)
                .isThrownBy(() -> records(twice))
                .withMessageContaining("was given twice");

        Path renamed = Files.copy(parts.get(1), directory.resolve("export-part02.zip"));
        List<Path> numbered = new ArrayList<>(parts);
        numbered.add(renamed);
        assertThatExceptionOfType(DuplicatePartException.class)
                .isThrownBy(() -> records(numbered))
                .withMessageContaining("Part 2 was given twice");
    }

    @Test
    void aCopyUnderAnotherNameIsNoticed() throws IOException {
        Path first = Files.write(directory.resolve("ant.zip"), Zips.contacts(10));
        Path copy = Files.copy(first, directory.resolve("bee.zip"));
        assertThatExceptionOfType(DuplicatePartException.class)
                .isThrownBy(() -> records(List.of(first, copy)))
                .withMessageContaining("bee.zip is the same as ");

        OpenSsl.copy(getClass(), directory, "own.p12", "gcm.smime");
        Path encrypted = Files.copy(directory.resolve("gcm.smime"), directory.resolve("copy.smime"));
        DecryptionKey key = DecryptionKey.pkcs12(directory.resolve("own.p12"), "secret".toCharArray());
        assertThatExceptionOfType(DuplicatePartException.class)
                .isThrownBy(() -> ExportArchive.decrypt(List.of(directory.resolve("gcm.smime"), encrypted), key));
    }

    @Test
    void withoutNumbersTheGivenOrderHolds() throws IOException {
        byte[] zip = Zips.contacts(100);
        Path first = Files.write(directory.resolve("zebra"), java.util.Arrays.copyOf(zip, 100));
        Path second = Files.write(directory.resolve("ant"), java.util.Arrays.copyOfRange(zip, 100, zip.length));
        assertThat(records(List.of(first, second))).isEqualTo(100);
        assertThatExceptionOfType(ArchiveException.class).isThrownBy(() -> records(List.of(second, first)));
    }

    @Test
    void noPartsAreWrongUse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExportArchive.open(List.of()))
                .withMessageContaining("parts");
    }
}
