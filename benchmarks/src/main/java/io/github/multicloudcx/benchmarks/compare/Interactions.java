package io.github.multicloudcx.benchmarks.compare;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Interactions as JSON Lines, made up but the same in every run. Their texts are made of sentences of which some are used more
 * often than others, so that they compress to about a fifth, as JSON Lines with real texts do.
 */
final class Interactions {
    private static final int SENTENCES = 1_500;
    private static final String HEAD =
            "{\"ixnId\":\"%016X\",\"tenantId\":1,\"mediaType\":\"%s\",\"typeId\":\"Inbound\",\"subtypeId\":\"InboundNew\","
                    + "\"status\":3,\"startDate\":\"2026-01-05 08:%02d:%02d.%02d\",\"ownerId\":%d,\"contactId\":\"%012X\","
                    + "\"lang\":\"en\",\"text\":\"";

    private final SplittableRandom random = new SplittableRandom(7);
    private final String[] sentences = new String[SENTENCES];

    Interactions() {
        String[] words = new String[SENTENCES];
        for (int i = 0; i < SENTENCES; i++) {
            words[i] = word();
        }
        for (int i = 0; i < SENTENCES; i++) {
            StringBuilder sentence = new StringBuilder();
            for (int left = 4 + random.nextInt(12); left > 0; left--) {
                sentence.append(often(words)).append(left > 1 ? " " : ". ");
            }
            sentences[i] = sentence.toString();
        }
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int left = 2 + random.nextInt(9); left > 0; left--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    /** The first ones more often than the last ones. */
    private String often(String[] texts) {
        double place = random.nextDouble();
        return texts[(int) (place * place * place * texts.length)];
    }

    /** Writes so many bytes or a little more; how many there are. */
    long write(OutputStream out, long atLeast) throws IOException {
        long written = 0;
        while (written < atLeast) {
            byte[] line = line().getBytes(StandardCharsets.US_ASCII);
            out.write(line);
            written += line.length;
        }
        return written;
    }

    private String line() {
        StringBuilder line = new StringBuilder(String.format(
                HEAD,
                random.nextLong(),
                random.nextInt(3) == 0 ? "chat" : "email",
                random.nextInt(60),
                random.nextInt(60),
                random.nextInt(100),
                random.nextInt(2_000),
                random.nextLong(1L << 48)));
        for (int left = 2 + random.nextInt(40); left > 0; left--) {
            line.append(often(sentences));
        }
        return line.append("\"}\n").toString();
    }
}
