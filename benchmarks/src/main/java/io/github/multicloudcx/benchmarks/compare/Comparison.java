package io.github.multicloudcx.benchmarks.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All workloads, one after the other, against one server. */
public final class Comparison {
    private static final String FLOOR = "floor";
    private static final String OURS = "ours";
    private static final String ASYNC = ", async";
    private static final long FILE = 2L << 30;

    private final String url;
    private final String only;
    private final Report report = new Report();

    private Comparison(String url, String only) {
        this.url = url;
        this.only = only;
    }

    /** Measures and writes the table into a page; one workload alone is only printed. */
    public static void run(Path page, String only) throws Exception {
        try (ServerProcess server = ServerProcess.start()) {
            Comparison comparison = new Comparison(server.url(), only);
            comparison.all();
            if (only.isEmpty()) {
                comparison.report.write(page);
            }
        }
    }

    private void all() throws Exception {
        measure("W1", this::oneCall);
        measure("W2", this::onePage);
        measure("W3", this::stream);
        measure("W4", this::download);
        measure("W5", this::crowd);
        measure("W6", this::expiredToken);
        measure("W7", this::coldStart);
        measure("W8", () -> Live.run(report));
        measure("W9", () -> Archive.run(report));
    }

    private void measure(String name, Measurement workload) throws Exception {
        if (only.isEmpty() || only.equals(name)) {
            workload.run();
        }
    }

    /** Measures one workload and reports it. */
    @FunctionalInterface
    private interface Measurement {
        void run() throws Exception;
    }

    private void oneCall() throws Exception {
        Rounds rounds = Rounds.of(
                List.of(
                        Floor.statistics(url),
                        Ours.statistics(url),
                        Peers.retrofitStatistics(url),
                        Peers.feignStatistics(url),
                        GenesysCloud.statistics(url),
                        Peers.jdkStatistics(url)),
                15,
                31,
                2_000);
        calls("W1", rounds, 1.05, 1.05, 1.30);
    }

    private void onePage() throws Exception {
        Rounds rounds = Rounds.of(
                List.of(
                        Floor.page(url),
                        Ours.page(url),
                        Peers.retrofitPage(url),
                        Peers.feignPage(url),
                        GenesysCloud.page(url),
                        Peers.jdkPage(url)),
                10,
                31,
                60);
        calls("W2", rounds, 1.02, Double.NaN, 1.05);
    }

    private void calls(String workload, Rounds rounds, double wall, double cpu, double allocated) {
        for (int i = 0; i < rounds.contenders().size(); i++) {
            Contender contender = rounds.contenders().get(i);
            boolean goals = contender.name().equals(OURS);
            String name = contender.name();
            add(
                    workload,
                    name,
                    "wall",
                    rounds.ratio(i, Cost::wall),
                    micros(rounds.median(i, Cost::wall)),
                    goals ? wall : Double.NaN);
            add(
                    workload,
                    name,
                    "CPU",
                    rounds.ratio(i, Cost::cpu),
                    micros(rounds.median(i, Cost::cpu)),
                    goals ? cpu : Double.NaN);
            add(
                    workload,
                    name,
                    "allocated",
                    rounds.ratio(i, Cost::allocated),
                    kilobytes(rounds.median(i, Cost::allocated)),
                    goals ? allocated : Double.NaN);
            contender.close();
        }
    }

    private void add(String workload, String name, String measure, Spread ratio, String figure, double goal) {
        report.add(
                Double.isNaN(goal)
                        ? Row.plain(workload, name, measure, ratio, figure)
                        : Row.atMost(workload, name, measure, ratio, figure, goal));
    }

    private void stream() throws Exception {
        Programs programs = Programs.run(7, "24m", pair(Workload.STREAM_BY_HAND, Workload.STREAM_BY_US));
        report.add(Row.atMost(
                "W3, 24 MB of heap",
                OURS,
                "wall",
                programs.ratio(OURS, FLOOR, "wall"),
                millis(programs.median(OURS, "wall")),
                1.05));
    }

    private void download() throws Exception {
        Path directory = Files.createTempDirectory(Path.of("").toAbsolutePath(), "download");
        try {
            for (String hashed : List.of("false", "true")) {
                Programs programs = Programs.run(
                        5,
                        "24m",
                        pair(
                                Workload.DOWNLOAD_BY_HAND,
                                Workload.DOWNLOAD_BY_US,
                                directory.toString(),
                                Long.toString(FILE),
                                hashed));
                download(programs, Boolean.parseBoolean(hashed));
            }
        } finally {
            Files.delete(directory);
        }
    }

