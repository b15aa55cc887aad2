package io.github.multicloudcx.benchmarks.compare;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An export in a directory: a zip with one entry of interactions in an encrypted message, with a key made for it. */
record ExportFile(Path directory, long bytes) {
    /** What is needed to make it, and to read it without Java; funzip is the part of unzip that reads from a pipe. */
    private static final List<String> TOOLS = List.of("sh", "openssl", "funzip");

    /** The tools that are not on this machine. */
    static List<String> missingTools() {
        String path = System.getenv().getOrDefault("PATH", "");
        return TOOLS.stream()
                .filter(tool -> Stream.of(path.split(File.pathSeparator))
                        .map(directory -> Path.of(directory, tool))
                        .noneMatch(Files::isExecutable))
                .toList();
    }

    /** Makes one whose entry has about so many bytes. */
    static ExportFile make(Path directory, long bytes) throws IOException, InterruptedException {
        Path zip = directory.resolve("export.zip");
        long written;
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(zip), 1 << 16);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("Interaction-1234567.json"));
            written = new Interactions().write(out, bytes);
            out.closeEntry();
        }
        ExportFile made = new ExportFile(directory, written);
        made.openssl(
                "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -subj /CN=benchmark -days 2");
        made.openssl("cms -encrypt -binary -aes256 -outform DER -in export.zip -out export.p7m certificate.pem");
        Files.delete(zip);
        return made;
    }

    private void openssl(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        Path errors = directory.resolve("errors.txt");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(errors.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("openssl " + arguments + ": " + Files.readString(errors));
        }
    }

    Path message() {
        return directory.resolve("export.p7m");
    }

    Path key() {
        return directory.resolve("key.pem");
    }

    Path certificate() {
        return directory.resolve("certificate.pem");
    }

    /** Reads it without Java; fails when the sum of the entry or its length is wrong. */
    ProcessBuilder byHand() {
        String command = "openssl cms -decrypt -binary -inform DER -in export.p7m -inkey key.pem -recip certificate.pem"
                + " | funzip > /dev/null";
        return new ProcessBuilder("sh", "-c", command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    void delete() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
