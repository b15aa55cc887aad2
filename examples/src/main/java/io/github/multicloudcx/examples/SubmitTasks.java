package io.github.multicloudcx.examples;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.nexus.NexusClient;
import io.github.multicloudcx.nexus.openmedia.OpenMedia;
import io.github.multicloudcx.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a table of cases and creates an open media interaction for each, once however often it runs. */
@Command(
        name = "SubmitTasks",
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Creates an open media interaction for each case of a CSV file with a header. The column --id",
            "becomes the external id, all others become user data. Run it again as often as you like: a case",
            "that is there already is left alone. A case that fails does not stop the others.",
            "Without CX_BASE_URL it runs against an embedded sandbox, for which no account is needed."
        },
        footerHeading = "%nEnvironment:%n",
        footer = "  CX_BASE_URL, CX_API_KEY, CX_CLIENT_ID, CX_CLIENT_SECRET and the others in the README",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every case is there",
            "1:some cases are not; the report and standard error say which and why",
            "2:wrong options, environment or file; nothing was sent"
        })
public final class SubmitTasks implements Callable<Integer> {
    private static final String DEMO = "id,subject,priority\ncase-1,Broken delivery,1\ncase-2,\"Refund, partly\",2\n";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The cases in UTF-8, - for standard input.")
    private String file = "";

    @Option(names = "--service", paramLabel = "NAME", description = "Open media service. Default: ${DEFAULT-VALUE}.")
    private String service = "cases";

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description = "Column of the external id. Default: ${DEFAULT-VALUE}.")
    private String idColumn = "id";

    @Option(
            names = "--rate",
            paramLabel = "NUMBER",
            description = "Most requests per second. Default: ${DEFAULT-VALUE}.")
    private int rate = 10;

    @Option(
            names = "--concurrency",
            paramLabel = "NUMBER",
            description = "Requests at once. Default: ${DEFAULT-VALUE}.")
    private int concurrency = 4;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes id, outcome and reason of each case there.")
    private Path report;

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

    SubmitTasks(Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
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
        return new CommandLine(new SubmitTasks(environment, in, out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, arguments) -> {
                    err.println("Wrong use: " + wrong.getMessage() + " (--help shows the options)");
                    return 2;
                })
                .execute(args);
    }

    private record Case(String id, Map<String, String> data) {}

    private record Outcome(String id, String outcome, String reason) {}

    @Override
    public Integer call() throws InterruptedException {
        try {
            boolean embedded = environment.getOrDefault("CX_BASE_URL", "").isBlank();
            List<Case> cases = cases(embedded);
            if (!embedded) {
                return submit(environment, cases);
            }
            out.println("CX_BASE_URL is not set: using an embedded sandbox.");
            try (Sandbox sandbox = Sandbox.start()) {
                return submit(sandbox.environment(), cases);
            }
        } catch (IOException | UncheckedIOException e) {
            err.println("Wrong use: " + e.getMessage());
            return 2;
        } catch (IllegalArgumentException e) {
            err.println("Wrong use: " + e.getMessage());
            return 2;
        }
    }

    /** All of them, checked before the first is sent. */
    private List<Case> cases(boolean embedded) throws IOException {
        if (file.isEmpty() && !embedded) {
            throw new IllegalArgumentException("name a file with cases, or - for standard input");
        }
        List<Case> cases = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (Reader reader = open()) {
            for (CSVRecord record : FORMAT.parse(reader)) {
                cases.add(checked(record, seen));
            }
        }
        return cases;
    }

    private Reader open() throws IOException {
        if (file.isEmpty()) {
            return new StringReader(DEMO);
        }
        InputStream source = file.equals("-") ? in : Files.newInputStream(Path.of(file));
        Reader reader = new InputStreamReader(
                source, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
        Reader marked = reader.markSupported() ? reader : new BufferedReader(reader);
        marked.mark(1);
        if (marked.read() != '\ufeff') {
            marked.reset();
        }
        return marked;
    }

    private Case checked(CSVRecord record, Set<String> seen) {
        String place = "record " + record.getRecordNumber() + ": ";
        if (!record.isMapped(idColumn)) {
            throw new IllegalArgumentException("the header has no column " + idColumn + "; --id names another");
        }
        if (!record.isConsistent()) {
            throw new IllegalArgumentException(place + record.size() + " fields where the header has "
                    + record.getParser().getHeaderNames().size());
        }
        Map<String, String> data = record.toMap();
        String id = data.remove(idColumn).strip();
        if (id.isEmpty()) {
            throw new IllegalArgumentException(place + "the column " + idColumn + " is empty");
        }
        if (!seen.add(id)) {
            throw new IllegalArgumentException(place + "the id " + id + " was there before");
        }
        return new Case(id, data);
    }

    private int submit(Map<String, String> connection, List<Case> cases) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(positive(concurrency, "--concurrency"));
        List<Outcome> outcomes = new ArrayList<>();
        try (CxClient cx = CxClientBuilder.fromEnvironment(connection)
                .rateLimit(RateLimit.perSecond(positive(rate, "--rate")))
                .build()) {
            OpenMedia media = NexusClient.create(cx).openMedia(service);
            List<Future<Outcome>> running = cases.stream()
                    .map(each -> threads.submit(() -> submit(media, each)))
                    .toList();
            for (Future<Outcome> each : running) {
                outcomes.add(show(each.get(), cases.size(), outcomes.size() + 1));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a case was not finished", e.getCause());
        } finally {
            threads.shutdownNow();
            write(outcomes);
        }
        return summary(outcomes);
    }

    private static int positive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more");
        }
        return value;
    }

    /** The external id makes it safe to repeat: after a lost answer, and in the next run. */
    private static Outcome submit(OpenMedia media, Case each) {
        try {
            boolean existed = media.create()
                    .externalId(each.id())
                    .userData(each.data())
                    .returnExisting()
                    .call()
                    .execute()
                    .existed();
            return new Outcome(each.id(), existed ? "exists" : "created", "");
        } catch (CxException e) {
            return new Outcome(each.id(), "failed", e.getMessage());
        }
    }

    private Outcome show(Outcome outcome, int all, int done) {
        if (outcome.outcome().equals("failed")) {
            err.println("Failed: " + outcome.id() + ": " + outcome.reason());
        }
        if (done % 100 == 0 || done == all) {
            out.println(done + " of " + all);
        }
        return outcome;
    }

    private void write(List<Outcome> outcomes) throws IOException {
        if (report == null) {
            return;
        }
        try (BufferedWriter writer = Files.newBufferedWriter(report);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            printer.printRecord("id", "outcome", "reason");
            for (Outcome each : outcomes) {
                printer.printRecord(each.id(), each.outcome(), each.reason());
            }
        }
    }

    private int summary(List<Outcome> outcomes) {
        long failed = count(outcomes, "failed");
        out.println(count(outcomes, "created") + " created, " + count(outcomes, "exists") + " were there, " + failed
                + " failed");
        return failed == 0 ? 0 : 1;
    }

    private static long count(List<Outcome> outcomes, String outcome) {
        return outcomes.stream().filter(each -> each.outcome().equals(outcome)).count();
    }
}
