package io.github.multicloudcx.udm.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails, neither key nor password nor content is in a message, a cause, a stack trace or a toString. */
class ArchiveSecretsTest {
    private static final String CONTENT = "hunter2";

    @TempDir
    Path directory;

    record Typed(int value, Instant time, List<Integer> numbers) {}

    private static String everything(Throwable failure) {
        assertThat(failure).isNotNull();
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":hunter2}",
                "{\"value\":\"hunter2}",
                "{\"hunter2\":tru}",
                "[\"hunter2\"]",
                "{\"value\":\"hunter2\"}",
                "{\"time\":\"hunter2\"}",
                "{\"numbers\":[1,\"hunter2\"]}",
                "{\"numbers\":{\"hunter2\":1}}",
                "{\"value\":{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":\"hunter2\"}}}}}}",
                "{\"value\":1} hunter2"
            })
    void contentIsNotQuoted(String line) throws IOException {
        Path zip = Files.write(directory.resolve("export.zip"), Zips.of("Contact-1.json", line));
        try (ExportArchive archive = ExportArchive.open(zip).limits(ArchiveLimits.DEFAULT.depth(4))) {
            Throwable failure = catchThrowable(() -> {
                try (Stream<Typed> records = archive.records(Typed.class)) {
                    records.forEach(record -> {});
                }
            });
            assertThat(failure).isInstanceOf(ArchiveException.class);
            assertThat(everything(failure)).doesNotContain(CONTENT);
        }
    }

    @Test
    void theTextOfARecordDoesNotShowIt() throws IOException {
        Path zip = Files.write(directory.resolve("export.zip"), Zips.of("a.json", "{\"value\":\"" + CONTENT + "\"}"));
        try (ExportArchive archive = ExportArchive.open(zip);
                Stream<ExportRecord> records = archive.records()) {
            ExportRecord record = records.findFirst().orElseThrow();
            assertThat(record.text("value")).isEqualTo(CONTENT);
            assertThat(record.toString() + archive).doesNotContain(CONTENT);
        }
    }

    @Test
    void keysAreNotShownWhateverIsWrongWithThem() throws IOException {
        OpenSsl.copy(getClass(), directory, "own.key", "own.pem", "other.pem", "des3.smime");
        Path keyFile = directory.resolve("own.key");
        String text = Files.readString(keyFile);
        DecryptionKey key = DecryptionKey.pem(keyFile, directory.resolve("own.pem"));
        String[] secrets = Stream.concat(
                        text.lines().filter(line -> !line.startsWith("-")),
                        Stream.of(
                                ((RSAPrivateCrtKey) key.privateKey())
                                        .getPrimeP()
                                        .toString(),
                                ((RSAPrivateCrtKey) key.privateKey())
                                        .getPrimeP()
                                        .toString(16)))
                .toArray(String[]::new);
        Path foreign = Files.write(
                directory.resolve("foreign.p7m"), ForeignMessage.of(directory.resolve("other.pem"), Zips.contacts(1)));
        for (Throwable failure : List.of(
                catchThrowable(() -> DecryptionKey.pem(keyFile, directory.resolve("other.pem"))),
                catchThrowable(() -> DecryptionKey.pem(
                        Files.writeString(directory.resolve("cut.key"), text.substring(0, text.length() / 2)), null)),
                catchThrowable(() -> DecryptionKey.pem(
                        Files.writeString(directory.resolve("odd.key"), text.replace('A', 'B')), null)),
                catchThrowable(() -> DecryptionKey.pkcs12(keyFile, "swordfish".toCharArray())),
                catchThrowable(() -> ExportArchive.decrypt(foreign, key).verify()),
                catchThrowable(() -> ExportArchive.decrypt(keyFile, key).verify()))) {
            assertThat(everything(failure)).doesNotContain(secrets).doesNotContain("swordfish");
        }
        assertThat(key.toString()).doesNotContain(secrets);
    }
}
