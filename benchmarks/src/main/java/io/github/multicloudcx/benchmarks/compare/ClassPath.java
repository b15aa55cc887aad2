package io.github.multicloudcx.benchmarks.compare;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much a user of User Data Management gets on the class path. */
final class ClassPath {
    private static final List<String> JARS = List.of(
            "sdk-core-",
            "sdk-auth-",
            "sdk-udm-",
            "okhttp-jvm-",
            "okio-jvm-",
            "kotlin-stdlib-",
            "annotations-13",
            "jackson-core-",
            "jackson-databind-",
            "jackson-annotations-",
            "jackson-datatype-jsr310-",
            "slf4j-api-",
            "jspecify-");

    private ClassPath() {}

    /** The bytes of the jars; all must be there as jars. */
    static long bytes() throws IOException {
        long sum = 0;
        for (String jar : JARS) {
            Path file = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(path -> path.getFileName().toString().startsWith(jar))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + jar + "*.jar on the class path"));
            sum += Files.size(file);
        }
        return sum;
    }
}
