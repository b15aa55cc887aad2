package io.github.multicloudcx.benchmarks.export;

import io.github.multicloudcx.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A sandbox in a process of its own, whose next export consists of the given files. It ends with its standard input. */
final class SandboxProcess {
    private SandboxProcess() {}

    /** Certificate, then the parts. Prints the connection, a variable a line, and then an empty line. */
    public static void main(String[] args) throws IOException {
        try (Sandbox sandbox = Sandbox.builder().jobDuration(Duration.ZERO).start()) {
            sandbox.udm().useCertificate(Files.readString(Path.of(args[0])));
            sandbox.udm()
                    .exportParts(List.of(args).subList(1, args.length).stream()
                            .map(Path::of)
                            .toList());
            sandbox.environment().forEach((name, value) -> System.out.println(name + "=" + value));
            System.out.println();
            while (System.in.read() >= 0) {
                // until the other side is done
            }
        }
    }
}
