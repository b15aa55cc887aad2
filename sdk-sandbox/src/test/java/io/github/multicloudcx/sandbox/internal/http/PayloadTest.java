package io.github.multicloudcx.sandbox.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayloadTest {
    private static final byte[] DIGITS = "0123456789".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private static String text(Payload payload) throws IOException {
        return new String(payload.bytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void is_the_same_from_memory_and_from_disk() throws IOException {
        for (Payload payload : Set.of(Payload.of(DIGITS), Payload.of(Files.write(folder.resolve("a"), DIGITS)))) {
            assertThat(payload.length()).isEqualTo(10);
            assertThat(text(payload)).isEqualTo("0123456789");
            assertThat(text(payload.part(2, 3))).isEqualTo("234");
            assertThat(text(payload.part(2, 6).part(1, 2))).isEqualTo("34");
            assertThat(payload.part(10, 0).bytes()).isEmpty();
        }
    }

    @Test
    void of_a_big_file_passes_through_one_small_piece_of_memory() throws IOException {
        Path file = folder.resolve("big");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100_000_001);
        }
        Set<byte[]> memory = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Boolean> lasts = new ArrayList<>();
        AtomicLong length = new AtomicLong();

        Payload.of(file).sendTo((piece, last) -> {
            memory.add(piece.array());
            length.addAndGet(piece.remaining());
            lasts.add(last);
        });

        assertThat(memory).singleElement().satisfies(piece -> assertThat(piece).hasSizeLessThanOrEqualTo(65_536));
        assertThat(length).hasValue(100_000_001);
        assertThat(lasts).endsWith(true).containsOnlyOnce(true);
    }

    @Test
    void of_a_file_that_became_shorter_cannot_be_sent() throws IOException {
        Path file = Files.write(folder.resolve("a"), DIGITS);
        Payload payload = Payload.of(file);
        Files.write(file, new byte[3]);

        assertThatThrownBy(payload::bytes).isInstanceOf(EOFException.class).hasMessageContaining("became shorter");
    }
}
