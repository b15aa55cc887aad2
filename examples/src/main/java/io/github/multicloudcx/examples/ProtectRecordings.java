package io.github.multicloudcx.examples;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.recording.RecordingClient;
import io.github.multicloudcx.recording.bulk.BulkReport;
import io.github.multicloudcx.recording.bulk.BulkRun;
import io.github.multicloudcx.recording.bulk.RecordingOutcome;
import io.github.multicloudcx.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Protects recordings from deletion, as many as there are, and goes on where it was stopped. */
@Command(
        name = "ProtectRecordings",
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Protects the recordings of a list from deletion. The outcome of each stands in a CSV file as soon as",
            "it is known. Run it again with the same file as often as you like, also after it was killed: what is",
            "protected is skipped, everything else is tried again.",
            "Without CX_BASE_URL_RECORDING it runs against an embedded sandbox, for which no account is needed."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  CX_BASE_URL_RECORDING                        address of Interaction Recording Web Services",
            "  CX_RECORDING_USERNAME, CX_RECORDING_PASSWORD user of them"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every recording is protected",
            "1:some are not; the result file and standard error say which and why",
            "2:wrong options, environment or file; nothing was sent"
        })
public final class ProtectRecordings implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Ids in UTF-8, one a line, - for standard input. Empty lines and those with # do not count.")
    private String file = "";

    @Option(
            names = "--result",
            paramLabel = "FILE",
            description = "Where the outcomes are kept. Default: ${DEFAULT-VALUE}.")
    private Path result = Path.of("protected-recordings.csv");

    @Option(
            names = "--rate",
            paramLabel = "NUMBER",
            description = "Most requests per second. Default: ${DEFAULT-VALUE}.")
    private int rate = 50;

    @Option(
            names = "--concurrency",
            paramLabel = "NUMBER",
            description = "Requests at once. Default: ${DEFAULT-VALUE}.")
    private int concurrency = 8;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final Map<String, String> environment;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    ProtectRecordings(Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Ends with one of the exit codes that {@code --help} lists. */
    public static void main(String[] args) {
        int code = run(args, System.getenv(), System.in, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] args, Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
        return new CommandLine(new ProtectRecordings(environment, in, out, err))
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
            boolean embedded =
                    environment.getOrDefault("CX_BASE_URL_RECORDING", "").isBlank();
            return embedded ? protectInSandbox() : protect(environment, ids());
        } catch (IOException | UncheckedIOException e) {
            err.println("Wrong use: " + e.getMessage());
            return 2;
        } catch (IllegalArgumentException | IllegalStateException e) {
            err.println("Wrong use: " + e.getMessage());
            return 2;
        } catch (CxException e) {
            err.println("Failed: " + e.getMessage());
            return 1;
        }
    }

    private int protectInSandbox() throws IOException {
        out.println("CX_BASE_URL_RECORDING is not set: using an embedded sandbox.");
        try (Sandbox sandbox = Sandbox.start()) {
            List<String> ids = file.isEmpty()
                    ? IntStream.rangeClosed(1, 500)
                            .mapToObj(i -> "recording-" + i)
                            .toList()
                    : ids();
            sandbox.recording().add(ids);
            Map<String, String> connection = new HashMap<>(environment);
            connection.put("CX_BASE_URL_RECORDING", sandbox.baseUrl().toString());
            connection.put("CX_RECORDING_USERNAME", sandbox.recording().username());
            connection.put("CX_RECORDING_PASSWORD", sandbox.recording().password());
            return protect(connection, ids);
        }
    }

    /** All of them before the first is sent, so that a bad file sends nothing. */
    private List<String> ids() throws IOException {
        if (file.isEmpty()) {
            throw new IllegalArgumentException("name a file with ids, or - for standard input");
        }
        List<String> ids = new ArrayList<>();
        try (InputStream source = file.equals("-") ? in : Files.newInputStream(Path.of(file));
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        source, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String id = line.replace("\ufeff", "").strip();
                if (!id.isEmpty() && !id.startsWith("#")) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private int protect(Map<String, String> connection, List<String> ids) {
        Credentials user =
                Credentials.basic(due(connection, "CX_RECORDING_USERNAME"), due(connection, "CX_RECORDING_PASSWORD"));
        Thread hint = new Thread(() -> err.println("Stopped. Run it again with --result " + result + " to go on."));
        Runtime.getRuntime().addShutdownHook(hint);
        try (CxClient cx = CxClientBuilder.fromEnvironment(connection)
                .credentials(user)
                .rateLimit(RateLimit.perSecond(positive(rate, "--rate")))
                .build()) {
            return show(run(RecordingClient.create(cx).protectAll(ids), ids.size()), ids.size());
        } finally {
            Runtime.getRuntime().removeShutdownHook(hint);
        }
    }

    private BulkReport run(BulkRun plain, int all) {
        BulkRun run = plain.concurrency(positive(concurrency, "--concurrency")).resultFile(result);
        try (ProgressBar bar = bar(all)) {
            return run.onProgress(state -> {
                        bar.stepTo(state.handled());
                        bar.setExtraMessage(state.failed() == 0 ? "" : state.failed() + " failed");
                    })
                    .execute();
        }
    }

    private static String due(Map<String, String> connection, String name) {
        String value = connection.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private static int positive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more");
        }
        return value;
    }

    private int show(BulkReport report, int all) {
        report.failures().stream()
                .limit(SHOWN)
                .forEach(each -> err.println("Not protected: " + each.recordingId() + ": " + reason(each)));
        if (report.failures().size() > SHOWN) {
            err.println("... and " + (report.failures().size() - SHOWN) + " more, all in " + result);
        }
        if (report.stoppedBy() != null) {
            err.println("Stopped before the end: " + report.stoppedBy().getMessage());
        }
        out.println(all + " ids: " + report.done() + " protected now, " + report.skipped() + " before, "
                + report.failures().size() + " failed"
                + (report.complete() ? "" : "; run it again to try those again"));
        out.println("Outcomes: " + result.toAbsolutePath());
        return report.complete() ? 0 : 1;
    }

    private static String reason(RecordingOutcome outcome) {
        return outcome.result() + (outcome.detail() == null ? "" : ", " + outcome.detail());
    }

    /** Redraws in a terminal; in a log file or a pipe it prints a line now and then. */
    @SuppressWarnings("SystemConsoleNull") // some newer Java versions redraw in a pipe too, which does no harm
    private ProgressBar bar(int all) {
        boolean terminal = System.console() != null;
        return new ProgressBarBuilder()
                .setTaskName("Protecting")
                .setInitialMax(all)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(terminal ? 200 : 30_000)
                .setConsumer(
                        terminal
                                ? new ConsoleProgressBarConsumer(err)
                                : new DelegatingProgressBarConsumer(line -> err.println(line.stripTrailing()), 80))
                .build();
    }
}
