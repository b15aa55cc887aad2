package io.github.multicloudcx.examples;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.Download;
import io.github.multicloudcx.core.DownloadedFile;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.udm.UdmClient;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.archive.ExportArchive;
import io.github.multicloudcx.udm.archive.ExportRecord;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Exports contacts: certificate, job, waiting, download, SHA-256, and a look inside. */
@Command(
        name = "ExportContacts",
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Exports contacts of a Multicloud CX deployment into an encrypted file and shows what is inside.",
            "Without CX_BASE_URL it runs against an embedded sandbox, for which no account is needed."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  CX_BASE_URL                    the deployment, such as https://gapi-use1.genesyscloud.com",
            "  CX_API_KEY                     API key of the tenant",
            "  CX_CLIENT_ID, CX_CLIENT_SECRET OAuth client; with CX_USERNAME and CX_PASSWORD for a user",
            "  CX_TOKEN_FILE                  keeps the token between runs (optional)",
            "  More of them in the README."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the file is there and complete",
            "1:the deployment or the network failed; the line on standard error says what to do",
            "2:wrong options or environment"
        })
public final class ExportContacts implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int SHOWN = 3;
    private static final int WIDTH = 100;

    @Option(names = "--from", paramLabel = "DATE", description = "First day, UTC. Default: a week ago.")
    private LocalDate from = LocalDate.now(ZoneOffset.UTC).minusWeeks(1);

    @Option(names = "--to", paramLabel = "DATE", description = "Day after the last one, UTC. Default: today.")
    private LocalDate to = LocalDate.now(ZoneOffset.UTC);

    @Option(names = "--media", split = ",", paramLabel = "MEDIA", description = "Default: chat,email.")
    private List<String> media = List.of("chat", "email");

    @Option(names = "--title", description = "Title of the job. Default: Contacts FROM to TO.")
    private String title;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description =
                    "X.509 certificate to encrypt for; replaces the one of the tenant. Default: the one that is there.")
    private Path certificate;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "Private key of the certificate, PEM; with it the file is opened and its records are counted.")
    private Path key;

    @Option(names = "--output", paramLabel = "DIR", description = "Where the file goes. Default: ${DEFAULT-VALUE}.")
    private Path output = Path.of("export");

    @Option(names = "--timeout", paramLabel = "MINUTES", description = "How long to wait. Default: ${DEFAULT-VALUE}.")
    private long timeoutMinutes = 120;

    @Option(names = "--job", paramLabel = "ID", description = "Creates no job but goes on with this one.")
    private Long existing;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    ExportContacts(Map<String, String> environment, PrintStream out, PrintStream err) {
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
        return new CommandLine(new ExportContacts(environment, out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, arguments) -> {
                    err.println("Wrong use: " + wrong.getMessage() + " (--help shows the options)");
                    return WRONG_USE;
                })
                .execute(args);
    }

    /** Whatever can be wrong on this side is found before anything is changed on the other one. */
    @Override
    public Integer call() {
        try {
            Job job = job();
            Duration timeout = Duration.ofMinutes(timeoutMinutes);
            if (timeout.isZero() || timeout.isNegative()) {
                throw new IllegalArgumentException("--timeout must be 1 or more");
            }
            Files.createDirectories(output);
            boolean sandbox = environment.getOrDefault("CX_BASE_URL", "").isBlank();
            return sandbox ? exportFromSandbox(job, timeout) : export(environment, job, timeout);
        } catch (CxException e) {
            err.println("Failed: " + e.getMessage());
            return FAILED;
        } catch (IllegalArgumentException e) {
            err.println("Wrong use: " + e.getMessage());
            return WRONG_USE;
        } catch (IOException e) {
            err.println("Wrong use: cannot write to --output " + output + " ("
                    + e.getClass().getSimpleName() + ")");
            return WRONG_USE;
        }
    }

    private Job job() {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("--to must be after --from");
        }
        return Job.builder()
                .title(title == null ? "Contacts " + from + " to " + to : title)
                .source("UCS")
                .type("UCS")
                .timeFrame(TimeFrame.between(midnight(from), midnight(to)))
                .schedulerParam(SchedulerParam.now())
                .jobParams(UcsJobParams.of("Contact", media))
                .build();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private int exportFromSandbox(Job job, Duration timeout) throws IOException {
        out.println("CX_BASE_URL is not set: using an embedded sandbox.");
        try (Sandbox sandbox = Sandbox.start()) {
            if (certificate != null) {
                return export(sandbox.environment(), job, timeout);
            }
            certificate = Files.writeString(output.resolve("sandbox-certificate.pem"), sandbox.demoCertificate());
            key = ownerOnly(output.resolve("sandbox-key.pem"));
            Files.writeString(key, sandbox.demoPrivateKey());
            return export(sandbox.environment(), job, timeout);
        }
    }

    private static Path ownerOnly(Path file) throws IOException {
        File created = Files.writeString(file, "").toFile();
        if (!created.setReadable(false, false) || !created.setReadable(true, true)) {
            throw new IOException("the rights of " + file + " cannot be set");
        }
        return file;
    }

    private int export(Map<String, String> connection, Job definition, Duration timeout) {
        try (CxClient cx = CxClientBuilder.fromEnvironment(connection).build()) {
            UdmClient udm = UdmClient.create(cx);
            out.println("Deployment:  " + cx.baseUrl(ApiFamily.UDM));
            long id = existing == null ? create(udm, definition) : existing;
            out.println("Job:         " + id + (existing == null ? " \"" + definition.title() + "\"" : ""));
            JobInfo done = await(udm, id, timeout);
            DownloadedFile file = download(udm, done);
            out.println("File:        " + file.path());
            out.println("Size:        " + file.size() + " bytes");
            out.println("SHA-256:     " + file.sha256());
            if (key != null) {
                show(file.path());
            }
            return 0;
        }
    }

    private long create(UdmClient udm, Job definition) {
        if (certificate != null) {
            udm.certificates().upload(certificate).execute();
            out.println("Certificate: " + certificate.toAbsolutePath() + " (uploaded)");
        } else {
            String present = udm.certificates().get().execute().name();
            if (present == null) {
                throw new IllegalArgumentException("the tenant has no certificate yet; give one with --certificate");
            }
            out.println("Certificate: " + present);
        }
        return udm.jobs().create(definition).execute().id();
    }

    private JobInfo await(UdmClient udm, long id, Duration timeout) {
        Thread hint =
                new Thread(() -> err.println("Stopped. Job " + id + " goes on; --job " + id + " waits for it again."));
        Runtime.getRuntime().addShutdownHook(hint);
        try (ProgressBar bar = bar("Waiting", 100, "%")) {
            return udm.jobs()
                    .await(id)
                    .timeout(timeout)
                    .pollInterval(Duration.ofSeconds(2))
                    .onProgress(progress -> bar.stepTo(progress.progress() == null ? 0 : progress.progress()))
                    .execute();
        } finally {
            Runtime.getRuntime().removeShutdownHook(hint);
        }
    }

    private DownloadedFile download(UdmClient udm, JobInfo job) {
        long size = job.fileSize() == null ? -1 : job.fileSize();
        Download download = udm.files().download(job.fileName());
        try (ProgressBar bar = bar("Loading", size, " bytes")) {
            return (size < 0 ? download : download.expectedSize(size))
                    .onProgress(progress -> bar.stepTo(progress.bytes()))
                    .sha256()
                    .to(output.resolve(job.fileName()))
                    .execute();
        }
    }

    /** One pass in constant memory: what kinds of records there are, and what the first of them look like. */
    private void show(Path file) {
        Map<String, Long> counts = new TreeMap<>();
        List<String> first = new ArrayList<>();
        try (ExportArchive archive = ExportArchive.decrypt(file, DecryptionKey.pem(key, certificate));
                Stream<ExportRecord> records = archive.records()) {
            records.forEach(record -> {
                counts.merge(record.entityType(), 1L, Long::sum);
                if (first.size() < SHOWN) {
                    first.add(record.fields().toString());
                }
            });
        }
        counts.forEach((type, count) -> out.println("Inside:      " + count + " x " + type));
        first.forEach(record -> out.println(
                "             " + (record.length() <= WIDTH ? record : record.substring(0, WIDTH) + " ...")));
    }

    /** Redraws in a terminal; in a log file or a pipe it prints a line now and then. */
    @SuppressWarnings("SystemConsoleNull") // some newer Java versions redraw in a pipe too, which does no harm
    private ProgressBar bar(String task, long max, String unit) {
        boolean terminal = System.console() != null;
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(max)
                .setUnit(unit, 1)
                .setStyle(ProgressBarStyle.ASCII)
                .hideEta()
                .setUpdateIntervalMillis(terminal ? 200 : 30_000)
                .setConsumer(
                        terminal
                                ? new ConsoleProgressBarConsumer(err)
                                : new DelegatingProgressBarConsumer(line -> err.println(line.stripTrailing()), 80))
                .build();
    }
}
