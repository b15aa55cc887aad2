package io.github.multicloudcx.benchmarks;

import io.github.multicloudcx.benchmarks.live.Load;
import io.github.multicloudcx.benchmarks.live.LoadClient;
import io.github.multicloudcx.benchmarks.process.JavaProcess;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * More live updates than a listener can take, in a small heap. The environment variables LIVE_STATISTICS (5000), LIVE_RATE
 * (2000 updates a second), LIVE_SECONDS (60), LIVE_LISTENER_MILLIS (5), LIVE_HEAP (64m) and LIVE_SERVER_HEAP (256m) change
 * it. It fails when a value is wrong at the end, a gap was reported, the heap of the client grew by more than a quarter
 * between the middle and the end, or something does not end; everything else are figures.
 */
public final class LiveLoad {
    private LiveLoad() {}

    /** Starts a client with a small heap, which starts the server, and ends as the client did. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Load load = new Load(
                Integer.parseInt(setting("LIVE_STATISTICS", "5000")),
                Integer.parseInt(setting("LIVE_RATE", "2000")),
                Integer.parseInt(setting("LIVE_SECONDS", "60")),
                Integer.parseInt(setting("LIVE_LISTENER_MILLIS", "5")));
        Process client = JavaProcess.of(LoadClient.class, setting("LIVE_HEAP", "64m"), load.arguments())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        long longest = load.seconds() + 2 * load.longestDrain().toSeconds() + 60;
        if (!client.waitFor(longest, TimeUnit.SECONDS)) {
            client.destroyForcibly();
            throw new IllegalStateException("the client did not end within " + longest + " seconds");
        }
        if (client.exitValue() != 0) {
            System.exit(client.exitValue());
        }
    }

    private static String setting(String name, String standard) {
        return System.getenv().getOrDefault(name, standard);
    }
}
