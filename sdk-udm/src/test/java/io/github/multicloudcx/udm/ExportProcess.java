package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.archive.ExportRecord;
import io.github.multicloudcx.udm.export.ExportSummary;
import io.github.multicloudcx.udm.export.RecordReceiver;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;

/**
 * An export in a process of its own, which dies at a given step as if somebody had pulled the plug: no finally block and no
 * shutdown hook runs. Steps are requests (before they are sent and after they were answered), pieces of progress, and
 * records.
 */
final class ExportProcess {
    static final int KILLED = 137;
    static final String RECORDS = "records.jsonl";

    private final long lastStep;
    private long steps;

    private ExportProcess(long lastStep) {
        this.lastStep = lastStep;
    }

    /** URL, API key, client, secret, directory with key.pem and cert.pem, step to die at (0 for none). */
    public static void main(String[] args) {
        ExportProcess process = new ExportProcess(Long.parseLong(args[5]));
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    process.step();
                    var response = chain.proceed(chain.request());
                    process.step();
                    return response;
                })
                .build();
        try (CxClient cx = CxClient.builder()
                .baseUrl(args[0])
                .apiKey(args[1])
                .credentials(OAuth.clientCredentials(args[2], args[3]))
                .okHttpClient(http)
                .timeSource(new LeapingTime())
                .build()) {
            Path directory = Path.of(args[4]);
            UdmClient udm = UdmClient.create(cx);
            ExportSummary summary = udm.exports()
                    .run(job())
                    .to(directory)
                    .name("killed")
                    .decryptWith(DecryptionKey.pem(directory.resolve("key.pem"), directory.resolve("cert.pem")))
                    .deliverTo(process.counted(new LinesFile(directory.resolve(RECORDS))))
                    .onProgress(progress -> process.step())
                    .execute();
            System.out.println(process.steps + " steps; " + summary);
        }
    }

    static Job job() {
        Instant end = Instant.parse("2026-01-05T10:00:00Z");
        return Job.builder()
                .title("until it is done")
                .source("UCS")
                .type("UCS")
                .timeFrame(TimeFrame.between(end.minus(Duration.ofDays(7)), end))
                .schedulerParam(SchedulerParam.now())
                .jobParams(UcsJobParams.of("Contact", List.of("chat")).fileSplitSize("1KB"))
                .build();
    }

    private void step() {
        if (++steps == lastStep) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private RecordReceiver counted(RecordReceiver receiver) {
        return new RecordReceiver() {
            @Override
            public void begin() throws IOException {
                receiver.begin();
            }

            @Override
            public void accept(ExportRecord record) throws IOException {
                step();
                receiver.accept(record);
            }

            @Override
            public void complete() throws IOException {
                receiver.complete();
                step();
            }
        };
    }

    /** Does not sleep but leaps, so that waiting for a request that may be under way costs no time. */
    private static final class LeapingTime implements TimeSource {
        private final AtomicLong leapt = new AtomicLong();

        @Override
        public Instant now() {
            return Instant.now().plusNanos(leapt.get());
        }

        @Override
        public long nanoTime() {
            return System.nanoTime() + leapt.get();
        }

        @Override
        public void sleep(Duration duration) {
            leapt.addAndGet(duration.toNanos());
        }
    }
}
