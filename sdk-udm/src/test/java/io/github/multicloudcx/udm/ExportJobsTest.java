package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.JobInfo;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportJobsTest {
    @Test
    void readsIdsThatAreTextsAndTheOtherSpellingOfFileName() {
        try (Wire wire = new Wire().answer(200, "{\"id\":\"7\",\"filename\":\"a.smime\",\"media\":[null,\"chat\"]}")) {
            JobInfo job = wire.udm.jobs().get(7).execute();
            assertThat(job.id()).isEqualTo(7);
            assertThat(job.fileName()).isEqualTo("a.smime");
            assertThat(job.media()).containsExactly("chat");
        }
    }

    @Test
    void readsARecordWithoutAnyField() {
        try (Wire wire = new Wire().answer(200, "{}")) {
            JobInfo job = wire.udm.jobs().get(7).execute();
            assertThat(job.id()).as("the id that was asked for").isEqualTo(7);
            assertThat(job.jobStatus()).isNull();
            assertThat(job.createdAt()).isNull();
            assertThat(job.media()).isEmpty();
        }
    }

    @Test
    void cancelTakesAnyJson() {
        try (Wire wire = new Wire().answer(200, "\"ok\"").answer(200, "{\"anything\":1}")) {
            wire.udm.jobs().cancel(7).execute();
            wire.udm.jobs().cancel(7).execute();
            assertThat(wire.line()).isEqualTo("POST /udm/v10/export/jobs/cancel/7");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a/b,a%2Fb",
        "a?b,a%3Fb",
        "a%b,a%25b",
        "..x,..x",
        "größe,gr%C3%B6%C3%9Fe",
        "a b,a%20b",
        "a+b#c,a%2Bb%23c"
    })
    void anIdIsOneSegmentWhateverItContains(String id, String segment) {
        try (Wire wire = new Wire().answer(200, "{}")) {
            wire.udm.jobs().get(id).execute();
            assertThat(wire.line()).isEqualTo("GET /udm/v10/export/jobs/" + segment);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void anIdThatIsNoSegmentIsRefused(String id) {
        try (Wire wire = new Wire()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.udm.jobs().get(id))
                    .withMessageStartingWith("id ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.udm.jobs().cancel(id));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.udm.jobs().await(id));
            assertThat(wire.count()).isZero();
        }
    }

    @Test
    void negativeIdsAreRefused() {
        try (Wire wire = new Wire()) {
            ExportJobs jobs = wire.udm.jobs();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> jobs.get(-1))
                    .withMessage("id must be 0 or more, not -1");
            assertThatIllegalArgumentException().isThrownBy(() -> jobs.update(-1, Samples.job()));
            assertThatIllegalArgumentException().isThrownBy(() -> jobs.delete(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> jobs.cancel(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> jobs.suspend(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> jobs.resume(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> jobs.await(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> jobs.deleteAll(1, -1));
            assertThat(wire.count()).isZero();
        }
    }

    @Test
    void badListsOfIdsAreRefused() {
        try (Wire wire = new Wire()) {
            ExportJobs jobs = wire.udm.jobs();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> jobs.deleteAll(List.of()))
                    .withMessage("ids must name one or more");
            assertThatIllegalArgumentException().isThrownBy(jobs::deleteAll);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> jobs.deleteAll(List.of("7,8")))
                    .withMessage("ids are sent separated by commas; none may contain one");
            assertThatIllegalArgumentException().isThrownBy(() -> jobs.deleteAll(List.of("7", " ")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> jobs.deleteAll(List.of(7.5)))
                    .withMessage("each of ids must be a text or a whole number");
            assertThatIllegalArgumentException().isThrownBy(() -> jobs.deleteAll(Arrays.asList("7", null)));
            assertThat(wire.count()).isZero();
        }
    }

    @Test
    void whatWasNotDeletedIsAResult() {
        try (Wire wire = new Wire(RetryPolicy.standard()).answer(500, "[8,\"9\",{\"id\":10},{\"x\":1},true]")) {
            DeleteResult result = wire.udm.jobs().deleteAll(7, 8, 9, 10).execute();
            assertThat(result.requested()).containsExactly("7", "8", "9", "10");
            assertThat(result.notDeleted()).containsExactly("8", "9", "10", "{\"x\":1}", "true");
            assertThat(result.deleted()).containsExactly("7");
            assertThat(result.complete()).isFalse();
            assertThat(wire.count()).as("a partial result is not repeated").isEqualTo(1);
        }
    }

    @Test
    void whatWasNotDeletedIsAResultOfTheOtherEndsToo() {
        DeleteResult expected = new DeleteResult(List.of("7", "8"), List.of("8"));
        try (Wire wire = new Wire().answer(500, "[8]").answer(500, "[8]")) {
            assertThat(wire.udm.jobs().deleteAll(List.of(7L, 8)).executeAsync().join())
                    .isEqualTo(expected);
            ApiResponse<DeleteResult> response = wire.udm.jobs().deleteAll(7, 8).executeForResponse();
            assertThat(response.value()).isEqualTo(expected);
            assertThat(response.status()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"message\":\"no\"}", "oops"})
    void anyOther500IsAnError(String body) {
        try (Wire wire = new Wire().answer(500, body)) {
            assertThatExceptionOfType(ServerException.class)
                    .isThrownBy(() -> wire.udm.jobs().deleteAll(7).execute());
        }
    }

    @Test
    void aRepeatedDeleteThatMeets404SaysThatAnEarlierAttemptMayHaveDeletedIt() {
        try (Wire wire = new Wire(RetryPolicy.standard())
                .answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()))
                .empty(404)) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> wire.udm.jobs().delete(7).execute())
                    .withMessageContaining("an earlier attempt of this call may have deleted it")
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.UNKNOWN));
        }
    }

    @Test
    void nothingIsSentWithoutAJob() {
        try (Wire wire = new Wire()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.udm.jobs().create(nothing()))
                    .withMessage("job is required");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.udm.jobs().update(7, nothing()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> UdmClient.create(nothing()))
                    .withMessage("cx is required");
        }
    }

    private static <T> T nothing() {
        return null;
    }
}
