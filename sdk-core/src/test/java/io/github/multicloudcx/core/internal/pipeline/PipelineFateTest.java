package io.github.multicloudcx.core.internal.pipeline;

import static io.github.multicloudcx.core.testing.WireServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.testing.WireServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class PipelineFateTest {
    private static final String MAY_HAVE_DELETED = "an earlier attempt of this call may have deleted it";
    private static final String CHECK = "it may have been carried out: check before repeating";

    private final WireServer server = new WireServer();
    private final CxClient client = server.client();

    @AfterEach
    void close() {
        server.close();
    }

    private Call<Void> delete() {
        return client.request().delete("/things/{id}").path("id", 7).returningNothing();
    }

    private static CxException failure(Call<?> call) {
        return catchThrowableOfType(CxException.class, call::execute);
    }

    @ParameterizedTest
    @CsvSource({"302", "400", "401", "403", "404", "409", "415", "422", "429"})
    void anAnswerThatSaysNoIsARejection(int status) {
        server.answer(status, "{}");
        CxException e = failure(client.request().post("/x").returningNothing());
        assertThat(e.fate()).isEqualTo(Fate.REJECTED);
        assertThat(e).message().doesNotContain(CHECK);
    }

    @ParameterizedTest
    @CsvSource({"500", "501", "502", "503", "504"})
    void aServerThatFailsMayHaveDoneIt(int status) {
        server.answer(status, "{}");
        CxException e = failure(client.request().post("/x").returningNothing());
        assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(e).hasMessageContaining(CHECK);
    }

    @Test
    void aRequestThatOnlyReadsNeedsNoCheckBeforeItIsRepeated() {
        server.answer(501, "{}");
        assertThat(failure(client.request().get("/x").returningNothing()))
                .message()
                .doesNotContain(CHECK);
    }

    @Test
    void aServerThatAsksToComeBackLaterHasDoneNothing() {
        server.answer(json(503, "{}").addHeader("Retry-After", "600"));
        assertThat(failure(client.request().post("/x").returningNothing()).fate())
                .isEqualTo(Fate.REJECTED);
    }

    @Test
    void aRepeatedDeleteThatMeets404SaysThatAnEarlierAttemptMayHaveDeletedIt() {
        server.answer(500, "{}").answer(404, "{}");
        CxException e = failure(delete());
        assertThat(e).isInstanceOf(NotFoundException.class).hasMessageContaining(MAY_HAVE_DELETED);
        assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void aDeleteThatMeets404AtOnceDoesNotSaySo() {
        server.answer(404, "{}");
        CxException e = failure(delete());
        assertThat(e).message().doesNotContain(MAY_HAVE_DELETED);
        assertThat(e.fate()).isEqualTo(Fate.REJECTED);
    }

    @Test
    void aDeleteThatWasTurnedAwayBeforeDoesNotSaySo() {
        server.answer(json(429, "{}").addHeader("Retry-After", "1")).answer(404, "{}");
        CxException e = failure(delete());
        assertThat(e.attempts()).hasSize(2);
        assertThat(e).message().doesNotContain(MAY_HAVE_DELETED);
        assertThat(e.fate()).isEqualTo(Fate.REJECTED);
    }

    @Test
    void whatARepeatedRequestMeetsMayBeTheWorkOfItsEarlierAttempt() {
        String words = "an earlier attempt of this call may have created it";
        Call<Void> create = client.request()
                .post("/things")
                .safeToRepeat()
                .adviceWhenRepeated(409, words)
                .returningNothing();
        server.answer(409, "{}")
                .answer(500, "{}")
                .answer(409, "{}")
                .answer(500, "{}")
                .answer(404, "{}");
        CxException first = failure(create);
        assertThat(first).message().doesNotContain(words);
        assertThat(first.fate()).isEqualTo(Fate.REJECTED);
        CxException repeated = failure(create);
        assertThat(repeated).hasMessageContaining(words);
        assertThat(repeated.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(failure(create)).message().doesNotContain(words).doesNotContain(MAY_HAVE_DELETED);
    }

    @Test
    void aDeleteThatOnlyMarksSaysSoInItsOwnWords() {
        server.answer(500, "{}").answer(404, "{}");
        CxException e = failure(client.request()
                .delete("/things")
                .adviceWhenRepeated(404, "marking deletes nothing")
                .returningNothing());
        assertThat(e).hasMessageContaining("marking deletes nothing").message().doesNotContain(MAY_HAVE_DELETED);
    }

    @Test
    void aGetThatChangesSomethingIsRepeatedAndTellsThatItMayHaveBeenCarriedOut() {
        server.answer(500, "{}").answer(404, "{}").answer(501, "{}");
        Call<Void> marking = client.request().get("/x").changesState().returningNothing();
        CxException refused = failure(marking);
        assertThat(refused).isInstanceOf(NotFoundException.class).hasMessageContaining(CHECK);
        assertThat(refused.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(server.count()).isEqualTo(2);
        assertThat(failure(marking)).hasMessageContaining(CHECK);
    }

    @Test
    void aRejectionAfterAnAttemptOfUnknownFateDoesNotTellThatNothingWasDone() {
        server.cut().answer(401, "{}");
        CxException e = failure(delete());
        assertThat(e).isInstanceOf(UnauthorizedException.class);
        assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void theFateOfASuppressedFailureKnowsNothingOfLaterOnes() {
        server.answer(json(429, "{}").addHeader("Retry-After", "1")).answer(501, "{}");
        CxException e = failure(delete());
        assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(((CxException) e.getSuppressed()[0]).fate()).isEqualTo(Fate.REJECTED);
    }

    @Test
    void anArrayUnder500ListsWhatWasNotDoneIsPartialAndIsNotRepeated() {
        server.answer(500, "[3,5]").answer(200, "{}");
        ApiException e = (ApiException) failure(client.request().delete("/jobs").returningNothing());
        assertThat(e).isInstanceOf(ServerException.class).hasMessageContaining("a part of it was done");
        assertThat(e.fate()).isEqualTo(Fate.PARTIAL);
        assertThat(e.unprocessed()).extracting(Object::toString).containsExactly("3", "5");
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void anEmptyArrayUnder500IsAnOrdinaryFailure() {
        server.answer(500, "[]").answer(200, "{}");
        client.request().delete("/jobs").returningNothing().execute();
        assertThat(server.count()).isEqualTo(2);
    }

    @Test
    void aPermitThatWouldComeTooLateMeansThatNothingWasSent() {
        CxClient limited = server.client(builder -> builder.rateLimit(new RateLimit(1, Duration.ofHours(1))));
        server.answer(200, "{}");
        limited.request().post("/x").returningNothing().execute();
        CxException e = failure(limited.request().post("/x").returningNothing());
        assertThat(e)
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageStartingWith("Out of time for POST /x; no permit in time: the call had 120 s;"
                        + " raise its timeout if it needs longer; nothing was sent; 1 attempt");
        assertThat(e.fate()).isEqualTo(Fate.NOT_SENT);
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void theLastFailureThatMeansSomethingIsThrownAndTheEndOfTimeIsSuppressed() {
        CxClient limited = server.client(builder ->
                builder.rateLimit(new RateLimit(1, Duration.ofHours(1))).retryPolicy(RetryPolicy.standard()));
        server.answer(502, "{}");
        CxException e = failure(limited.request().get("/x").returningNothing());
        assertThat(e).isInstanceOf(ServerException.class).hasMessageStartingWith("502 Bad Gateway for GET /x");
        assertThat(e.getSuppressed()).singleElement().isInstanceOf(CallTimeoutException.class);
    }

    @Test
    void nothingIsSentWhenTheTimeIsOverBeforeTheRequestIsReady() {
        CxClient slow = server.client(builder -> builder.credentials(context -> request -> {
            server.time.advance(Duration.ofMinutes(2));
            return new io.github.multicloudcx.core.auth.Authorization(java.util.Map.of(), null);
        }));
        CxException e = failure(slow.request().post("/x").returningNothing());
        assertThat(e).isInstanceOf(CallTimeoutException.class);
        assertThat(e.fate()).isEqualTo(Fate.NOT_SENT);
        assertThat(server.count()).isZero();
    }
}
