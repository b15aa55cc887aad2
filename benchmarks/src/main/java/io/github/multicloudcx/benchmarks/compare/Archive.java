package io.github.multicloudcx.benchmarks.compare;

import io.github.multicloudcx.benchmarks.process.JavaProcess;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.archive.ExportArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * W9: decrypts an export and reads all of it, 1 GB of JSON Lines. The floor is {@code openssl cms -decrypt | funzip}, whole
 * processes on both sides, so that ours has to make good for the start of its JVM. {@code funzip} is what comes with {@code
 * unzip} to read from a pipe, which {@code unzip} cannot do; it reads one entry, so there is one, as in exports of Cloud Data
 * Download. Letting {@code openssl} write a file for {@code unzip -p} takes as long. The message is DER of definite length:
 * of the forms that the SDK reads, openssl is the fastest with this one.
 */
final class Archive {
    private static final String NAME = "W9, 64 MB of heap";
    private static final String HEAP = "64m";
    private static final String FLOOR = "floor";
    private static final String OURS = "ours";
    private static final double GOAL = 0.95;
    private static final long BYTES = 1_000_000_000;
    private static final int ROUNDS = 5;

    private Archive() {}

    static void run(Report report) throws IOException, InterruptedException {
        List<String> missing = ExportFile.missingTools();
        if (!missing.isEmpty()) {
            report.add(Row.unmeasured(NAME, OURS, "speed", "no " + String.join(", ", missing), ">= " + GOAL));
            return;
        }
        Path directory = Files.createTempDirectory(Path.of("").toAbsolutePath(), "archive");
        ExportFile file = new ExportFile(directory, 0);
        try {
            file = ExportFile.make(directory, BYTES);
            measure(file, report);
        } finally {
            file.delete();
        }
    }

    private static void measure(ExportFile file, Report report) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                Workload.ARCHIVE_BY_US.name(),
                "",
                file.message().toString(),
                file.key().toString(),
                file.certificate().toString(),
                Long.toString(file.bytes()));
        Map<String, ProcessBuilder> commands = new LinkedHashMap<>();
        commands.put(FLOOR, file.byHand());
        commands.put(OURS, JavaProcess.of(Program.class, HEAP, arguments));
        Programs programs = Programs.run(ROUNDS, commands);
        report.add(Row.atLeast(
                NAME,
                OURS,
                "speed",
                programs.ratio(FLOOR, OURS, "process"),
                speed(file, programs.median(OURS, "process")),
                GOAL));
        report.add(Row.plain(
                NAME,
                OURS,
                "speed without the start of the JVM",
                programs.ratio(FLOOR, "process", OURS, "wall"),
                speed(file, programs.median(OURS, "wall"))));
    }

    private static String speed(ExportFile file, double nanos) {
        return String.format(Locale.ROOT, "%.0f MB/s", file.bytes() / nanos * 1e3);
    }

    /** Arguments: message, key, certificate, bytes of all entries. */
    static void byUs(String[] rest) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long[] bytes = new long[1];
        try (ExportArchive archive =
                ExportArchive.decrypt(Path.of(rest[0]), DecryptionKey.pem(Path.of(rest[1]), Path.of(rest[2])))) {
            archive.forEachEntry(entry -> {
                InputStream content = entry.content();
                for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                    bytes[0] += count;
                }
            });
        }
        if (bytes[0] != Long.parseLong(rest[3])) {
            throw new IOException(bytes[0] + " bytes instead of " + rest[3]);
        }
    }
}
