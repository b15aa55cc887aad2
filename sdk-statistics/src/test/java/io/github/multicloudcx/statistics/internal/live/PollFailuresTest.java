package io.github.multicloudcx.statistics.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.statistics.live.CometdException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.cometd.bayeux.Message;
import org.cometd.common.HashMapMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PollFailuresTest {
    private static final ErrorContext CONTEXT = new ErrorContext(Fate.UNKNOWN);
    private static final CxException BROKEN = new ConnectionException("cut", null, CONTEXT);

    private final PollFailures failures = new PollFailures();

    private static Message unanswered() {
        HashMapMessage poll = new HashMapMessage();
        poll.put("failure", Map.of());
        return poll;
    }

    static Stream<Throwable> passing() {
        return Stream.of(
                BROKEN,
                new CallTimeoutException("silent", null, CONTEXT),
                new DecodeException("a page of a proxy", null, CONTEXT),
                new CometdException("late", null, CONTEXT),
                new AuthenticationException("the token endpoint is down", null, null, CONTEXT),
                new ServerException("500", new ErrorAnswer(500), CONTEXT));
    }

    static Stream<Throwable> lasting() {
        return Stream.of(
                new UnauthorizedException("401", new ErrorAnswer(401), CONTEXT),
                new ForbiddenException("403", ForbiddenException.Reason.PERMISSION, new ErrorAnswer(403), CONTEXT),
                new NotFoundException("404", new ErrorAnswer(404), CONTEXT),
                new IllegalStateException("The client is closed"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatMayPassIsWorthTwoMorePolls(Throwable why) {
        assertThat(failures.worthAnother(unanswered(), why)).isTrue();
        assertThat(failures.worthAnother(unanswered(), why)).isTrue();
        assertThat(failures.worthAnother(unanswered(), why)).isFalse();
        assertThat(failures.worthAnother(unanswered(), why)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void aRefusalEndsTheSession(Throwable why) {
        assertThat(failures.worthAnother(unanswered(), why)).isFalse();
    }

    @Test
    void aSessionThatTheServerDoesNotKnowIsOver() {
        assertThat(failures.worthAnother(new HashMapMessage(), BROKEN)).isFalse();
    }

    @Test
    void anAnsweredPollForgivesTheFailuresBeforeIt() {
        for (int i = 0; i < 5; i++) {
            assertThat(failures.worthAnother(unanswered(), BROKEN)).isTrue();
            assertThat(failures.worthAnother(unanswered(), BROKEN)).isTrue();
            failures.none();
        }
    }

    @Test
    void theWaitDoublesWithEachFailureInARowAndStopsGrowing() {
        long[] expected = {250, 500, 1000, 1000, 1000};
        for (long millis : expected) {
            boolean unused = failures.worthAnother(unanswered(), BROKEN);
            assertThat(failures.delay()).isEqualTo(Duration.ofMillis(millis));
        }
        failures.none();
        boolean unused = failures.worthAnother(unanswered(), BROKEN);
        assertThat(failures.delay()).isEqualTo(Duration.ofMillis(250));
    }
}
