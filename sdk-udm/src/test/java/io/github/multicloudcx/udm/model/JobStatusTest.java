package io.github.multicloudcx.udm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobStatusTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"COMPLETED", "complete", "Done", " finished ", "SUCCESS", "successful", "SUCCEEDED", "Exported"})
    void isDone(String word) {
        assertThat(readings(word)).containsExactly(true, false, false, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "fail", "Failure", "error"})
    void failed(String word) {
        assertThat(readings(word)).containsExactly(false, true, false, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELLED", "canceled", "Aborted"})
    void isCancelled(String word) {
        assertThat(readings(word)).containsExactly(false, false, true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCHEDULED", "running", "In Progress", "in-progress", "IN_PROGRESS", "suspended"})
    void isActive(String word) {
        assertThat(readings(word)).containsExactly(false, false, false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"string", "COMPLETED_WITH_ERRORS", "?"})
    void hasNoReading(String word) {
        assertThat(readings(word)).containsExactly(false, false, false, false);
        assertThat(new JobStatus(word)).hasToString(word);
    }

    @Test
    void theConstantsHaveTheirReadings() {
        assertThat(JobStatus.COMPLETED.done()).isTrue();
        assertThat(JobStatus.FAILED.failed()).isTrue();
        assertThat(JobStatus.CANCELLED.cancelled()).isTrue();
        assertThat(JobStatus.RUNNING.active()).isTrue();
        assertThat(JobStatus.SCHEDULED.active()).isTrue();
        assertThat(JobStatus.SUSPENDED.active()).isTrue();
    }

    @Test
    void aBlankStatusIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new JobStatus(" "));
    }

    private static boolean[] readings(String word) {
        JobStatus status = new JobStatus(word);
        return new boolean[] {status.done(), status.failed(), status.cancelled(), status.active()};
    }
}
