package io.github.multicloudcx.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.testsupport.LogLines;
import io.github.multicloudcx.testsupport.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The password stays out of logs, errors, reports and result files. */
@Timeout(60)
class SecretsTest {
    private static final String PASSWORD = "hunter2-password";

    @TempDir
    Path directory;

    @Test
    void nothingIsToldWhateverHappens() throws IOException {
        String basic = Base64.getEncoder().encodeToString(("recording-user:" + PASSWORD).getBytes(UTF_8));
        List<String> texts = new ArrayList<>();
        try (LogLines log = LogLines.open();
                Deployed deployed = new Deployed();
                CxClient cx = deployed.client(PASSWORD)) {
            RecordingClient recordings = RecordingClient.create(cx);
            String leak = "{\"statusCode\":4,\"statusMessage\":\"" + PASSWORD + " and Basic " + basic + "\"}";
            deployed.sandbox.faults().on("postRecordingOperation").times(100).status(500, "application/json", leak);
            texts.add(Traces.of(catchThrowable(() -> recordings.protect("a").execute())));
            texts.add(recordings
                    .protectAll(List.of("a", "b"))
                    .resultFile(directory.resolve("r.csv"))
                    .execute()
                    .failures()
                    .toString());
            deployed.sandbox.faults().clear();
            texts.add(Traces.of(catchThrowable(() -> recordings.protect("a").execute())));
            texts.add(Files.readString(directory.resolve("r.csv")));
            texts.add(recordings + " " + cx);
            log.lines().stream()
                    .filter(line -> line.contains(" io.github.multicloudcx."))
                    .forEach(texts::add);
        }
        assertThat(texts).hasSizeGreaterThan(20);
        assertThat(texts)
                .noneSatisfy(text -> assertThat(text).contains(PASSWORD))
                .noneSatisfy(text -> assertThat(text).contains(basic));
    }
}
