package io.github.multicloudcx.benchmarks.compare;

import io.github.multicloudcx.benchmarks.process.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets whole programs take turns. Each prints what it measured as variables. */
final class Programs {
    private final Map<String, List<Map<String, String>>> outcomes = new LinkedHashMap<>();

    private Programs() {}

    /**
     * Runs each program so many times, in turn.
     *
     * @param rounds how often
     * @param heap largest heap, such as 24m
     * @param commands the programs by name, the floor first: arguments of {@link Program}
     */
    static Programs run(int rounds, String heap, Map<String, List<String>> commands)
            throws IOException, InterruptedException {
        Map<String, ProcessBuilder> processes = new LinkedHashMap<>();
        commands.forEach((name, arguments) -> processes.put(name, JavaProcess.of(Program.class, heap, arguments)));
        return run(rounds, processes);
    }

    /** Runs each program so many times, in turn: the programs by name, the floor first, of whatever kind they are. */
    static Programs run(int rounds, Map<String, ProcessBuilder> commands) throws IOException, InterruptedException {
        Programs programs = new Programs();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, ProcessBuilder> command : commands.entrySet()) {
                programs.outcomes
                        .computeIfAbsent(command.getKey(), name -> new ArrayList<>())
                        .add(outcome(command.getKey(), command.getValue()));
            }
        }
        return programs;
    }

    private static Map<String, String> outcome(String name, ProcessBuilder command)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = command.start();
        Map<String, String> variables;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            variables = JavaProcess.variables(out);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(name + " ended with " + process.exitValue());
        }
        variables.put("process", Long.toString(System.nanoTime() - start));
        return variables;
    }

    /** Ratios of one program to another, round by round. */
    Spread ratio(String name, String floor, String variable) {
        return ratio(name, variable, floor, variable);
    }

    /** Ratios of what one program measured to what another one did, round by round. */
    Spread ratio(String name, String variable, String floor, String floorVariable) {
        double[] own = values(name, variable);
        double[] others = values(floor, floorVariable);
        double[] ratios = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            ratios[i] = own[i] / others[i];
        }
        return Spread.of(ratios);
    }

    /** The median of one program. */
    double median(String name, String variable) {
        return Spread.of(values(name, variable)).median();
    }

    /** The largest of one program. */
    double largest(String name, String variable) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values(name, variable)) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    private double[] values(String name, String variable) {
        return outcomes.get(name).stream()
                .mapToDouble(outcome -> Double.parseDouble(outcome.get(variable)))
                .toArray();
    }
}
