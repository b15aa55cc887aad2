package io.github.multicloudcx.udm.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.udm.internal.LocalFiles;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportTargetTest {
    private static final String DEPLOYMENT = "https://example.com/udm/v10";

    private static final Job JOB = Job.builder()
            .title("weekly")
            .source("UCS")
            .type("UCS")
            .timeFrame(TimeFrame.all())
            .schedulerParam(SchedulerParam.now())
            .jobParams(UcsJobParams.of("Contact", List.of("chat")))
            .build();

    /** Otherwise the next version could not go on with what this one began. */
    @Test
    void theFingerprintOfAJobHoldsNothingThatIsNotSet() {
        String json = "[\"" + DEPLOYMENT
                + "\",{\"source\":\"UCS\",\"type\":\"UCS\",\"title\":\"weekly\",\"timeFrame\":{\"all\":true},"
                + "\"schedulerParam\":{\"immediately\":true},\"jobParams\":"
                + "{\"type\":\"Contact\",\"media\":[\"chat\"]},\"suspended\":false}]";
        assertThat(new ExportTarget(JOB, null).fingerprint(DEPLOYMENT))
                .isEqualTo(HexFormat.of().formatHex(LocalFiles.digest().digest(json.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void anotherJobIsAnotherExport() {
        String own = new ExportTarget(JOB, null).fingerprint(DEPLOYMENT);
        assertThat(new ExportTarget(JOB.toBuilder().title("daily").build(), null).fingerprint(DEPLOYMENT))
                .isNotEqualTo(own);
        assertThat(new ExportTarget(JOB, null).fingerprint(DEPLOYMENT + "0")).isNotEqualTo(own);
        assertThat(new ExportTarget(null, "7").fingerprint(DEPLOYMENT))
                .isNotEqualTo(new ExportTarget(null, "8").fingerprint(DEPLOYMENT));
    }
}
