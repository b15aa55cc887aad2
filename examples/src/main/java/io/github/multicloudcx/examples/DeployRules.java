package io.github.multicloudcx.examples;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.grs.GrsClient;
import io.github.multicloudcx.grs.GrsLogin;
import io.github.multicloudcx.grs.GrsTenant;
import io.github.multicloudcx.grs.PackageValidationException;
import io.github.multicloudcx.grs.PasswordChangeRequiredException;
import io.github.multicloudcx.grs.model.DeployTargetType;
import io.github.multicloudcx.grs.rollout.Rollout;
import io.github.multicloudcx.grs.rollout.RolloutReport;
import io.github.multicloudcx.grs.rollout.TargetReport;
import io.github.multicloudcx.sandbox.Sandbox;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a snapshot of a rule package, deploys it to every cluster, waits, reports, and takes it back when one fails. */
@Command(
        name = "DeployRules",
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Takes a snapshot of a rule package and deploys it to all clusters of the tenant, or to the",
            "targets that are named. It waits for each, stops at the first that fails, and deploys what",
            "was live before on those that were begun.",
            "Without CX_BASE_URL_GRS it runs against an embedded sandbox, for which no account is needed."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  CX_BASE_URL_GRS                    address of the Rules Authoring Tool, with its application",
            "                                     path from 8.5.3 on",
            "  CX_GRS_USERNAME, CX_GRS_PASSWORD   user of the Rules System",
            "  CX_GRS_NEW_PASSWORD                what an expired password is changed to"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the snapshot is live on every target",
            "1:it is not; what was begun has been taken back, or nothing was begun",
            "2:wrong options or environment; nothing was changed",
            "3:it is not, and not everything has been taken back: look at the report"
        })
public final class DeployRules implements Callable<Integer> {
    @Option(names = "--tenant", paramLabel = "ID", description = "Id of the tenant.")
    private String tenant = "";

    @Option(names = "--package", paramLabel = "ID", description = "Id of the rule package.")
    private String packageId = "";

    @Option(names = "--snapshot", paramLabel = "NAME", description = "Name of the snapshot. Default: made of the time.")
    private String snapshot = "";

    @Option(names = "--existing", description = "The snapshot is there already; none is taken.")
    private boolean existing;

    @Option(
            names = "--to",
            split = ",",
            paramLabel = "TARGET",
            description = "Names of the targets in their order, separated by commas. Default: all clusters.")
    private List<String> targets = List.of();

    @Option(
            names = "--parallel",
            paramLabel = "NUMBER",
            description = "Deployments at a time. Default: ${DEFAULT-VALUE}.")
    private int parallel = 1;

    @Option(names = "--go-on", description = "Goes on with the other targets after a failure.")
    private boolean goOn;

    @Option(names = "--no-roll-back", description = "Leaves everything as it is after a failure.")
    private boolean noRollBack;

    @Option(
            names = "--timeout",
            paramLabel = "MINUTES",
            description = "Time for each deployment. Default: ${DEFAULT-VALUE}.")
    private int timeout = 10;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    DeployRules(Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** Ends with one of the exit codes that {@code --help} lists. */
    public static void main(String[] args) {
        int code = run(args, System.getenv(), Clock.systemUTC(), System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] args, Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {
        return new CommandLine(new DeployRules(environment, clock, out, err))
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
            boolean embedded = environment.getOrDefault("CX_BASE_URL_GRS", "").isBlank();
            return embedded ? deployToSandbox() : deploy(environment);
        } catch (PackageValidationException e) {
            err.println("The rules do not validate; nothing was deployed:");
            e.messages().forEach(message -> err.println("  " + message));
            return 1;
        } catch (CxException e) {
            err.println("Failed, nothing was deployed: " + e.getMessage());
            return 1;
        } catch (IllegalArgumentException e) {
            err.println("Wrong use: " + e.getMessage());
            return 2;
        }
    }

    private int deployToSandbox() {
        out.println("CX_BASE_URL_GRS is not set: using an embedded sandbox with three clusters.");
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.rules().addTarget("GRE_CLUSTER_EAST", true);
            sandbox.rules().addTarget("GRE_CLUSTER_WEST", true);
            tenant = sandbox.rules().tenantId();
            packageId = sandbox.rules().packageId();
            Map<String, String> connection = new HashMap<>(environment);
            connection.put("CX_BASE_URL_GRS", sandbox.rules().baseUrl().toString());
            connection.put("CX_GRS_USERNAME", sandbox.rules().username());
            connection.put("CX_GRS_PASSWORD", sandbox.rules().password());
            return deploy(connection);
        }
    }

