package io.github.multicloudcx.examples;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.statistics.StatisticsClient;
import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.live.StatisticsSubscription;
import io.github.multicloudcx.statistics.model.Statistic;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records updates of statistics as CSV, and the times in which there were none. */
@Command(
        name = "StatisticsToCsv",
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Appends a line per update of named statistics to a CSV file, until a limit is reached or Ctrl-C:",
            "  update,RECEIVED,PRODUCED,STATISTIC,TYPE,ID,VALUE",
            "and one per time in which updates may have been missed, before the values that are new after it:",
            "  gap,FROM,TO,WHY,,,",
            "Times are UTC. Every line is written at once. A file that is there already is continued.",
            "Without CX_BASE_URL it runs against an embedded sandbox, for which no account is needed."
        },
        footerHeading = "%nEnvironment:%n",
        footer = "  CX_BASE_URL, CX_API_KEY, CX_CLIENT_ID, CX_CLIENT_SECRET and the others in the README",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it ended as asked",
            "1:the deployment, the network or the file failed; the line on standard error says why",
            "2:wrong options or environment, or a file that is not one of these"
        })
public final class StatisticsToCsv implements Callable<Integer> {
    private static final String HEADER = "kind,received,produced,statistic,objectType,objectId,value";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Parameters(
            arity = "0..*",
            paramLabel = "STATISTIC,TYPE,ID",
            description = "Such as AverageHandlingTime,Agent,agent2; @FILE reads them from a file, one per line.")
    private List<String> arguments = List.of();

    @Option(names = "--output", paramLabel = "FILE", description = "Default: standard output.")
    private Path output;

    @Option(names = "--seconds", paramLabel = "N", description = "Ends after so many seconds.")
    private long seconds = Long.MAX_VALUE;

    @Option(names = "--updates", paramLabel = "N", description = "Ends after so many updates.")
    private long most = Long.MAX_VALUE;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final CountDownLatch stop = new CountDownLatch(1);
    private CsvFile csv;
    private boolean live;
    private Throwable failure;
    private long updates;
    private long gaps;
    private Duration longestGap = Duration.ZERO;

    StatisticsToCsv(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Ends with one of the exit codes that {@code --help} lists. */
    public static void main(String[] args) {
        int code = run(args, System.getenv(), System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        return new CommandLine(new StatisticsToCsv(environment, out, err))
                .setUseSimplifiedAtFiles(true)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, arguments) -> {
                    err.println("Wrong use: " + wrong.getMessage() + " (--help shows the options)");
                    return 2;
                })
                .execute(args);
    }

