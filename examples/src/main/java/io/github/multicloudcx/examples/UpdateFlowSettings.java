package io.github.multicloudcx.examples;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.auth.OAuthEndpoint;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.examples.architect.ArchitectClient;
import io.github.multicloudcx.examples.architect.ArchitectEndpoints;
import io.github.multicloudcx.examples.architect.AuditLog;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
            "Without CX_BASE_URL_ARCHITECT it runs against an embedded sandbox, for which no account is needed."
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

    @Option(names = "--audit", paramLabel = "FILE", description = "Audit log, JSON Lines. Default: ${DEFAULT-VALUE}.")
    private Path audit = Path.of("flow-settings-audit.jsonl");

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

    @Option(names = "--flows-path", paramLabel = "PATH", description = "Path of the flows. Default: ${DEFAULT-VALUE}.")
    private String flowsPath = ArchitectEndpoints.standard().flowsPath();

    @Option(names = "--method", paramLabel = "METHOD", description = "PATCH or PUT. Default: ${DEFAULT-VALUE}.")
    private String method = ArchitectEndpoints.standard().updateMethod();

    @Option(
            names = "--token-url",
            paramLabel = "URL",
            description = "Path below the base URL, or a whole address. Default: ${DEFAULT-VALUE}.")
    private String tokenUrl = "/api/v2/oauth/token";

    @Option(names = "--token-form", paramLabel = "FORM", description = "json or form. Default: ${DEFAULT-VALUE}.")
    private TokenForm tokenForm = TokenForm.json;

    @Option(
            names = "--client-in",
            paramLabel = "PLACE",
            description = "Where id and secret of the client go: body or basic. Default: ${DEFAULT-VALUE}.")
    private ClientPlace clientIn = ClientPlace.body;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    /** As they are written on the command line. */
    enum TokenForm {
        json,
        form
    }

    /** As they are written on the command line. */
    enum ClientPlace {
        body,
        basic
    }

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
                .execute(args);
    }

    @Override
    public Integer call() {
        try {
            boolean embedded =
                    environment.getOrDefault("CX_BASE_URL_ARCHITECT", "").isBlank();
            return embedded ? runInSandbox() : run(environment, false);
        } catch (FlowUpdateException e) {
            err.println("Failed: " + e.getMessage());
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

    private int runInSandbox() throws IOException {
        out.println("CX_BASE_URL_ARCHITECT is not set: using an embedded sandbox.");
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
        try (ArchitectClient client =
                        ArchitectClient.connect(CxClientBuilder.fromEnvironment(connection), endpoints(), id, secret);
                ConfigurationWebhook webhook = webhook()) {
            FlowSettingsManager manager = manager(client, webhook, sandbox ? 0 : 10);
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

    private ArchitectEndpoints endpoints() {
        OAuthEndpoint token = tokenUrl.startsWith("/")
                ? OAuthEndpoint.of(ApiFamily.ARCHITECT, tokenUrl)
                : OAuthEndpoint.at(URI.create(tokenUrl));
        token = clientIn == ClientPlace.body ? token.clientInBody() : token;
        return new ArchitectEndpoints(flowsPath, method, tokenForm == TokenForm.json ? token.asJson() : token);
    }

    private ConfigurationWebhook webhook() {
        if (notify.isEmpty()) {
            return null;
        }
        String token = environment.getOrDefault("CX_NOTIFY_TOKEN", "");
        return ConfigurationWebhook.to(URI.create(notify), token.isBlank() ? null : token, Duration.ofSeconds(10));
    }

    private FlowSettingsManager manager(ArchitectClient client, ConfigurationWebhook webhook, int usualInterval)
            throws IOException {
        FlowSettingsManager.Builder manager = FlowSettingsManager.builder(client, AuditLog.open(audit))
                .who(who)
                .onWait(wait -> err.println("Waiting " + wait.toMillis() / 1000.0 + " s: changes must be apart."))
                .interval(
                        seconds(interval == null ? usualInterval : interval, "--interval"),
                        seconds(longestWait, "--wait"));
        if (!schema.toString().isEmpty()) {
            manager = manager.schema(SettingsSchema.read(schema));
        }
        return (webhook == null ? manager : manager.notifier(webhook)).build();
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
        out.println("Dry run: nothing was sent.");
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
