package io.github.multicloudcx.examples;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.DownloadedFile;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.udm.UdmClient;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Exports contacts and interactions: certificate, job, waiting, download, SHA-256. */
@Command(
        name = "ExportContacts",
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Exports contacts and interactions of a Multicloud CX deployment into an encrypted file.",
            "Without CX_BASE_URL it runs against an embedded sandbox, for which no account is needed."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  CX_BASE_URL                    the deployment, such as https://gapi-use1.genesyscloud.com",
            "  CX_API_KEY                     API key of the tenant",
            "  CX_CLIENT_ID, CX_CLIENT_SECRET OAuth client; with CX_USERNAME and CX_PASSWORD for a user",
            "  CX_TOKEN_FILE                  keeps the token between runs (optional)",
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

    @Option(names = "--from", paramLabel = "DATE", description = "First day, UTC. Default: a week ago.")
    private LocalDate from = LocalDate.now(ZoneOffset.UTC).minusWeeks(1);

    @Option(names = "--to", paramLabel = "DATE", description = "Day after the last one, UTC. Default: today.")
    private LocalDate to = LocalDate.now(ZoneOffset.UTC);

    @Option(names = "--media", split = ",", paramLabel = "MEDIA", description = "Default: chat,email.")
    private List<String> media = List.of("chat", "email");

    @Option(names = "--title", description = "Title of the job. Default: ${DEFAULT-VALUE}.")
    private String title = "Contacts of last week";

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description =
                    "X.509 certificate to encrypt for; replaces the one of the tenant. Default: the one that is there.")
    private Path certificate;

    @Option(names = "--output", paramLabel = "DIR", description = "Where the file goes. Default: ${DEFAULT-VALUE}.")
    private Path output = Path.of("export");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Option(names = "--timeout", paramLabel = "MINUTES", description = "How long to wait for the job. Default: 120.")
    private long timeoutMinutes = 120;

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
                .execute(args);
    }

    @Override
    public Integer call() throws IOException {
        try {
            Files.createDirectories(output);
            return environment.containsKey("CX_BASE_URL") ? export(environment) : exportFromSandbox();
        } catch (CxException e) {
            err.println("Failed: " + e.getMessage());
            return FAILED;
        } catch (IllegalArgumentException e) {
            err.println("Wrong use: " + e.getMessage());
            return WRONG_USE;
        }
    }

    private int exportFromSandbox() throws IOException {
        out.println("CX_BASE_URL is not set: using an embedded sandbox.");
        try (Sandbox sandbox = Sandbox.start()) {
            certificate = Files.writeString(output.resolve("sandbox-certificate.pem"), sandbox.demoCertificate());
            Files.writeString(output.resolve("sandbox-key.pem"), sandbox.demoPrivateKey());
            return export(sandbox.environment());
        }
    }

    private int export(Map<String, String> connection) {
        try (CxClient cx = CxClientBuilder.fromEnvironment(connection).build()) {
            UdmClient udm = UdmClient.create(cx);
            out.println("Deployment:  " + connection.get("CX_BASE_URL"));
            chooseCertificate(udm);
            JobInfo job = udm.jobs().create(job()).execute();
            out.println("Job:         " + job.id() + " \"" + title + "\"");
            JobInfo done = await(udm, job.id());
            DownloadedFile file = download(udm, done.fileName());
            out.println("File:        " + file.path());
            out.println("Size:        " + file.size() + " bytes");
            out.println("SHA-256:     " + file.sha256());
            return 0;
        }
    }

    private void chooseCertificate(UdmClient udm) {
        if (certificate != null) {
            udm.certificates().upload(certificate).execute();
            out.println("Certificate: " + certificate + " (uploaded)");
            return;
        }
        String present = udm.certificates().get().execute().name();
        if (present == null) {
            throw new IllegalArgumentException("the tenant has no certificate yet; give one with --certificate");
        }
        out.println("Certificate: " + present);
    }

    private Job job() {
        Instant start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = to.atStartOfDay(ZoneOffset.UTC).toInstant();
        return Job.builder()
                .title(title)
                .source("UCS")
                .type("UCS")
                .timeFrame(TimeFrame.between(start, end))
                .schedulerParam(SchedulerParam.now())
                .jobParams(UcsJobParams.of("Contact", media))
                .build();
    }

    private JobInfo await(UdmClient udm, long id) {
        try (ProgressBar bar = bar("Waiting", 100, "%")) {
            return udm.jobs()
                    .await(id)
                    .timeout(Duration.ofMinutes(timeoutMinutes))
                    .pollInterval(Duration.ofSeconds(1))
                    .onProgress(progress -> bar.stepTo(progress.progress() == null ? 0 : progress.progress()))
                    .execute();
        }
    }

    private DownloadedFile download(UdmClient udm, String fileName) {
        try (ProgressBar bar = bar("Loading", -1, " bytes")) {
            return udm.files()
                    .download(fileName)
                    .onProgress(progress -> {
                        bar.maxHint(progress.total() == null ? -1 : progress.total());
                        bar.stepTo(progress.bytes());
                    })
                    .sha256()
                    .to(output.resolve(fileName))
                    .execute();
        }
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
                .setUpdateIntervalMillis(terminal ? 200 : 1000)
                .setConsumer(
                        terminal
                                ? new ConsoleProgressBarConsumer(err)
                                : new DelegatingProgressBarConsumer(err::println, 80))
                .build();
    }
}
