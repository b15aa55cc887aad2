package io.github.multicloudcx.benchmarks.compare;

import io.github.multicloudcx.benchmarks.live.Load;
import io.github.multicloudcx.benchmarks.live.LoadClient;
import io.github.multicloudcx.benchmarks.live.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * W8: 5,000 live statistics, 2,000 updates a second, and a listener that is slower than they come; for ten minutes of virtual
 * time. That is, the 1.2 million updates of ten minutes are sent as fast as they are received, in 20 bursts a second as by
 * the clock: each burst as soon as the one before has arrived. So the listener has less time for each than it would have by
 * the clock.
 *
 * <p>A poll is late when the server waited for it for half the time that the listener takes for a burst of 100 updates. If
 * polls waited for the listener, all of them would be. What does not count are the pauses in which this benchmark itself
 * collects garbage, so as to look at the heap.
 */
final class Live {
    private static final String NAME = "W8, 64 MB of heap, ten minutes of virtual time";
    private static final String OURS = "ours";
    private static final Load LOAD = new Load(5_000, 2_000, 600, 5, true);

    private Live() {}

    static void run(Report report) throws Exception {
        List<String> command = new ArrayList<>(List.of(Workload.LIVE.name(), ""));
        command.addAll(LOAD.arguments());
        Programs programs = Programs.run(1, "64m", Map.of(OURS, command));
        double before = programs.median(OURS, "heapBefore");
        double after = programs.median(OURS, "heapAfter");
        report.add(Row.number(
                NAME,
                OURS,
                "heap at the end to the heap after the first minute",
                String.format(Locale.ROOT, "%.2f (%.1f MB, %.1f MB)", after / before, after / 1e6, before / 1e6),
                "<= 1.10",
                after / before <= 1.10));
        polls(programs, report);
        double problems = programs.median(OURS, "problems");
        report.add(Row.number(
                NAME, OURS, "wrong values, gaps, threads left", Integer.toString((int) problems), "0", problems == 0));
    }

    private static void polls(Programs programs, Report report) {
        double late = programs.median(OURS, "late");
        report.add(Row.number(
                NAME,
                OURS,
                String.format(
                        Locale.ROOT,
                        "polls more than %d ms late, of %.0f",
                        LOAD.late().toMillis(),
                        programs.median(OURS, "polls")),
                String.format(Locale.ROOT, "%.0f (the latest %.0f ms)", late, programs.median(OURS, "pause")),
                "0",
                late == 0));
    }

    /** Arguments: the load. */
    static void byUs(String[] rest) throws Exception {
        Outcome outcome = LoadClient.run(Load.of(rest), System.err);
        Program.print("heapBefore", outcome.heapBefore());
        Program.print("heapAfter", outcome.heapAfter());
        Program.print("polls", outcome.polls());
        Program.print("late", outcome.latePolls());
        Program.print("pause", outcome.longestPause());
        Program.print("problems", outcome.problems());
    }
}
