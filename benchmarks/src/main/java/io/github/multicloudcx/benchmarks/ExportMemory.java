package io.github.multicloudcx.benchmarks;

import io.github.multicloudcx.benchmarks.export.ExportBench;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A large export in a small heap. The environment variables EXPORT_GIGABYTES (5), EXPORT_PARTS (20), EXPORT_HEAP (64, in
 * megabytes) and EXPORT_DIRECTORY change it.
 */
public final class ExportMemory {
    private ExportMemory() {}

    /** Makes the export, starts a sandbox and a client as processes of their own, and prints what the client measured. */
    public static void main(String[] args) throws IOException, InterruptedException {
        double gigabytes = Double.parseDouble(setting("EXPORT_GIGABYTES", "5"));
        int parts = Integer.parseInt(setting("EXPORT_PARTS", "20"));
        int heap = Integer.parseInt(setting("EXPORT_HEAP", "64"));
        Path directory = Path.of(setting("EXPORT_DIRECTORY", "target/export-memory"));
        new ExportBench(directory, heap).run((long) (gigabytes * 1e9), parts);
    }

    private static String setting(String name, String standard) {
        return System.getenv().getOrDefault(name, standard);
    }
}
