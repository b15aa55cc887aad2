package io.github.multicloudcx.examples;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.ResponseStatus;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.statistics.StatisticsClient;
import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.Statistic;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks once for values of statistics and prints them as a table. */
@Command(
        name = "PeekStatistics",
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Asks once for the values of statistics: of every --statistic of every --agent and every --queue.",
            "The statistics must be configured in the contact center.",
            "Without CX_BASE_URL it runs against an embedded sandbox, for which no account is needed."
        },
        footerHeading = "%nEnvironment:%n",
        footer = "  CX_BASE_URL, CX_API_KEY, CX_CLIENT_ID, CX_CLIENT_SECRET and the others in the README",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every value is there",
            "1:some values are missing, or the deployment or the network failed; standard error says which or why",
            "2:wrong options or environment"
        })
public final class PeekStatistics implements Callable<Integer> {
    @Option(
            names = "--statistic",
            split = ",",
            paramLabel = "NAME",
            description = "Default: CurrentAgentState and AverageHandlingTime of agents,"
                    + " CurrentNumberWaitingCalls and AverageWaitingTime of queues.")
    private List<String> names = List.of();

    @Option(
            names = "--agent",
            split = ",",
            paramLabel = "ID",
            description =
                    "Employee ids. Default, if there is no --queue either: agent1,agent2 and the queue 9000@switch.")
    private List<String> agents = List.of();

    @Option(names = "--queue", split = ",", paramLabel = "ID", description = "Queues, mostly NUMBER@SWITCH.")
    private List<String> queues = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    PeekStatistics(Map<String, String> environment, PrintStream out, PrintStream err) {
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
        return new CommandLine(new PeekStatistics(environment, out, err))
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
        try {
            List<Statistic> wanted = wanted();
            if (!environment.getOrDefault("CX_BASE_URL", "").isBlank()) {
                return peek(environment, wanted);
            }
            out.println("CX_BASE_URL is not set: using an embedded sandbox.");
            try (Sandbox sandbox = Sandbox.start()) {
                return peek(sandbox.environment(), wanted);
            }
        } catch (CxException e) {
            err.println("Failed: " + printable(e.getMessage()));
            return 1;
        } catch (IllegalArgumentException e) {
            err.println("Wrong use: " + e.getMessage());
            return 2;
        }
    }

    private List<Statistic> wanted() {
        if (agents.isEmpty() && queues.isEmpty()) {
            agents = List.of("agent1", "agent2");
            queues = List.of("9000@switch");
        }
        List<Statistic> wanted = new ArrayList<>();
        for (String agent : agents) {
            namesOr("CurrentAgentState", "AverageHandlingTime")
                    .forEach(name -> wanted.add(Statistic.named(name).agent(agent)));
        }
        for (String queue : queues) {
            namesOr("CurrentNumberWaitingCalls", "AverageWaitingTime")
                    .forEach(name -> wanted.add(Statistic.named(name).queue(queue)));
        }
        return wanted;
    }

    private List<String> namesOr(String... usual) {
        return names.isEmpty() ? List.of(usual) : names;
    }

    /** What is missing is no exception: the other values are there, and are shown. */
    private int peek(Map<String, String> connection, List<Statistic> wanted) {
        try (CxClient cx = CxClientBuilder.fromEnvironment(connection).build()) {
            PeekedStatistics values = StatisticsClient.create(cx).values(wanted).execute();
            print(values.statistics());
            for (Statistic missing : values.missing()) {
                err.println("No value: " + missing.name() + " of " + missing.objectType() + " " + missing.objectId());
            }
            values.errors().stream()
                    .map(ResponseStatus::message)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(message -> err.println("The server says: " + printable(message)));
            return values.complete() ? 0 : 1;
        }
    }

    private void print(List<PeekedStatisticValue> values) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("STATISTIC", "OBJECT", "VALUE", "PRODUCED AT"));
        for (PeekedStatisticValue value : values) {
            rows.add(List.of(
                    printable(value.name()),
                    printable(value.objectType() + " " + value.objectId()),
                    printable(value.value().asText().orElse(value.value().toString())),
                    localTime(value.timestamp())));
        }
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String localTime(Instant time) {
        return time == null
                ? "-"
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                        .withZone(ZoneId.systemDefault())
                        .format(time);
    }

    /** Whatever the server sends, it does not get control of the terminal. */
    private static String printable(String text) {
        return text == null || text.isEmpty() ? "-" : text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}
