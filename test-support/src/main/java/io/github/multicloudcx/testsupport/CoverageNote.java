package io.github.multicloudcx.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Writes down which documented operations a test exercised, for the contract coverage of the build. */
public final class CoverageNote {
    private CoverageNote() {}

    public static void write(Set<String> operationIds) {
        String file = System.getProperty("contract.coverage.file");
        if (file == null) {
            return;
        }
        try {
            Files.write(Path.of(file), operationIds, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
