package io.github.multicloudcx.benchmarks.export;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.udm.UdmClient;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.export.ExportPhase;
import io.github.multicloudcx.udm.export.ExportSummary;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** An export in a process of its own: its directory, the key and the certificate are the arguments. */
final class ClientProcess {
    private ClientProcess() {}

    public static void main(String[] args) {
        HeapSampler heap = new HeapSampler();
        try (CxClient cx = CxClient.fromEnvironment()) {
            ExportSummary summary = UdmClient.create(cx)
                    .exports()
                    .run(Job.builder()
                            .title("everything")
                            .source("UCS")
                            .type("UCS")
                            .timeFrame(TimeFrame.all())
                            .schedulerParam(SchedulerParam.now())
                            .jobParams(UcsJobParams.of("Contact", List.of("chat")))
                            .build())
                    .to(Path.of(args[0]))
                    .decryptWith(DecryptionKey.pem(Path.of(args[1]), Path.of(args[2])))
                    .deliverTo(record -> heap.sample())
                    .execute();
            System.out.println(summary);
            for (ExportPhase phase : List.of(ExportPhase.DOWNLOAD, ExportPhase.VERIFY, ExportPhase.DELIVER)) {
                Duration took = summary.durations().get(phase);
                System.out.printf(
                        Locale.ROOT,
                        "%-9s %6.1f s, %5.0f MB/s of encrypted bytes%n",
                        phase,
                        took.toMillis() / 1000.0,
                        summary.bytes() / 1000.0 / took.toMillis());
            }
            System.out.println(heap);
        }
    }
}
