package io.github.multicloudcx.recording;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.recording.bulk.BulkReport;
import io.github.multicloudcx.recording.bulk.RecordingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The snippets of docs/recording.md. */
final class RecordingSnippets {
    final List<String> shown = new ArrayList<>();

    private void show(Object text) {
        shown.add(String.valueOf(text));
    }

    static CxClient connect(String address, String user, String password) {
        CxClient rws = CxClient.builder()
                .baseUrl(ApiFamily.RECORDING, address) // https://rws.example.com:8443
                .credentials(Credentials.basic(user, password))
                .build();
        return rws;
    }

    void protect(CxClient rws, String recordingId) {
        RecordingClient recordings = RecordingClient.create(rws);
        try {
            recordings.protect(recordingId).execute();
        } catch (MissingRoleException e) {
            show("ask who administers users: " + e.getMessage());
        } catch (MissingPermissionException e) {
            show("ask who configures recording: " + e.getMessage());
        }
    }

    BulkReport protectAll(RecordingClient recordings, Path file, Path results) throws IOException {
        try (Stream<String> ids = Files.lines(file)) {
            BulkReport report = recordings
                    .protectAll(ids)
                    .concurrency(8)
                    .rateLimit(RateLimit.perSecond(50))
                    .resultFile(results)
                    .onProgress(state -> show(state.handled()))
                    .execute();
            for (RecordingOutcome failure : report.failures()) {
                show(failure.recordingId() + ": " + failure.result());
            }
            return report;
        }
    }
}
