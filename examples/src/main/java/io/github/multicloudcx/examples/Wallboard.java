package io.github.multicloudcx.examples;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.statistics.StatisticsClient;
import io.github.multicloudcx.statistics.live.Gap;
import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.live.StatisticsSubscription;
import io.github.multicloudcx.statistics.live.SubscriptionBuilder;
import io.github.multicloudcx.statistics.model.Statistic;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows statistics as they change, and says whenever they cannot be trusted. */
@Command(
        name = "Wallboard",
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Shows every --statistic of every --agent and every --queue as it changes, until Ctrl-C.",
            "In a terminal it redraws in place; in a pipe it prints a line per change.",
            "A value marked with ? is from before an interruption, or no longer known to the server.",
            "Without CX_BASE_URL it runs against an embedded sandbox, for which no account is needed."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  CX_BASE_URL, CX_API_KEY, CX_CLIENT_ID, CX_CLIENT_SECRET and the others in the README;",
            "  NO_COLOR                       no colours, if it is not empty",
            "  COLUMNS, LINES                 size of the terminal, if they are exported"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it ended after --seconds",
            "1:the deployment or the network failed at the start; the line on standard error says why",
            "2:wrong options or environment"
        })
public final class Wallboard implements Callable<Integer> {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    @Option(
            names = "--statistic",
            split = ",",
            paramLabel = "NAME",
            description = "Default: CurrentAgentState,AverageHandlingTime.")
    private List<String> names = List.of("CurrentAgentState", "AverageHandlingTime");

    @Option(
            names = "--agent",
            split = ",",
            paramLabel = "ID",
            description = "Employee ids. Default, if there is no --queue either: agent1,agent2,agent3.")
    private List<String> agents = List.of();

    @Option(names = "--queue", split = ",", paramLabel = "ID", description = "Queues, mostly NUMBER@SWITCH.")
    private List<String> queues = List.of();

    @Option(names = "--seconds", paramLabel = "N", description = "Ends after so many seconds.")
    private long seconds = Long.MAX_VALUE;

    @Option(names = "--ansi", negatable = true, description = "Redraws in place, whatever the output is, or never.")
    private Boolean ansi;

    @Option(names = "--width", paramLabel = "N", description = "Characters per line. Default: COLUMNS, or 80.")
    private Integer width;

    @Option(names = "--height", paramLabel = "N", description = "Lines. Default: LINES, or 24.")
    private Integer height;

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
    private final List<Gap> gaps = new CopyOnWriteArrayList<>();
    private boolean doubtful;

