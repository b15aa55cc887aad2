package io.github.multicloudcx.examples;

import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.examples.architect.ArchitectClient;
import io.github.multicloudcx.examples.architect.AuditLog;
import io.github.multicloudcx.examples.architect.AuditTrail;
import io.github.multicloudcx.examples.architect.ConfigurationWebhook;
import io.github.multicloudcx.examples.architect.FlowChange;
import io.github.multicloudcx.examples.architect.FlowPreview;
import io.github.multicloudcx.examples.architect.FlowSettingsManager;
import io.github.multicloudcx.examples.architect.FlowState;
import io.github.multicloudcx.examples.architect.FlowUpdate;
import io.github.multicloudcx.examples.architect.FlowUpdateException;
import io.github.multicloudcx.examples.architect.SettingsSchema;
import io.github.multicloudcx.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes settings of an Architect flow, shows what would be changed, or takes the last change back. */
@Command(
        name = "UpdateFlowSettings",
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Changes settings of an Architect flow as a whole or not at all, without overwriting what others change at",
            "the same time, and writes an audit log from which the last change can be taken back.",
            "Without options and environment it runs against an embedded sandbox, for which no account is needed."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  CX_BASE_URL_ARCHITECT          address, such as https://api.mypurecloud.com",
            "  CX_CLIENT_ID, CX_CLIENT_SECRET OAuth client with the scopes of flows",
            "  CX_NOTIFY_TOKEN                sent to the webhook as Authorization: Bearer, when it is set"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or nothing to do",
            "1:not changed, or changed and rolled back; standard error says why",
            "2:wrong options, environment or file; nothing was changed",
            "3:the state of the flow is not known; standard error says what to look at"
        })
