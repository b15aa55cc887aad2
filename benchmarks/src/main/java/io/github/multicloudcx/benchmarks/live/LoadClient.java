package io.github.multicloudcx.benchmarks.live;

import io.github.multicloudcx.benchmarks.live.ServerProcess.Sent;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.statistics.StatisticsClient;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.live.StatisticsSubscription;
import io.github.multicloudcx.statistics.model.Statistic;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Subscribes in a process of its own, listens slowly, and prints what became of the updates. */
public final class LoadClient {
    private final Load load;
    private final ServerProcess server;
    private final Report report;
    private final Wire wire;
    private final Receiver listener;
    private final Receiver subscriber;
    private final AtomicInteger gaps = new AtomicInteger();
    private final AtomicInteger states = new AtomicInteger();
    private final AtomicReference<Throwable> thrown = new AtomicReference<>();

    private long heapBefore;
    private long heapAfter;

    private LoadClient(Load load, ServerProcess server, Report report) {
        this.load = load;
        this.server = server;
        this.report = report;
        this.wire = new Wire(load);
        this.listener = new Receiver(load);
        this.subscriber = new Receiver(load);
    }

    /** The load as its arguments; ends with 1 when something is wrong. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (run(Load.of(args), System.out).problems() > 0) {
            System.exit(1);
        }
    }

    /** Starts the server, listens in this process, and prints figures. */
    public static Outcome run(Load load, PrintStream out) throws IOException, InterruptedException {
        try (ServerProcess server = new ServerProcess(load)) {
            LoadClient client = new LoadClient(load, server, new Report(out));
            client.report.title(load);
            client.connect();
            client.report.check(server.end(), "the server did not end cleanly");
            Leftovers.check(client.report);
            return client.outcome();
        }
    }

    private Outcome outcome() {
        Times pauses = wire.pauses();
        return new Outcome(
                heapBefore, heapAfter, pauses.count(), pauses.late(), pauses.longestMillis(), report.problems());
    }

    private void connect() throws IOException, InterruptedException {
        try (CxClient cx = CxClientBuilder.fromEnvironment(server.connection())
                .okHttpClient(wire.client())
                .build()) {
            long begin = System.nanoTime();
            StatisticsSubscription live = open(cx);
            try (live) {
                report.line("opened in", "%.0f ms", since(begin));
                live.updates().subscribe(subscriber);
                measure(live);
                begin = System.nanoTime();
            }
            report.line("closed in", "%.0f ms", since(begin));
        } finally {
            wire.close();
        }
        report.check(subscriber.errors() == 0, "the subscriber got an error");
        report.check(thrown.get() == null, "a listener threw: %s", thrown.get());
    }

    private StatisticsSubscription open(CxClient cx) {
        List<Statistic> statistics = IntStream.range(0, load.statistics())
                .mapToObj(index -> Statistic.named(Load.NAME).object(Load.OBJECT_TYPE, load.object(index)))
                .toList();
        return StatisticsClient.create(cx)
                .subscribe()
                .statistics(statistics)
                .onUpdate(this::slowly)
                .onStateChange(state -> states.incrementAndGet())
                .onGap(gap -> gaps.incrementAndGet())
                .onListenerError(thrown::set)
                .open();
    }

    private void slowly(StatisticUpdate update) {
        listener.hear(update);
        try {
            TimeUnit.MILLISECONDS.sleep(load.listenerMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure(StatisticsSubscription live) throws IOException, InterruptedException {
        long first = wire.heap();
        long cpu = Processor.nanos();
        Pace pace = new Pace(load, server, wire);
        Sent sent = pace.run();
        long stopped = System.nanoTime();
        double used = (Processor.nanos() - cpu) / 1e9;
        long heard = listener.heard();
        long received = subscriber.heard();
        Settling settling = new Settling(load, server.truth(), stopped);
        String latest = settling.await("latest()", truth -> Settling.wrong(load, live.latest(), truth));
        heapBefore = pace.heap();
        heapAfter = wire.heap();
        String all = settling.await("the listener", listener::wrong);
        String stream = settling.await("the subscriber", subscriber::wrong);
        print(sent, used, heard, received);
        heap(first);
        report.line("latest() all true after", "%s", latest);
        report.line("slow listener heard all true values after", "%s", all);
        report.line("subscriber heard all true values after", "%s", stream);
        settling.problems().forEach(problem -> report.check(false, problem));
        report.check(gaps.get() == 0, "%d gaps were reported", gaps.get());
        report.check(
                Settling.wrong(load, live.latest(), settling.truth()) == 0,
                "latest() is wrong after everybody has heard");
    }

    private void print(Sent sent, double cpu, long heard, long received) {
        double seconds = sent.millis("took") / 1e3;
        report.line("updates sent", "%d in %.1f s", sent.number("sent"), seconds);
        report.line(
                "bursts",
                "at most %.1f ms late, setting one took at most %.1f ms",
                sent.millis("latest"),
                sent.millis("longest"));
        report.line("updates on the wire", "%d, %d KB", wire.updates(), wire.bytes() >> 10);
        seen("heard by the slow listener", heard, listener.heard());
        seen("received by the subscriber", received, subscriber.heard());
        report.line("age on arrival of what the listener heard", "%s", listener.ages());
        report.line(
                "pauses between polls",
                "%s, of %d; %d late",
                wire.pauses(),
                wire.pauses().count(),
                wire.pauses().late());
        report.line(
                "processor time while sending",
                "client %.1f s, server %.1f s, of %.1f s",
                cpu,
                sent.millis("cpu") / 1e3,
                seconds * Runtime.getRuntime().availableProcessors());
        report.line("gaps, states", "%d, %d", gaps.get(), states.get());
    }

    /** Each statistic had a value when it was opened. */
    private void seen(String name, long meanwhile, long total) {
        long conflated = wire.updates() + load.statistics() - total;
        report.line(name, "%d, and %d afterwards; %d conflated", meanwhile, total - meanwhile, conflated);
    }

    private void heap(long first) {
        String between = load.virtual() ? "first minute" : "middle";
        double growth = (double) heapAfter / heapBefore;
        report.line(
                "heap at the beginning, " + between + ", end",
                "%.1f, %.1f, %.1f MB; end / " + between + " %.2f",
                first / 1048576.0,
                heapBefore / 1048576.0,
                heapAfter / 1048576.0,
                growth);
        report.check(growth <= 1.25, "the heap grew to %.2f of what it was earlier", growth);
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}