    Wallboard(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Ends with one of the exit codes that {@code --help} lists. Build tools take controls out of {@code System.out}. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, Charset.defaultCharset());
        int code = run(args, System.getenv(), out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        return new CommandLine(new Wallboard(environment, out, err))
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
        // after Ctrl-C the server is told, and the terminal is as it was, before all is over
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
        } catch (InterruptedException e) {
            return 0;
        } finally {
            ended.complete(null);
        }
    }

    private int start() throws InterruptedException {
        List<Statistic> wanted = wanted();
        width = width == null ? Math.max(40, number("COLUMNS", 80)) : width;
        height = height == null ? Math.max(6, number("LINES", 24)) : height;
        if (seconds < 1 || width < 40 || height < 6) {
            throw new IllegalArgumentException("--seconds must be 1 or more, --width 40 or more, --height 6 or more");
        }
        if (!environment.getOrDefault("CX_BASE_URL", "").isBlank()) {
            return show(environment, wanted);
        }
        out.println("CX_BASE_URL is not set: using an embedded sandbox.");
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.statistics().simulate(Duration.ofMillis(400));
            return show(sandbox.environment(), wanted);
        }
    }

    private List<Statistic> wanted() {
        if (agents.isEmpty() && queues.isEmpty()) {
            agents = List.of("agent1", "agent2", "agent3");
        }
        List<Statistic> wanted = new ArrayList<>();
        agents.forEach(
                id -> names.forEach(name -> wanted.add(Statistic.named(name).agent(id))));
        queues.forEach(
                id -> names.forEach(name -> wanted.add(Statistic.named(name).queue(id))));
        return wanted;
    }

    private int number(String variable, int usual) {
        String text = environment.getOrDefault(variable, "");
        return text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : usual;
    }

    private int show(Map<String, String> connection, List<Statistic> wanted) throws InterruptedException {
        try (CxClient cx = CxClientBuilder.fromEnvironment(connection).build()) {
            SubscriptionBuilder subscription = StatisticsClient.create(cx)
                    .subscribe()
                    .statistics(wanted)
                    .allowMissing(true)
                    .onGap(gaps::add);
            if (ansi == null ? terminal() : ansi) {
                draw(subscription.open());
            } else {
                print(subscription
                        .onUpdate(update -> line(name(update.statistic()) + " = " + value(update)))
                        .onStateChange(state -> line(banner(state) + why(state)))
                        .onGap(gap -> line("no updates " + times(gap) + ": " + printable(gap.why()))));
            }
            return 0;
        }
    }

    private void print(SubscriptionBuilder subscription) throws InterruptedException {
        try (StatisticsSubscription live = subscription.open()) {
            live.missing().forEach(missing -> line(name(missing) + " = unknown to the server"));
            var unused = stop.await(seconds, TimeUnit.SECONDS);
        }
    }

    private void line(String text) {
        out.println(CLOCK.format(Instant.now()) + " " + text);
        if (out.checkError()) {
            stop.countDown(); // nobody reads any more
        }
    }

    private static String name(Statistic statistic) {
        return printable(statistic.name() + " of " + object(statistic));
    }

    /** What is to be seen is looked up ten times a second and drawn if it has changed, however fast updates come. */
    private void draw(StatisticsSubscription live) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.min(seconds, TimeUnit.DAYS.toSeconds(36_500)));
        try (Screen screen = new Screen(out)) {
            try (live) {
                do {
                    screen.show(frame(live));
                } while (!stop.await(100, TimeUnit.MILLISECONDS) && System.nanoTime() - end < 0);
            } finally {
                screen.show(frame(live));
            }
        }
    }

    private List<String> frame(StatisticsSubscription live) {
        LiveState state = live.state();
        doubtful = state instanceof LiveState.Closed ? doubtful : !state.live();
        Map<Statistic, StatisticUpdate> latest =
                live.latest().stream().collect(Collectors.toMap(StatisticUpdate::statistic, Function.identity()));
        List<Statistic> missing = live.missing();
        List<Statistic> all = live.statistics();
        List<Statistic> shown = all.subList(0, Math.min(all.size(), height - 5));
        int first = longest(shown, Statistic::name);
        int second = longest(shown, Wallboard::object);
        List<String> lines = new ArrayList<>();
        lines.add(styled(colour(state), cut(CLOCK.format(Instant.now()) + "  " + banner(state), width - 1)));
        boolean interrupted = doubtful && !(state instanceof LiveState.Closed);
        lines.add(cut(interrupted ? "because" + why(state) : interruptions(), width - 1));
        lines.add(cells(first, second, "STATISTIC", "OBJECT", "  VALUE"));
        for (Statistic each : shown) {
            StatisticUpdate update = latest.get(each);
            boolean unknown = missing.contains(each);
            String value = unknown ? "unknown to the server" : "-";
            value = update == null ? value : value(update) + (unknown ? " (" + value + ")" : "");
            boolean old = update != null && (doubtful || unknown);
            lines.add(styled(
                    old ? "2" : "", cells(first, second, each.name(), object(each), (old ? "? " : "  ") + value)));
        }
        lines.add(all.size() == shown.size() ? "" : "and " + (all.size() - shown.size()) + " more: enlarge --height");
        return lines;
    }

    /** A third of the width each, or less when nothing is that long. */
    private int longest(List<Statistic> statistics, Function<Statistic, String> text) {
        int longest = statistics.stream()
                .mapToInt(each -> text.apply(each).length())
                .max()
                .orElse(0);
        return Math.min(Math.max(longest, "STATISTIC".length()), width / 3 - 1);
    }

    private String cells(int first, int second, String name, String object, String value) {
        String left = padded(cut(printable(name), first), first) + " " + padded(cut(printable(object), second), second);
        return left + " " + cut(printable(value), width - 1 - left.length() - 1);
    }

    private static String padded(String text, int length) {
        return text + " ".repeat(Math.max(0, length - text.length()));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 2) + "..";
    }

    private String banner(LiveState state) {
        String since = CLOCK.format(state.since());
        if (state instanceof LiveState.Live) {
            return "LIVE since " + since;
        } else if (state instanceof LiveState.Reconnecting) {
            return "RECONNECTING since " + since;
        } else if (state instanceof LiveState.Stale) {
            return "STALE, values since " + since + " may be wrong";
        }
        String doubts = doubtful ? ", values marked ? may be wrong" : "";
        return state instanceof LiveState.Closed ? "CLOSED at " + since + doubts : "CONNECTING since " + since;
    }

    private static String why(LiveState state) {
        return state.why().isEmpty() ? "" : ": " + printable(state.why());
    }

    private String colour(LiveState state) {
        String shade = state instanceof LiveState.Reconnecting ? "33" : state instanceof LiveState.Stale ? "31" : "";
        return state.live() ? "32" : shade;
    }

    private String styled(String style, String text) {
        boolean plain =
                style.isEmpty() || !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return plain ? text : "\u001b[" + style + "m" + text + "\u001b[0m";
    }

    private String interruptions() {
        String list = gaps.stream().map(Wallboard::times).reduce("", (later, next) -> next + "  " + later);
        return list.isEmpty() ? "no interruption so far" : "no updates " + list.strip();
    }

    private static String times(Gap gap) {
        long millis = gap.duration().toMillis();
        return CLOCK.format(gap.from()) + "-" + CLOCK.format(gap.to()) + " ("
                + (millis < 1000 ? millis + " ms" : millis / 1000 + " s") + ")";
    }

    private static String object(Statistic statistic) {
        return statistic.objectType() + " " + statistic.objectId();
    }

    private static String value(StatisticUpdate update) {
        return printable(update.value().asText().orElse(update.value().toString()));
    }

    /** Whatever the server sends, it does not get control of the terminal. */
    private static String printable(String text) {
        return String.valueOf(text).replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }

    /** Newer versions of Java have a console in a pipe, too, and can tell. */
    @SuppressWarnings("SystemConsoleNull")
    private boolean terminal() {
        Console console = System.console();
        if (console == null || environment.getOrDefault("TERM", "").equals("dumb")) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Draws over what it drew before; without a cursor, and without wrapping lines should the terminal be narrower. */
    private static final class Screen implements AutoCloseable {
        private final PrintStream out;
        private List<String> shown = List.of();

        Screen(PrintStream out) {
            this.out = out;
            out.print("\u001b[?25l\u001b[?7l");
        }

        void show(List<String> lines) {
            if (!lines.equals(shown)) {
                String up = shown.isEmpty() ? "" : "\u001b[" + shown.size() + "A";
                out.print(lines.stream().map(line -> line + "\u001b[K\n").collect(Collectors.joining("", up, "")));
                out.flush();
                shown = lines;
            }
        }

        @Override
        public void close() {
            out.print("\u001b[?7h\u001b[?25h");
            out.flush();
        }
    }
}
