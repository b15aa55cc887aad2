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
 *
 * <pre>{@code
 * mvn -B -ntp -q -Dmaven.test.skip -Dbenchmark=LiveLoad package
 * }</pre>
 *
 * <p>One run on 2026-11-24 with Java 17.0.15, client and server on the same 2 processors:
 *
 * <pre>
 * updates sent                                 120000 in 60.0 s
 * bursts                                       at most 9.0 ms late, setting one took at most 22.7 ms
 * updates on the wire                          120000, 21781 KB
 * heard by the slow listener                   11682, and 4649 afterwards; 108669 conflated
 * received by the subscriber                   11519, and 4744 afterwards; 108737 conflated
 * age on arrival of what the listener heard    median 1.9 ms, 99 % 13.8 ms, worst 203.2 ms
 * pauses between polls                         median 1.3 ms, 99 % 6.7 ms, worst 24.0 ms, of 1202
 * processor time while sending                 client 4.9 s, server 4.9 s, of 119.9 s
 * heap at the beginning, middle, end           12.5, 12.5, 12.1 MB; end / middle 0.97
 * latest() all true after                      0.023 s
 * slow listener heard all true values after    23.751 s
 * subscriber heard all true values after       23.756 s
 * </pre>
 *
 * <p>The subscriber is fast but shares the thread of the listeners, so it gets about as many as the slow one. In
 * this run pauses still included the collections that are forced to look at the heap; they do not any more.
 */
public final class LiveLoad {
    private LiveLoad() {}

    /** Starts a client with a small heap, which starts the server, and ends as the client did. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Load load = new Load(
                Integer.parseInt(setting("LIVE_STATISTICS", "5000")),
                Integer.parseInt(setting("LIVE_RATE", "2000")),
                Integer.parseInt(setting("LIVE_SECONDS", "60")),
                Integer.parseInt(setting("LIVE_LISTENER_MILLIS", "5")),
                false);
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
