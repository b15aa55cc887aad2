package io.github.multicloudcx.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.udm.JobException;
import io.github.multicloudcx.udm.JobTimeoutException;
import io.github.multicloudcx.udm.UdmClient;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.archive.ExportRecord;
import io.github.multicloudcx.udm.export.ExportPhase;
import io.github.multicloudcx.udm.export.ExportProgress;
import io.github.multicloudcx.udm.export.ExportRun;
import io.github.multicloudcx.udm.export.ExportSummary;
import io.github.multicloudcx.udm.export.RecordReceiver;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What goes into cron: the interactions of a day as JSON Lines and CSV, one file of each per entity type. */
@Command(
        name = "NightlyExport",
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Exports the interactions of one day, decrypts them and writes one .jsonl and one .csv file per entity type.",
            "Run it again whatever happened: it goes on where it stopped, and does nothing when the day is done.",
            "Without CX_BASE_URL it runs against an embedded sandbox, for which no account is needed."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  CX_BASE_URL, CX_API_KEY, CX_CLIENT_ID, CX_CLIENT_SECRET and the others in the README;",
            "  CX_KEY_PASSWORD                password of the private key, if it has one"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the day is exported, now or by an earlier run",
            "1:it failed; the line on standard error says what to do, then run it again",
            "2:wrong options or environment"
        })
public final class NightlyExport implements Callable<Integer> {
    @Option(names = "--day", paramLabel = "DATE", description = "Which day, UTC; it must be over. Default: yesterday.")
    private LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    @Option(names = "--media", split = ",", paramLabel = "MEDIA", description = "Default: chat,email.")
    private List<String> media = List.of("chat", "email");

    @Option(names = "--attachments", description = "Exports attachments too.")
    private boolean attachments;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Gets a directory per day. Default: ${DEFAULT-VALUE}.")
    private Path output = Path.of("export");

    @Option(names = "--key", paramLabel = "FILE", description = "Private key that opens the export, PEM.")
    private Path key;

    @Option(names = "--certificate", paramLabel = "FILE", description = "The certificate of that key, PEM or DER.")
    private Path certificate;

    @Option(names = "--timeout", paramLabel = "MINUTES", description = "How long to wait. Default: ${DEFAULT-VALUE}.")
    private long timeoutMinutes = 120;

    @Option(
            names = "--start-over",
            description =
                    "Forgets earlier runs for this day and creates another job, for example after one has failed.")
    private boolean startOver;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private ExportPhase phase;

    NightlyExport(Map<String, String> environment, PrintStream out, PrintStream err) {
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
        return new CommandLine(new NightlyExport(environment, out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, arguments) -> {
                    err.println("Wrong use: " + wrong.getMessage() + " (--help shows the options)");
                    return 2;
                })
                .execute(args);
    }

    @Override
    public Integer call() throws IOException {
        try {
            if (!environment.getOrDefault("CX_BASE_URL", "").isBlank()) {
                return export(environment);
            }
            out.println("CX_BASE_URL is not set: using an embedded sandbox.");
            try (Sandbox sandbox = Sandbox.start()) {
                sandbox.udm().useCertificate(sandbox.demoCertificate());
                Path own = Files.createTempDirectory("sandbox-key");
                key = Files.writeString(own.resolve("key.pem"), sandbox.demoPrivateKey());
                certificate = Files.writeString(own.resolve("certificate.pem"), sandbox.demoCertificate());
                startOver = true; // the sandbox of an earlier run is gone, and its jobs with it
                try {
                    return export(sandbox.environment());
                } finally {
                    Files.delete(key);
                    Files.delete(certificate);
                    Files.delete(own);
                }
            }
        } catch (JobException e) {
            boolean over = !(e instanceof JobTimeoutException);
            err.println("Failed: " + e.getMessage() + (over ? "; --start-over creates another job" : ""));
            return 1;
        } catch (CxException e) {
            err.println("Failed: " + e.getMessage());
            return 1;
        } catch (IllegalArgumentException e) {
            err.println("Wrong use: " + e.getMessage());
            return 2;
        }
    }