    private void download(Programs programs, boolean hashed) {
        String workload = "W4, 24 MB of heap" + (hashed ? ", SHA-256 on both sides" : "");
        Spread speed = programs.ratio(FLOOR, OURS, "wall");
        double seconds = programs.median(OURS, "wall") / 1e9;
        String figure = String.format(Locale.ROOT, "%.0f MB/s", FILE / seconds / 1e6);
        report.add(
                hashed
                        ? Row.plain(workload, OURS, "speed", speed, figure)
                        : Row.atLeast(workload, OURS, "speed", speed, figure, 0.97));
        Spread cpu = programs.ratio(OURS, FLOOR, "cpu");
        String spent = millis(programs.median(OURS, "cpu"));
        report.add(
                hashed
                        ? Row.atMost(workload, OURS, "CPU", cpu, spent, 1.0)
                        : Row.plain(workload, OURS, "CPU", cpu, spent));
    }

    private void crowd() throws Exception {
        Map<String, List<String>> commands = pair(Workload.MANY_BY_HAND, Workload.MANY_BY_US);
        commands.put(FLOOR + ASYNC, command(Workload.MANY_BY_HAND_ASYNC));
        commands.put(OURS + ASYNC, command(Workload.MANY_BY_US_ASYNC));
        Programs programs = Programs.run(5, "512m", commands);
        for (String way : List.of("", ASYNC)) {
            String name = OURS + way;
            Spread operations = programs.ratio(name, FLOOR + way, "ops");
            String figure = String.format(Locale.ROOT, "%.0f a second", programs.median(name, "ops"));
            report.add(Row.atLeast("W5", name, "operations", operations, figure, 0.95));
            Spread latency = programs.ratio(name, FLOOR + way, "p99");
            String within = millis(programs.median(name, "p99"));
            report.add(Row.atMost("W5", name, "99 of 100 within", latency, within, 1.0));
            double failures = programs.largest(name, "failures");
            double connections = programs.largest(name, "connections");
            report.add(Row.number(
                    "W5",
                    name,
                    "failures, new connections",
                    (int) failures + ", " + (int) connections,
                    "0, 0",
                    failures + connections == 0));
        }
    }

    private void expiredToken() throws Exception {
        Programs programs = Programs.run(7, "256m", Map.of(OURS, command(Workload.EXPIRED_TOKEN)));
        double tokens = programs.largest(OURS, "tokens");
        report.add(Row.number("W6", OURS, "token requests", Integer.toString((int) tokens), "1", tokens == 1));
        double first = programs.median(OURS, "first") / 1e6;
        double goal = 100 + programs.median(OURS, "call") / 1e6;
        report.add(Row.number(
                "W6",
                OURS,
                "first success",
                String.format(Locale.ROOT, "%.0f ms", first),
                String.format(Locale.ROOT, "<= %.0f ms, that is 100 and the first call of 200 threads", goal),
                first <= goal));
    }

    private void coldStart() throws Exception {
        Programs programs = Programs.run(21, "256m", pair(Workload.ONE_CALL_BY_HAND, Workload.ONE_CALL_BY_US));
        report.add(Row.atMost(
                "W7",
                OURS,
                "cold start with one call",
                programs.ratio(OURS, FLOOR, "process"),
                millis(programs.median(OURS, "process")),
                1.15));
        double classes = programs.median(OURS, "classes") - programs.median(FLOOR, "classes");
        report.add(Row.number(
                "W7", OURS, "classes more than the floor", Integer.toString((int) classes), "<= 350", classes <= 350));
        double megabytes = ClassPath.bytes() / 1e6;
        report.add(Row.number(
                "W7",
                OURS,
                "sdk-core, sdk-auth, sdk-udm and what they need",
                String.format(Locale.ROOT, "%.2f MB", megabytes),
                "<= 6.2 MB",
                megabytes <= 6.2));
    }

    private Map<String, List<String>> pair(Workload floor, Workload ours, String... rest) {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put(FLOOR, command(floor, rest));
        commands.put(OURS, command(ours, rest));
        return commands;
    }

    private List<String> command(Workload workload, String... rest) {
        List<String> command = new ArrayList<>(List.of(workload.name(), url));
        command.addAll(List.of(rest));
        return command;
    }

    private static String micros(double nanos) {
        return String.format(Locale.ROOT, "%.1f us", nanos / 1e3);
    }

    private static String millis(double nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    private static String kilobytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    }
}
