package io.github.multicloudcx.examples;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.udm.UdmClient;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.FileMetadata;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobStatus;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes old export files and history records; shows what it would delete unless it is told to. */
@Command(
        name = "CleanUpExports",
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Deletes export files, and history records of exports that have ended, that are older than some days.",
            "It only shows what it would delete unless --delete is given.",
            "Without CX_BASE_URL it runs against an embedded sandbox, for which no account is needed."
        },
        footerHeading = "%nEnvironment:%n",
        footer = "  CX_BASE_URL, CX_API_KEY, CX_CLIENT_ID, CX_CLIENT_SECRET and the others in the README",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that was to be deleted is deleted, or this was a dry run",
            "1:the deployment or the network failed; the line on standard error says what to do",
            "2:wrong options or environment",
            "3:some of it could not be deleted; it is listed"
        })
public final class CleanUpExports implements Callable<Integer> {
    private static final int AT_ONCE = 50;

    @Option(
            names = "--older-than",
            paramLabel = "DAYS",
            description = "Age from which something is deleted. Default: ${DEFAULT-VALUE}.")
    private int days = 14;

    @Option(names = "--delete", description = "Deletes. Without it nothing is changed.")
    private boolean delete;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private int left;

    CleanUpExports(Map<String, String> environment, PrintStream out, PrintStream err) {
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
        return new CommandLine(new CleanUpExports(environment, out, err))
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
            if (days < 1) {
                throw new IllegalArgumentException("--older-than must be 1 or more");
            }
            boolean embedded = environment.getOrDefault("CX_BASE_URL", "").isBlank();
            return embedded ? cleanUpSandbox() : cleanUp(environment);
        } catch (CxException e) {
            err.println("Failed: " + e.getMessage());
            return 1;
        } catch (IllegalArgumentException e) {
            err.println("Wrong use: " + e.getMessage());
            return 2;
        }
    }

    /** A sandbox in which exports were made a day longer ago than the limit. */
    private int cleanUpSandbox() {
        out.println("CX_BASE_URL is not set: using an embedded sandbox with some old exports.");
        Duration age = Duration.ofDays(days + 1L);
        SandboxClock clock = SandboxClock.manual(Instant.now().minus(age));
        try (Sandbox sandbox = Sandbox.builder().clock(clock).start()) {
            sandbox.udm().setFileLifetime(age.multipliedBy(2));
            sandbox.udm().addFinishedJobs(3);
            sandbox.udm().addFile("UCS-Contact-1.smime", new byte[1000]);
            clock.advance(age);
            sandbox.udm().addFinishedJobs(1);
            return cleanUp(sandbox.environment());
        }
    }

    private int cleanUp(Map<String, String> connection) {
        Instant limit = Instant.now().minus(Duration.ofDays(days));
        try (CxClient cx = CxClientBuilder.fromEnvironment(connection).build()) {
            UdmClient udm = UdmClient.create(cx);
            out.println((delete ? "Deleting" : "Would delete") + " what is older than " + limit);
            remove(
                    "file",
                    oldFiles(udm, limit),
                    batch -> udm.files().deleteAll(batch).execute());
            remove(
                    "history record",
                    oldRecords(udm, limit),
                    batch -> udm.history().deleteAll(batch).execute());
        }
        if (!delete) {
            out.println("Nothing was changed; --delete deletes.");
        }
        return left == 0 ? 0 : 3;
    }

    /** The server knows when a file was uploaded; the reference names no field that tells it. */
    private static List<String> oldFiles(UdmClient udm, Instant limit) {
        try (Stream<FileMetadata> files = udm.files().list().endDate(limit).stream()) {
            return files.map(FileMetadata::name).filter(Objects::nonNull).toList();
        }
    }

    /** Those without a date that can be read are kept. */
    private static List<String> oldRecords(UdmClient udm, Instant limit) {
        try (Stream<JobInfo> records = udm.history().list().stream()) {
            return records.filter(record -> record.id() != null && ended(record.jobStatus()))
                    .filter(record ->
                            record.createdAt() != null && record.createdAt().isBefore(limit))
                    .map(record -> Long.toString(record.id()))
                    .toList();
        }
    }

    private static boolean ended(JobStatus status) {
        return status != null && (status.done() || status.failed() || status.cancelled());
    }

    private void remove(String what, List<String> names, Function<List<String>, DeleteResult> deletion) {
        List<String> kept = new ArrayList<>();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            List<String> batch = names.subList(from, Math.min(names.size(), from + AT_ONCE));
            if (delete) {
                kept.addAll(deletion.apply(batch).notDeleted());
            }
        }
        names.forEach(
                name -> out.println("  " + what + " " + name + (kept.contains(name) ? ": could not be deleted" : "")));
        out.println((names.size() - kept.size()) + " " + what + (names.size() - kept.size() == 1 ? "" : "s")
                + (delete ? " deleted" : " to delete")
                + (kept.isEmpty() ? "" : ", " + kept.size() + " left"));
        left += kept.size();
    }
}