    @Override
    public Integer call() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        // after Ctrl-C or SIGTERM, the server is told and the last line is written before all is over
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            var unused = ended.completeOnTimeout(null, 10, TimeUnit.SECONDS).join();
        }));
        try {
            return start();
        } catch (CxException e) {
            err.println("Failed: " + printable(e.getMessage()));
            return 1;
        } catch (IllegalArgumentException e) {
            err.println("Wrong use: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("Failed: " + e.getClass().getSimpleName() + ": " + e.getMessage());
            return 1;
        } finally {
            ended.complete(null);
        }
    }

    private int start() throws IOException {
        boolean embedded = environment.getOrDefault("CX_BASE_URL", "").isBlank();
        List<Statistic> wanted = wanted(embedded);
        if (seconds < 1 || most < 1) {
            throw new IllegalArgumentException("--seconds and --updates must be 1 or more");
        }
        try (CsvFile opened = output == null ? CsvFile.to(out) : CsvFile.appendTo(output)) {
            csv = opened;
            if (!embedded) {
                return record(environment, wanted);
            }
            err.println("CX_BASE_URL is not set: using an embedded sandbox.");
            try (Sandbox sandbox = Sandbox.start()) {
                sandbox.statistics().simulate(Duration.ofMillis(500));
                return record(sandbox.environment(), wanted);
            }
        }
    }

    private List<Statistic> wanted(boolean embedded) {
        if (arguments.isEmpty() && embedded) {
            arguments = List.of("CurrentAgentState,Agent,agent1", "AverageHandlingTime,Agent,agent1");
        }
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("name the statistics: STATISTIC,TYPE,ID or @FILE");
        }
        return arguments.stream().map(StatisticsToCsv::statistic).toList();
    }

    private static Statistic statistic(String line) {
        String[] parts = line.split(",", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("\"" + line + "\" is not STATISTIC,TYPE,ID");
        }
        return Statistic.named(parts[0].strip()).object(parts[1].strip(), parts[2].strip());
    }

    private int record(Map<String, String> connection, List<Statistic> wanted) {
        try (CxClient cx = CxClientBuilder.fromEnvironment(connection).build();
                StatisticsSubscription live = StatisticsClient.create(cx)
                        .subscribe()
                        .statistics(wanted)
                        .onUpdate(this::write)
                        .onStateChange(this::write)
                        .onGap(gap -> writeGap(gap.from(), gap.to(), gap.why()))
                        .onListenerError(this::fail)
                        .open()) {
            err.println("Recording " + live.statistics().size() + " statistics.");
            var unused = stop.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            err.println("Interrupted.");
        }
        return summary();
    }

    private synchronized void write(StatisticUpdate update) {
        if (updates < most) {
            Statistic statistic = update.statistic();
            csv.line(
                    "update",
                    time(update.receivedAt()),
                    time(update.timestamp()),
                    statistic.name(),
                    statistic.objectType().value(),
                    statistic.objectId(),
                    update.value().asText().orElse(update.value().toString()));
            updates++;
        }
        if (updates == most) {
            stop.countDown();
        }
    }

    /** The SDK reports the gaps of this run; the one between an earlier run and this one nobody saw. */
    private synchronized void write(LiveState next) {
        boolean wasLive = live;
        live = next.live();
        if (live && csv.endOfEarlierRun != null) {
            writeGap(csv.endOfEarlierRun, next.since(), "between two runs");
            csv.endOfEarlierRun = null;
        } else if (wasLive && !live && !(next instanceof LiveState.Closed)) {
            err.println("Interrupted at " + time(next.since()) + ": " + printable(next.why()));
        }
    }

    private synchronized void writeGap(Instant from, Instant to, String why) {
        csv.line("gap", time(from), time(to), why, "", "", "");
        gaps++;
        Duration gap = Duration.between(from, to);
        longestGap = gap.compareTo(longestGap) > 0 ? gap : longestGap;
    }

    private synchronized void fail(Throwable thrown) {
        failure = failure == null ? thrown : failure;
        stop.countDown();
    }

    private synchronized int summary() {
        err.println(updates
                + (updates == 1 ? " update, " : " updates, ")
                + gaps
                + (gaps == 1 ? " gap" : " gaps")
                + (gaps == 0 ? "" : ", the longest " + longestGap.toMillis() / 1000.0 + " s")
                + (output == null ? "" : "; see " + output));
        if (failure != null) {
            err.println("Failed: " + failure.getMessage());
            return 1;
        }
        return 0;
    }

    private static String time(Instant time) {
        return time == null ? "" : TIME.format(time);
    }

    /** Whatever the server sends, it does not get control of the terminal. */
    private static String printable(String text) {
        return String.valueOf(text).replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }

    /** Lines by RFC 4180. Each is one write, so that a run that is killed leaves whole lines. */
    private static final class CsvFile implements Closeable {
        private final PrintStream sink;
        private final boolean ours;
        private Instant endOfEarlierRun;

        private CsvFile(PrintStream sink, boolean ours) {
            this.sink = sink;
            this.ours = ours;
        }

        static CsvFile to(PrintStream out) throws IOException {
            CsvFile csv = new CsvFile(out, false);
            csv.write(HEADER);
            return csv;
        }

        static CsvFile appendTo(Path file) throws IOException {
            FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
            CsvFile csv = new CsvFile(new PrintStream(Channels.newOutputStream(channel)), true);
            try {
                if (channel.tryLock() == null) {
                    throw new IllegalArgumentException(file + " is being written by another run");
                }
                if (channel.size() == 0) {
                    csv.write(HEADER);
                } else {
                    csv.continueAfter(channel, file);
                }
                return csv;
            } catch (IOException | RuntimeException e) {
                csv.close();
                throw e;
            }
        }

        /** A file that is not ours is left as it is; the half line of a run that was killed is cut off. */
        private void continueAfter(FileChannel channel, Path file) throws IOException {
            InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            String last = "";
            long end = 0;
            boolean quoted = false;
            for (int b = in.read(); b >= 0 && (end == 0 || !last.isEmpty()); b = in.read()) {
                line.write(b);
                quoted ^= b == '"';
                if (b == '\n' && !quoted) {
                    String whole = line.toString(StandardCharsets.UTF_8).stripTrailing();
                    last = end > 0 || whole.equals(HEADER) ? whole : "";
                    end += line.size();
                    line.reset();
                }
            }
            if (last.isEmpty()) {
                throw new IllegalArgumentException(file + " does not begin with the line " + HEADER);
            }
            channel.truncate(end).position(end);
            String[] cells = last.split(",", 4);
            endOfEarlierRun = last.equals(HEADER) ? null : Instant.parse(cells[cells[0].equals("gap") ? 2 : 1]);
        }

        void line(String... cells) {
            try {
                write(Stream.of(cells).map(CsvFile::cell).collect(Collectors.joining(",")));
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }

        private static String cell(String text) {
            return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
        }

        private void write(String line) throws IOException {
            byte[] bytes = (line + "\r\n").getBytes(StandardCharsets.UTF_8);
            sink.write(bytes, 0, bytes.length);
            if (sink.checkError()) { // which flushes
                throw new IOException("the output cannot be written any more: it is full or closed");
            }
        }

        @Override
        public void close() {
            if (ours) {
                sink.close();
            }
        }
    }
}