    private int export(Map<String, String> connection) {
        if (key == null || certificate == null) {
            throw new IllegalArgumentException("--key and --certificate are required");
        }
        if (!day.isBefore(LocalDate.now(ZoneOffset.UTC))) {
            throw new IllegalArgumentException("--day must be over (UTC): it is exported once");
        }
        if (timeoutMinutes < 1) {
            throw new IllegalArgumentException("--timeout must be 1 or more");
        }
        Path directory = output.resolve(day.toString());
        try (CxClient cx = CxClientBuilder.fromEnvironment(connection).build()) {
            ExportRun run = UdmClient.create(cx)
                    .exports()
                    .run(job())
                    .to(directory)
                    .name("nightly-" + day)
                    .timeout(Duration.ofMinutes(timeoutMinutes))
                    .decryptWith(decryptionKey())
                    .deliverTo(new EntityFiles(directory))
                    .onProgress(this::log);
            if (startOver) {
                run.forget();
            }
            ExportSummary summary = run.execute();
            log((phase == null ? "was done already: " : "done: ") + summary);
            return 0;
        }
    }

    private DecryptionKey decryptionKey() {
        String password = environment.getOrDefault("CX_KEY_PASSWORD", "");
        return password.isEmpty()
                ? DecryptionKey.pem(key, certificate)
                : DecryptionKey.pem(key, password.toCharArray(), certificate);
    }

    private Job job() {
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return Job.builder()
                .title("Interactions of " + day)
                .source("UCS")
                .type("UCS")
                .timeFrame(TimeFrame.between(midnight, midnight.plus(1, ChronoUnit.DAYS)))
                .schedulerParam(SchedulerParam.now())
                .jobParams(UcsJobParams.of("Interaction", media).exportAttachments(attachments))
                .build();
    }

    /** A line per phase is what a log needs. */
    private void log(ExportProgress progress) {
        if (progress.phase() != phase) {
            phase = progress.phase();
            log(phase + (progress.item() == null ? "" : " " + progress.item()));
        }
    }

    private void log(String line) {
        out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + day + " " + line);
    }

    /** Writes beside the final files, and moves everything into place when all of it is there. */
    static final class EntityFiles implements RecordReceiver {
        private static final ObjectMapper JSON = new ObjectMapper();

        private final Path directory;
        private final Map<String, Entity> entities = new LinkedHashMap<>();

        EntityFiles(Path directory) {
            this.directory = directory;
        }

        @Override
        public void begin() throws IOException {
            Files.createDirectories(directory);
            entities.clear();
        }

        @Override
        public void accept(ExportRecord record) throws IOException {
            String name = record.entityType().replaceAll("[^A-Za-z0-9_-]", "_");
            Entity entity = entities.get(name);
            if (entity == null) {
                entity = new Entity(directory.resolve(name));
                entities.put(name, entity);
            }
            entity.write(record);
        }

        @Override
        public void complete() throws IOException {
            for (Entity entity : entities.values()) {
                entity.lines.close();
                entity.writeCsv();
            }
            for (Entity entity : entities.values()) {
                entity.publish();
            }
        }

        @Override
        public void abandon() throws IOException {
            for (Entity entity : entities.values()) {
                entity.lines.close();
            }
        }

        /** The files of an entity type. The columns are known when the last record has come, so the CSV file is written then. */
        private static final class Entity {
            private final Path path;
            private final BufferedWriter lines;
            private final Map<String, String> columns = new LinkedHashMap<>();

            Entity(Path path) throws IOException {
                this.path = path;
                this.lines = Files.newBufferedWriter(with(".jsonl.new"));
            }

            private Path with(String suffix) {
                return path.resolveSibling(path.getFileName() + suffix);
            }

            void write(ExportRecord record) throws IOException {
                record.json()
                        .fieldNames()
                        .forEachRemaining(name -> columns.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
                lines.write(record.json().toString());
                lines.newLine();
            }

            void writeCsv() throws IOException {
                try (BufferedReader records = Files.newBufferedReader(with(".jsonl.new"));
                        BufferedWriter csv = Files.newBufferedWriter(with(".csv.new"))) {
                    csv.write(
                            columns.values().stream().map(Entity::quoted).collect(Collectors.joining(",", "", "\r\n")));
                    for (String line = records.readLine(); line != null; line = records.readLine()) {
                        csv.write(row(JSON.readTree(line)));
                    }
                }
            }

            private String row(JsonNode record) {
                Map<String, String> cells = new LinkedHashMap<>();
                record.properties()
                        .forEach(field -> cells.put(field.getKey().toLowerCase(Locale.ROOT), text(field.getValue())));
                return columns.keySet().stream()
                        .map(column -> quoted(cells.getOrDefault(column, "")))
                        .collect(Collectors.joining(",", "", "\r\n"));
            }

            private static String text(JsonNode value) {
                return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
            }

            /** As RFC 4180 has it. */
            private static String quoted(String cell) {
                return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
            }

            void publish() throws IOException {
                for (String suffix : List.of(".jsonl", ".csv")) {
                    Files.move(with(suffix + ".new"), with(suffix), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
