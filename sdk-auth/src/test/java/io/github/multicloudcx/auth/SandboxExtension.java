package io.github.multicloudcx.auth;

import io.github.multicloudcx.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sandbox for each test, which fails the test when a request broke the contract and writes down what was exercised. */
public final class SandboxExtension implements BeforeEachCallback, AfterEachCallback {
    private static final String COVERAGE_FILE = "contract.coverage.file";

    private Sandbox sandbox;

    @Override
    public void beforeEach(ExtensionContext context) {
        sandbox = Sandbox.start();
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        try (Sandbox ended = sandbox) {
            ended.assertNoViolations();
            String file = System.getProperty(COVERAGE_FILE);
            if (file != null) {
                Files.write(
                        Path.of(file),
                        ended.exercisedOperations(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        }
    }
}
