package io.github.multicloudcx.recording.bulk;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.recording.RecordingClient;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A run in a process of its own, to be killed. */
final class ProtectMain {
    private ProtectMain() {}

    /** Takes the base URL, user, password, number of ids and result file. */
    public static void main(String[] args) {
        try (CxClient cx = CxClient.builder()
                .baseUrl(ApiFamily.RECORDING, args[0])
                .credentials(Credentials.basic(args[1], args[2]))
                .build()) {
            BulkReport report = RecordingClient.create(cx)
                    .protectAll(IntStream.range(0, Integer.parseInt(args[3])).mapToObj(i -> "rec-" + i))
                    .concurrency(16)
                    .resultFile(Path.of(args[4]))
                    .execute();
            System.out.println(report);
        }
    }
}
