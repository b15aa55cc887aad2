package io.github.multicloudcx.udm.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.multicloudcx.core.error.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportArchiveTest {
    @TempDir
    Path directory;

    private ExportArchive archive(String... namesAndContents) throws IOException {
        return ExportArchive.open(Files.write(directory.resolve("export.zip"), Zips.of(namesAndContents)));
    }

    private static List<ExportRecord> all(ExportArchive archive) {
        try (Stream<ExportRecord> records = archive.records()) {
            return records.toList();
        }
    }

    @Test
    void readsLinesObjectsOverSeveralLinesAndArraysOfAllJsonEntries() throws IOException {
        try (ExportArchive archive = archive(
                "lines.json", "\uFEFF{\"a\":1}\n\n{\"a\":2}\r\n",
                "pretty.JSON", "{\n  \"a\": 3\n}\n{\n  \"a\": 4\n}",
                "array.json", "[{\"a\":5},\n{\"a\":6}]\n",
                "empty.json", "",
                "note.txt", "no record",
                "directory.json/", "")) {
            List<ExportRecord> records = all(archive);
            assertThat(records).extracting(record -> record.text("A")).containsExactly("1", "2", "3", "4", "5", "6");
            assertThat(records).extracting(ExportRecord::number).containsExactly(1L, 2L, 1L, 2L, 1L, 2L);
            assertThat(records.get(2).entry()).isEqualTo("pretty.JSON");
            assertThat(archive.verify())
                    .isEqualTo(new ArchiveSummary(6, 6, archive.verify().bytes()));
        }
    }

    @Test
    void fieldsAreFoundWhateverTheirCase() {
        ExportRecord record = record("{\"IXNID\":\"x\",\"n\":7,\"none\":null,\"o\":{\"b\":[1]},\"l\":[true]}");
        assertThat(record.text("ixnId")).isEqualTo("x");
        assertThat(record.text("N")).isEqualTo("7");
        assertThat(record.text("none")).isNull();
        assertThat(record.text("absent")).isNull();
        assertThat(record.text("O")).isEqualTo("{\"b\":[1]}");
        Map<String, Object> fields = record.fields();
        assertThat(fields.get("ixnid")).isEqualTo("x");
        assertThat(fields.get("L")).isEqualTo(List.of(true));
        assertThat(fields).hasSize(5).isUnmodifiable();
        assertThat(record.toString()).isEqualTo("ExportRecord[a.json, 1]");
    }

    private static ExportRecord record(String json) {
        return record("a.json", json);
    }

    private static ExportRecord record(String entry, String json) {
        try {
            return new ExportRecord(entry, 1, new com.fasterxml.jackson.databind.ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Contact(String contactId, Integer tenantId) {}

    @Test
    void recordsBecomeObjectsOfTheCaller() throws IOException {
        try (ExportArchive archive =
                archive("Contact-1.json", "{\"ContactId\":\"a\",\"tenantid\":1,\"more\":2}\n{\"CONTACTID\":\"b\"}\n")) {
            try (Stream<Contact> contacts = archive.records(Contact.class)) {
                assertThat(contacts).containsExactly(new Contact("a", 1), new Contact("b", null));
            }
        }
        assertThatExceptionOfType(CorruptArchiveException.class)
                .isThrownBy(() -> record("{\"tenantId\":\"hunter2\"}").as(Contact.class))
                .withMessage("Record 1 of entry a.json does not fit Contact at field tenantId")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567.891", "1.10", "0.1234567890123456789012345", "1E+400", "-7", "1.5E-7"})
    void numbersStayAsTheyCame(String number) throws IOException {
        try (ExportArchive archive = archive("a.json", "{\"n\":" + number + "}")) {
            ExportRecord record = all(archive).get(0);
            assertThat(record.text("n")).isEqualTo(number);
            assertThat(record.json()).hasToString("{\"n\":" + number + "}");
            assertThat(record.fields().get("n")).hasToString(number);
        }
    }

    @Test
    void timesAreReadInTheZoneThatIsGiven() {
        ExportRecord record = record("{\"startDate\":\"2015-08-05 08:31:20.78\",\"own\":\"2015-08-05T08:31:20+02:00\","
                + "\"blank\":\"\",\"odd\":\"yesterday-secret\"}");
        assertThat(record.instant("STARTDATE")).isEqualTo(Instant.parse("2015-08-05T08:31:20.780Z"));
        assertThat(record.instant("startDate", ZoneId.of("Europe/Paris")))
                .isEqualTo(Instant.parse("2015-08-05T06:31:20.780Z"));
        assertThat(record.instant("own", ZoneId.of("America/New_York")))
                .isEqualTo(Instant.parse("2015-08-05T06:31:20Z"));
        assertThat(record.instant("blank")).isNull();
        assertThat(record.instant("absent")).isNull();
        assertThatExceptionOfType(CorruptArchiveException.class)
                .isThrownBy(() -> record.instant("odd"))
                .withMessageContaining("Field odd of record 1 of entry a.json")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    record Call(Instant startDate, java.time.LocalDateTime endDate, java.time.ZonedDateTime own, Instant none) {}

    @Test
    void timesOfObjectsAreReadInTheZoneThatIsGiven() {
        ExportRecord record = record("{\"STARTDATE\":\"2015-08-05 08:31:20.78\",\"enddate\":\"2015-08-05 09:00:00.1\","
                + "\"own\":\"2015-08-05T08:31:20+02:00\",\"none\":\"\"}");
        ZoneId paris = ZoneId.of("Europe/Paris");
        Call call = record.as(Call.class, paris);
        assertThat(call.startDate()).isEqualTo(Instant.parse("2015-08-05T06:31:20.780Z"));
        assertThat(call.endDate()).isEqualTo(java.time.LocalDateTime.parse("2015-08-05T09:00:00.1"));
        assertThat(call.own()).isEqualTo(Instant.parse("2015-08-05T06:31:20Z").atZone(paris));
        assertThat(call.none()).isNull();
        assertThat(record.as(Call.class).startDate()).isEqualTo(Instant.parse("2015-08-05T08:31:20.780Z"));
        assertThatExceptionOfType(CorruptArchiveException.class)
                .isThrownBy(() -> record("{\"startDate\":\"yesterday-secret\"}").as(Call.class))
                .withMessage("Record 1 of entry a.json does not fit Call at field startDate")
                .withNoCause();
    }

    @Test
    void theKindOfARecordIsReadFromItsEntryOrItsKeys() {
        assertThat(record("Contact-17.json", "{}").entityType()).isEqualTo("Contact");
        assertThat(record("x/Contact-Attachment-17.json", "{}").entityType()).isEqualTo("Contact-Attachment");
        String interaction = "9e8a8383-3a5a-3daf-b958-202614258372.json";
        assertThat(record(interaction, "{\"IXNID\":1}").entityType()).isEqualTo("Interaction");
        assertThat(record(interaction, "{\"EntityId\":1}").entityType()).isEqualTo("Attachment");
        assertThat(record(interaction, "{\"contactid\":1}").entityType()).isEqualTo("Contact");
        assertThat(record("Calls.JSON", "{}").entityType()).isEqualTo("Calls");
        assertThat(record(".json", "{}").entityType()).isEqualTo("Record");
    }

    @Test
    void entriesAreReadInTheirOrderAndMayBeLeftUnread() throws IOException {
        try (ExportArchive archive = archive("a.txt", "first", "b.json", "{}", "c.bin", "third")) {
            List<String> seen = new ArrayList<>();
            archive.forEachEntry(entry -> {
                if (!entry.name().startsWith("a")) {
                    seen.add(entry.name() + " " + entry.json() + " "
                            + new String(entry.content().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                }
            });
            assertThat(seen).containsExactly("b.json true {}", "c.bin false third");
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> archive.forEachEntry(entry -> {
                        throw new IOException("disk full");
                    }))
                    .withMessageContaining("Could not take entry a.txt")
                    .withMessageContaining("disk full");
        }
    }

    @Test
    void extractsAllEntriesAndReplacesFiles() throws IOException {
        Path out = Files.createDirectories(directory.resolve("out"));
        Files.writeString(out.resolve("a.json"), "old");
        Files.writeString(out.resolve("mine.txt"), "stays");
        try (ExportArchive archive = archive("a.json", "{\"a\":1}", "sub/", "", "sub/b.txt", "b")) {
            assertThat(archive.extractTo(out)).containsExactly(out.resolve("a.json"), out.resolve("sub/b.txt"));
            assertThat(out.resolve("a.json")).hasContent("{\"a\":1}");
            assertThat(out.resolve("sub/b.txt")).hasContent("b");
            assertThat(out.resolve("mine.txt")).hasContent("stays");
            assertThat(archive.extractTo(out)).hasSize(2);
        }
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).hasSize(3);
        }
    }

    @Test
    void twoEntriesOfOneNameAreNotExtractedOverEachOther() throws IOException {
        try (ExportArchive archive = archive("a.json", "{}", "A.json", "{}")) {
            assertThatExceptionOfType(CorruptArchiveException.class)
                    .isThrownBy(() -> archive.extractTo(directory.resolve("out")))
                    .withMessageContaining("twice");
            assertThat(directory.resolve("out")).isEmptyDirectory();
        }
    }

    @Test
    void canBeReadAsOftenAsOneLikesAndReportsProgress() throws IOException {
        Path zip = Files.write(directory.resolve("export.zip"), Zips.contacts(20_000));
        List<ArchiveProgress> progress = new ArrayList<>();
        try (ExportArchive archive = ExportArchive.open(zip).onProgress(progress::add)) {
            assertThat(all(archive)).hasSize(20_000);
            assertThat(archive.verify().records()).isEqualTo(20_000);
            long size = Files.size(zip);
            assertThat(progress)
                    .contains(new ArchiveProgress(size, size))
                    .allMatch(step -> step.bytes() <= step.total());
        }
    }

    @Test
    void aStreamThatIsClosedEarlyOrByTheArchiveReadsNoMore() throws IOException {
        Path zip = Files.write(directory.resolve("export.zip"), Zips.contacts(50_000));
        ExportArchive archive = ExportArchive.open(zip);
        try (Stream<ExportRecord> records = archive.records()) {
            assertThat(records.findFirst()).isPresent();
        }
        Iterator<ExportRecord> open = archive.records().iterator();
        assertThat(open.next().number()).isOne();
        archive.limits(ArchiveLimits.DEFAULT).close();
        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> IntStream.range(0, 50_000).forEach(i -> open.next()))
                .withMessageEndingWith("export.zip was closed while it was read");
        assertThatIllegalStateException().isThrownBy(archive::verify).withMessage("The archive is closed");
        assertThatIllegalStateException().isThrownBy(archive::records);
        assertThatIllegalStateException().isThrownBy(() -> archive.decryptTo(directory.resolve("x.zip")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void leavesNoFileOpen() throws IOException {
        Path zip = Files.write(directory.resolve("open-or-not.zip"), Zips.contacts(50_000));
        try (ExportArchive archive = ExportArchive.open(zip)) {
            assertThat(archive.verify().records()).isEqualTo(50_000);
            assertThat(all(archive)).hasSize(50_000);
            try (Stream<ExportRecord> records = archive.records()) {
                assertThat(records.findFirst()).isPresent();
                assertThat(handles("open-or-not.zip")).isOne();
            }
            Iterator<ExportRecord> open = archive.records().iterator();
            assertThat(open.hasNext()).isTrue();
        }
        assertThat(handles("open-or-not.zip")).isZero();
    }

    private static long handles(String name) throws IOException {
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            return handles.filter(handle -> {
                        try {
                            return Files.readSymbolicLink(handle).toString().contains(name);
                        } catch (IOException closedMeanwhile) {
                            return false;
                        }
                    })
                    .count();
        }
    }

    @Test
    void namesItsFiles() throws IOException {
        try (ExportArchive archive = archive("a.json", "{}")) {
            assertThat(archive.toString()).startsWith("ExportArchive[").contains("export.zip");
        }
    }
}
