package io.github.multicloudcx.benchmarks.export;

import io.github.multicloudcx.benchmarks.process.JavaProcess;
import io.github.multicloudcx.sandbox.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes a large export and lets a client with a small heap fetch and read it from a sandbox with a small heap. */
public final class ExportBench {
    private final Path directory;
    private final int megabytes;

    /** In that directory, which is emptied afterwards; with that much heap for each of the two processes. */
    public ExportBench(Path directory, int megabytes) {
        this.directory = directory;
        this.megabytes = megabytes;
    }

    /** An export of about so many bytes in so many parts. */
    public void run(long bytes, int count) throws IOException, InterruptedException {
        Path served = Files.createDirectories(directory.resolve("served"));
        Path key = directory.resolve("key.pem");
        Path certificate = directory.resolve("certificate.pem");
        try {
            try (Sandbox keys = Sandbox.start()) {
                Files.writeString(key, keys.demoPrivateKey());
                Files.writeString(certificate, keys.demoCertificate());
            }
            List<Path> parts = PartsWriter.write(served, certificate(certificate), bytes, count);
            System.out.println(parts.size() + " parts, " + size(parts) + " bytes; each process with " + megabytes
                    + " MB of heap, Java " + Runtime.version());
            measure(parts, key, certificate);
        } finally {
            delete(directory);
        }
    }

    private void measure(List<Path> parts, Path key, Path certificate) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(certificate.toString()));
        parts.forEach(part -> arguments.add(part.toString()));
        Process sandbox =
                JavaProcess.of(SandboxProcess.class, megabytes + "m", arguments).start();
        try {
            ProcessBuilder program = JavaProcess.of(
                            ClientProcess.class,
                            megabytes + "m",
                            List.of(directory.resolve("fetched").toString(), key.toString(), certificate.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT);
            program.environment().putAll(JavaProcess.variables(sandbox.inputReader(StandardCharsets.UTF_8)));
            Process client = program.start();
            if (client.waitFor() != 0) {
                throw new IllegalStateException("the client ended with exit code " + client.exitValue());
            }
        } finally {
            sandbox.destroy();
            int unused = sandbox.waitFor();
        }
    }

    private static X509Certificate certificate(Path file) throws IOException {
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (CertificateException e) {
            throw new IOException(e);
        }
    }

    private static long size(List<Path> files) throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
