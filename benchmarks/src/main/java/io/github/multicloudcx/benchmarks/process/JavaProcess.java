package io.github.multicloudcx.benchmarks.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs of this module as processes with a heap of their own. */
public final class JavaProcess {
    // of the SDK for Genesys Cloud, which no program runs
    private static final List<String> LEFT_OUT = List.of(
            "platform-client-v2-", "jackson-datatype-joda-", "joda-time-", "guava-", "httpclient-", "httpcore-");

    private JavaProcess() {}

    /** What starts a program: its errors are shown, its output is to be read unless that is changed. */
    public static ProcessBuilder of(Class<?> program, String heap, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                classPath(),
                program.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Without what would count at the start and in a small heap: a search for services opens every jar that is there. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        LEFT_OUT.stream().noneMatch(Path.of(entry).getFileName().toString()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Reads variables, one a line, up to an empty line. */
    public static Map<String, String> variables(BufferedReader lines) throws IOException {
        Map<String, String> variables = new HashMap<>();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            int equals = line.indexOf('=');
            variables.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return variables;
    }
}
