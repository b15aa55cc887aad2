package io.github.multicloudcx.udm.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The openssl of this machine. */
final class OpenSsl {
    private OpenSsl() {}

    static boolean installed() {
        try {
            return run(Path.of("."), "version").startsWith("OpenSSL 3");
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    /** Runs it in a directory; what it prints. */
    static String run(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + output);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return output;
    }

    /** A new key pair, in name.key and name.pem. */
    static void keyPair(Path directory, String name) throws IOException {
        run(
                directory,
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "36500",
                "-subj",
                "/CN=" + name,
                "-keyout",
                name + ".key",
                "-out",
                name + ".pem");
    }

    /** Copies what the tests bring along for machines without it. */
    static void copy(Class<?> test, Path directory, String... names) throws IOException {
        for (String name : names) {
            try (var in = test.getResourceAsStream("/archive/" + name)) {
                Files.copy(in, directory.resolve(name));
            }
        }
    }
}
