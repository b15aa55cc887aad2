package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.JobProgress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportHistoryTest {
    @Test
    void progressMayHaveNeitherStatusNorPercent() {
        try (Wire wire = new Wire().answer(200, "{}").answer(200, "{\"progress\":40,\"status\":\" \"}")) {
            JobProgress nothing = wire.udm.history().progress(7).execute();
            assertThat(nothing).isEqualTo(new JobProgress(null, null));
            assertThat(nothing.jobStatus()).isNull();
            assertThat(wire.udm.history().progress(7).execute().jobStatus()).isNull();
        }
    }

    @Test
    void recordsThatWereNotDeletedAreAResult() {
        try (Wire wire = new Wire().answer(500, "[\"8\"]")) {
            assertThat(wire.udm.history().deleteAll(List.of("7", "8")).execute())
                    .isEqualTo(new DeleteResult(List.of("7", "8"), List.of("8")));
            assertThat(wire.line()).isEqualTo("DELETE /udm/v10/export/history?jobIDs=7%2C8");
        }
    }

    @ParameterizedTest
    @CsvSource({"a/b,a%2Fb", "a?b,a%3Fb", "a%b,a%25b", "größe,gr%C3%B6%C3%9Fe"})
    void anIdIsOneSegmentWhateverItContains(String id, String segment) {
        try (Wire wire = new Wire().answer(200, "{}")) {
            wire.udm.history().progress(id).execute();
            assertThat(wire.line()).isEqualTo("GET /udm/v10/export/history/" + segment + "/progress");
        }
    }

    @Test
    void badIdsAreRefused() {
        try (Wire wire = new Wire()) {
            ExportHistory history = wire.udm.history();
            assertThatIllegalArgumentException().isThrownBy(() -> history.get(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> history.delete(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> history.progress(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> history.deleteAll(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> history.deleteAll(List.of("7,8")));
            assertThatIllegalArgumentException().isThrownBy(() -> history.progress(".."));
            assertThat(wire.count()).isZero();
        }
    }
}
