package io.github.multicloudcx.sandbox;

import io.github.multicloudcx.sandbox.internal.server.CommandLine;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs a sandbox until Ctrl-C: {@code java -cp ... io.github.multicloudcx.sandbox.SandboxMain --port 8080}. */
public final class SandboxMain {
    private static final Duration DEMO_STEP = Duration.ofSeconds(1);

    private SandboxMain() {}

    /**
     * Starts a sandbox and prints how to reach it. Ends with exit code 2 when an option makes no sense.
     *
     * @param args {@code --port}, {@code --storage-port}, {@code --job-duration}, {@code --webhook}, {@code --help}
     * @throws InterruptedException if the main thread is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        int exit = run(List.of(args), System.out, System.err, new CountDownLatch(1));
        if (exit != 0) {
            System.exit(exit);
        }
    }

    static int run(List<String> args, PrintStream out, PrintStream err, CountDownLatch stop)
            throws InterruptedException {
        CommandLine line;
        try {
            line = CommandLine.parse(args);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage() + " (try --help)");
            return 2;
        }
        if (line.help()) {
            out.print(CommandLine.HELP);
            return 0;
        }
        return serve(line, out, err, stop);
    }

    private static int serve(CommandLine line, PrintStream out, PrintStream err, CountDownLatch stop)
            throws InterruptedException {
        SandboxBuilder builder = Sandbox.builder()
                .port(line.port())
                .storagePort(line.storagePort())
                .jobDuration(line.jobDuration());
        try (Sandbox sandbox = builder.start()) {
            sandbox.statistics().simulate(DEMO_STEP);
            line.webhooks().forEach(sandbox.nexus()::webhook);
            sandbox.nexus().agentReplies(text -> "You wrote: " + text);
            announce(sandbox, out);
            stop.await();
            return 0;
        } catch (IllegalStateException failed) {
            err.println(failed.getMessage());
            return 1;
        }
    }

    private static void announce(Sandbox sandbox, PrintStream out) {
        sandbox.environment().forEach((name, value) -> out.println("export " + name + "=" + value));
        out.println("# sign-in page: user " + sandbox.username() + ", password " + sandbox.password());
        out.println("# channels: " + sandbox.nexus().smsChannelId() + " (SMS) and "
                + sandbox.nexus().emailChannelId() + " (e-mail), contact center "
                + sandbox.nexus().contactCenterId() + ", app secret "
                + sandbox.nexus().appSecret());
        out.println("# rules: " + sandbox.rules().baseUrl() + ", user "
                + sandbox.rules().username() + ", password "
                + sandbox.rules().password() + ", tenant " + sandbox.rules().tenantId() + ", package "
                + sandbox.rules().packageId());
        out.println("# recording: user " + sandbox.recording().username() + ", password "
                + sandbox.recording().password());
        out.println("# architect: client " + sandbox.architect().clientId() + ", secret "
                + sandbox.architect().clientSecret() + ", organization "
                + sandbox.architect().organizationId());
        out.println("# storage origin: " + sandbox.storageUrl());
        out.println("# the sandbox runs until Ctrl-C");
        out.flush();
    }
}