    private int deploy(Map<String, String> connection) {
        GrsLogin login = GrsLogin.of(due(connection, "CX_GRS_USERNAME"), due(connection, "CX_GRS_PASSWORD"));
        try (CxClient cx =
                CxClientBuilder.fromEnvironment(connection).credentials(login).build()) {
            GrsClient grs = GrsClient.create(cx);
            GrsTenant mine = grs.tenant(given(tenant, "--tenant"));
            Rollout rollout =
                    rollout(mine.rulePackage(given(packageId, "--package")).rollout());
            signIn(grs, mine);
            return show(rollout.execute());
        }
    }

    private static String due(Map<String, String> connection, String name) {
        String value = connection.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private static String given(String value, String option) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(option + " is required");
        }
        return value;
    }

    private Rollout rollout(Rollout plain) {
        if (existing && snapshot.isBlank()) {
            throw new IllegalArgumentException("--existing needs the name of the snapshot, --snapshot");
        }
        String name = snapshot.isBlank() ? nameOfNow() : snapshot;
        Rollout rollout = (existing ? plain.snapshot(name) : plain.takeSnapshot(name, "Taken by DeployRules"))
                .comments("Deployed by DeployRules")
                .parallelism(parallel)
                .timeoutPerTarget(Duration.ofMinutes(timeout))
                .onProgress(each -> out.println("  " + progress(each)));
        rollout = targets.isEmpty() ? rollout.toAll(DeployTargetType.CLUSTER) : rollout.to(targets);
        rollout = goOn ? rollout.goOnAfterFailure() : rollout;
        return noRollBack ? rollout : rollout.rollBackOnFailure();
    }

    /** Without a colon, which no snapshot may have in its name. */
    private String nameOfNow() {
        return "Rollout "
                + DateTimeFormatter.ofPattern("yyyy-MM-dd HH-mm-ss")
                        .format(clock.instant().atZone(ZoneOffset.UTC));
    }

    /** The first request logs in; an expired password is changed when a new one is at hand. */
    private void signIn(GrsClient grs, GrsTenant mine) {
        try {
            int number = mine.deployTargets().execute().size();
            out.println("The tenant has " + number + " targets.");
        } catch (PasswordChangeRequiredException e) {
            String changed = environment.getOrDefault("CX_GRS_NEW_PASSWORD", "");
            if (changed.isBlank()) {
                throw new IllegalArgumentException("the password has expired; set CX_GRS_NEW_PASSWORD to change it", e);
            }
            var unused = grs.changePassword(changed).execute();
            out.println("The password had expired and is changed to CX_GRS_NEW_PASSWORD.");
        }
    }

    private static String progress(TargetReport each) {
        return each.rollBack() == null
                ? each.target() + ": " + each.deployment()
                : each.target() + ": taken back, " + each.rollBack();
    }

    private int show(RolloutReport report) {
        out.println((report.successful() ? "Deployed " : "Not deployed everywhere: ") + report.snapshot());
        out.printf("  %-24s %-12s %-12s %-28s %s%n", "target", "deployed", "taken back", "before", "now");
        for (TargetReport each : report.targets()) {
            out.printf(
                    "  %-24s %-12s %-12s %-28s %s%n",
                    each.target(),
                    each.deployment().result(),
                    each.rollBack() == null ? "" : each.rollBack().result(),
                    each.before(),
                    each.after());
        }
        if (report.lookFailure() != null) {
            err.println("What is live now could not be read: "
                    + report.lookFailure().getMessage());
        }
        if (report.successful()) {
            return 0;
        }
        boolean untouched =
                report.targets().stream().noneMatch(each -> each.deployment().begun());
        return untouched || report.rolledBack() ? 1 : 3;
    }
}
