package io.github.multicloudcx.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.core.testing.TestThreads;
import io.github.multicloudcx.core.testing.TestThreads.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FileTokenStoreTest {
    private static final OAuthToken TOKEN = new OAuthToken(
            "access",
            "refresh",
            "*",
            Instant.parse("2026-01-01T00:00:00.123456789Z"),
            Instant.parse("2026-01-01T12:00:00Z"));

    @TempDir
    private Path directory;

    private Path file;
    private FileTokenStore store;

    @BeforeEach
    void prepare() {
        file = directory.resolve("tokens.json");
        store = new FileTokenStore(file);
    }

    private void keep(String key, OAuthToken token) throws InterruptedException {
        assertThat(store.update(key, kept -> token)).isEqualTo(token);
    }

    @Test
    void aTokenOutlivesTheStoreToTheNanosecond() throws Exception {
        keep("k", TOKEN);

        assertThat(new FileTokenStore(file).load("k")).isEqualTo(TOKEN);
    }

    @Test
    void whatIsKeptUnderOtherKeysStays() throws Exception {
        OAuthToken other = new OAuthToken("other", null, null, Instant.EPOCH, Instant.EPOCH);
        keep("k", TOKEN);
        keep("other", other);

        assertThat(store.load("k")).isEqualTo(TOKEN);
        assertThat(store.load("other")).isEqualTo(other);
        assertThat(store.load("unknown")).isNull();
    }

    @Test
    void aRemovedTokenIsGone() throws Exception {
        keep("k", TOKEN);
        keep("other", TOKEN);

        store.remove("k");

        assertThat(store.load("k")).isNull();
        assertThat(store.load("other")).isEqualTo(TOKEN);
    }

    @Test
    void theFileIsReadableByItsOwnerOnly() throws Exception {
        Files.writeString(file, "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        keep("k", TOKEN);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theFileIsReplacedInOneStepAndNothingElseIsLeft() throws Exception {
        keep("k", TOKEN);
        Object before = Files.readAttributes(file, "unix:ino").get("ino");
        keep("k", TOKEN);

        assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isNotEqualTo(before);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("tokens.json", "tokens.json.lock");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "hello",
                "{\"k\":",
                "{\"k\":null}",
                "{\"k\":{}}",
                "{\"k\":{\"accessToken\":\"access\"}}",
                "{\"k\":{\"accessToken\":\"a\\nb\",\"issuedAt\":\"2026-01-01T00:00:00Z\",\"expiresAt\":\"2026-01-01T00:00:00Z\"}}",
                "{\"k\":{\"accessToken\":\"a\",\"issuedAt\":\"yesterday\",\"expiresAt\":\"2026-01-01T00:00:00Z\"}}",
                "\0\0\0\0\0\0\0\0"
            })
    void aCorruptFileCountsAsEmptyAndIsReplaced(String content) throws Exception {
        Files.writeString(file, content);

        assertThat(store.load("k")).isNull();
        keep("k", TOKEN);
        assertThat(store.load("k")).isEqualTo(TOKEN);
    }

    @Test
    void aFileWithBrokenTextCountsAsEmpty() throws IOException {
        Files.write(file, new byte[] {0, 0, 0, '{', 0x7f, 0x7f, 0x7f, 0x7f});
        assertThat(store.load("k")).isNull();
        Files.write(file, new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
        assertThat(store.load("k")).isNull();
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() throws Exception {
        keep("k", TOKEN);
        Files.writeString(file, Files.readString(file).replace("\"accessToken\"", "\"new\":1,\"accessToken\""));

        assertThat(store.load("k")).isEqualTo(TOKEN);
    }

    @Test
    void aMissingDirectoryIsNamed() {
        Path missing = directory.resolve("missing").resolve("tokens.json");
        FileTokenStore homeless = new FileTokenStore(missing);

        assertThat(homeless.load("k")).isNull();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> homeless.update("k", kept -> TOKEN))
                .withMessage("Could not update the token file " + missing
                        + ": NoSuchFileException; check that its directory exists and is writable")
                .satisfies(failure -> assertThat(failure.fate()).isEqualTo(Fate.NOT_SENT));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> homeless.remove("k"))
                .withMessageContaining(missing.toString());
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Files.createDirectory(file);

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> store.load("k"))
                .withMessageStartingWith("Could not read the token file " + file);
    }

    @Test
    void aRenewalThatFailsChangesNothingAndFreesTheLock() throws Exception {
        keep("k", TOKEN);

        assertThatThrownBy(() -> store.update("k", kept -> {
                    throw new IllegalStateException("no token");
                }))
                .hasMessage("no token");

        Running<OAuthToken> other = TestThreads.start(() -> store.update("k", kept -> kept));
        assertThat(other.result().get()).isEqualTo(TOKEN);
    }

    @Test
    void anInterruptedRemovalSaysSoAndKeepsTheFlag() throws Exception {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> store.remove("k"))
                .withMessageContaining("Interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theFileHoldsTheTokenAndThePrintedStoreDoesNot() throws Exception {
        keep("k", TOKEN);

        assertThat(Files.readString(file, StandardCharsets.UTF_8)).contains("access", "refresh");
        assertThat(store).hasToString("FileTokenStore[" + file + "]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FileTokenStore(null))
                .withMessageContaining("path");
        assertThat(List.of(TOKEN.toString())).noneMatch(text -> text.contains("=access") || text.contains("=refresh"));
    }
}