public final class UpdateFlowSettings implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The change, in YAML or JSON. Without it, the sandbox is given a change of its own.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Shows what would be changed, and changes nothing.")
    private boolean dryRun;

    @Option(
            names = "--rollback",
            description = "Takes back the last change of the audit log that has not been taken back.")
    private boolean rollback;

    @Option(names = "--flow", paramLabel = "NAME", description = "Takes back the last change of this flow, not of any.")
    private String flow = "";

    @Option(
            names = "--audit",
            paramLabel = "FILE",
            description = "Audit log, JSON Lines. Default: flow-settings-audit.jsonl, in the sandbox a temporary file.")
    private Path audit;

    @Option(names = "--sandbox", description = "Runs against an embedded sandbox, whatever the environment says.")
    private boolean sandboxed;

    @Option(
            names = "--who",
            paramLabel = "NAME",
            description = "Who stands in the audit log. Default: ${DEFAULT-VALUE}.")
    private String who = System.getProperty("user.name", "unknown");

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            description = "Shortest time between two changes of a flow. Default: 10, in the sandbox 0.")
    private Integer interval;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for that at most. Default: ${DEFAULT-VALUE}.")
    private int longestWait = 30;

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description = "JSON schema of updates, instead of the one that the tutorial documents.")
    private Path schema = Path.of("");

    @Option(names = "--notify", paramLabel = "URL", description = "Webhook that is told of the change.")
    private String notify = "";

    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    UpdateFlowSettings(Map<String, String> environment, PrintStream out, PrintStream err) {
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
        return new CommandLine(new UpdateFlowSettings(environment, out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, arguments) -> {
                    err.println("Wrong use: " + wrong.getMessage() + " (--help shows the options)");
                    return 2;
                })
                .setExecutionExceptionHandler((unexpected, line, parsed) -> {
                    err.println("Failed, look at the audit log and at the flow: " + unexpected);
                    return 3;
                })
                .execute(args);
    }

    @Override
    public Integer call() {
        try {
            refuseMixes();
            return embedded() ? runInSandbox() : run(environment, false);
        } catch (FlowUpdateException e) {
            err.println("Failed: " + e.getMessage());
            Stream.of(e.getSuppressed())
                    .filter(UncheckedIOException.class::isInstance)
                    .forEach(unwritten ->
                            err.println("And this does not stand in the audit log: " + unwritten.getMessage()));
            return e.state() == FlowState.UNKNOWN ? 3 : 1;
        } catch (CxException e) {
            err.println("Failed: " + e.getMessage());
            return 1;
        } catch (NoSuchFileException e) {
            err.println("Wrong use: there is no file or directory " + e.getFile());
            return 2;
        } catch (AccessDeniedException e) {
            err.println("Wrong use: the rights do not allow to use " + e.getFile());
            return 2;
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            err.println("Wrong use: " + e.getMessage());
            return 2;
        }
    }

    private void refuseMixes() {
        if (rollback && !file.toString().isEmpty()) {
            throw new IllegalArgumentException("--rollback takes no file; it takes back what the audit log says");
        }
        if (!rollback && !flow.isEmpty()) {
            throw new IllegalArgumentException("--flow goes with --rollback; a change names its flow in the file");
        }
    }

    /** Only when nothing says that a real deployment was meant: a cron job that lost its environment must not seem to succeed. */
    private boolean embedded() {
        if (sandboxed) {
            return true;
        }
        boolean here = !environment.getOrDefault("CX_BASE_URL_ARCHITECT", "").isBlank();
        boolean meant = audit != null
                || !file.toString().isEmpty()
                || Stream.of("CX_BASE_URL", "CX_CLIENT_ID", "CX_CLIENT_SECRET").anyMatch(environment::containsKey);
        if (!here && meant) {
            throw new IllegalArgumentException(
                    "CX_BASE_URL_ARCHITECT is not set; --sandbox runs against an embedded sandbox");
        }
        return !here;
    }

    private int runInSandbox() throws IOException {
        out.println("Using an embedded sandbox.");
        if (audit == null) {
            audit = Files.createTempFile("flow-settings-audit", ".jsonl");
        }
        try (Sandbox sandbox = Sandbox.start()) {
            Map<String, String> connection = new HashMap<>(environment);
            connection.put("CX_BASE_URL_ARCHITECT", sandbox.baseUrl().toString());
            connection.put("CX_CLIENT_ID", sandbox.architect().clientId());
            connection.put("CX_CLIENT_SECRET", sandbox.architect().clientSecret());
            return run(connection, true);
        }
    }

    private int run(Map<String, String> connection, boolean sandbox) throws IOException {
        String id = due(connection, "CX_CLIENT_ID");
        String secret = due(connection, "CX_CLIENT_SECRET");
        FlowChange change = rollback && !sandbox ? null : change(sandbox);
        try (ArchitectClient client = ArchitectClient.connect(
                        CxClientBuilder.fromEnvironment(connection), endpoints.endpoints(), id, secret);
                ConfigurationWebhook webhook = webhook()) {
            FlowSettingsManager manager = manager(client, webhook, sandbox);
            if (rollback && sandbox) {
                out.println("The sandbox begins anew each time, so the change is made first.");
                show(manager.update(change));
            }
            return rollback ? takeBack(manager) : make(manager, change);
        }
    }

    private static String due(Map<String, String> connection, String name) {
        String value = connection.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private FlowChange change(boolean sandbox) throws IOException {
        if (!file.toString().isEmpty()) {
            return FlowChange.read(file);
        }
        if (!sandbox) {
            throw new IllegalArgumentException("name a file with the change");
        }
        try (InputStream in = FlowChange.class.getResourceAsStream("flow-change.yaml")) {
            return FlowChange.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), false, "flow-change.yaml");
        }
    }

    private ConfigurationWebhook webhook() {
        if (notify.isEmpty()) {
            return null;
        }
        String token = environment.getOrDefault("CX_NOTIFY_TOKEN", "");
        return ConfigurationWebhook.to(address(), token.isBlank() ? null : token, Duration.ofSeconds(10));
    }

    /** The address is not repeated in an error; it may hold a secret. */
    private URI address() {
        try {
            return new URI(notify);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("--notify is not an address");
        }
    }

    private FlowSettingsManager manager(ArchitectClient client, ConfigurationWebhook webhook, boolean sandbox)
            throws IOException {
        int apart = interval != null ? interval : sandbox ? 0 : 10;
        FlowSettingsManager.Builder manager = FlowSettingsManager.builder(client, trail())
                .who(who)
                .onWait(wait -> err.println("Waiting " + wait.toMillis() / 1000.0 + " s: changes must be apart."))
                .interval(seconds(apart, "--interval"), seconds(longestWait, "--wait"));
        if (!schema.toString().isEmpty()) {
            manager = manager.schema(SettingsSchema.read(schema));
        }
        return (webhook == null ? manager : manager.notifier(webhook)).build();
    }

    /** A look at what a change would do leaves nothing behind. */
    private AuditTrail trail() throws IOException {
        if (audit == null) {
            audit = Path.of("flow-settings-audit.jsonl");
        }
        return dryRun && !rollback ? AuditTrail.none() : AuditLog.open(audit);
    }

    private static Duration seconds(int value, String name) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be 0 or more");
        }
        return Duration.ofSeconds(value);
    }

    private int make(FlowSettingsManager manager, FlowChange change) {
        return dryRun ? show(manager.preview(change)) : show(manager.update(change));
    }

    private int takeBack(FlowSettingsManager manager) {
        String name = flow.isEmpty() ? null : flow;
        return dryRun ? show(manager.previewRollBack(name)) : show(manager.rollBack(name));
    }

    private int show(FlowPreview preview) {
        out.println("Would change " + preview.flow() + ":");
        preview.diff().forEach(line -> out.println("  " + line));
        if (preview.diff().isEmpty()) {
            out.println("  nothing, it is so already");
        }
        preview.violations().forEach(violation -> err.println("Does not fit the schema: " + violation));
        out.println("Dry run: this was not sent.");
        return preview.violations().isEmpty() ? 0 : 1;
    }

    private int show(FlowUpdate update) {
        if (!update.changed()) {
            out.println("Nothing to change in " + update.after() + ", it is so already.");
            return 0;
        }
        String tries = update.tries() == 1 ? "" : ", at try " + update.tries() + " because others were faster";
        out.println("Changed " + update.after() + tries + ":");
        update.diff().forEach(line -> out.println("  " + line));
        update.warnings().forEach(warning -> err.println("Warning: the flow is changed, but " + warning));
        out.println("Audit log: " + audit.toAbsolutePath() + ", update " + update.id());
        return 0;
    }
}
