package io.github.multicloudcx.core.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second process. */
public final class OtherJvm {
    private OtherJvm() {}

    /** One that writes where this one does. */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        return builder(main, arguments).inheritIO().start();
    }

    /** One whose output is to be read, errors included. */
    public static Process heard(Class<?> main, String... arguments) throws IOException {
        return builder(main, arguments).redirectErrorStream(true).start();
    }

    private static ProcessBuilder builder(Class<?> main, String... arguments) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                classPath,
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
