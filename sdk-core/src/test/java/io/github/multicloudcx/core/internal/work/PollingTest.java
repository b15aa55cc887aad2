package io.github.multicloudcx.core.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.TooManyRequestsException;
import io.github.multicloudcx.core.testing.FakeTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollingTest {
    private static final ErrorContext CONTEXT = new ErrorContext(Fate.UNKNOWN);

    private final FakeTime time = new FakeTime();
    private final Polling<String> polling = new Polling<>(time, Duration.ofSeconds(10), Duration.ofSeconds(4));
    private final Deque<Supplier<@Nullable String>> looks = new ArrayDeque<>();

    private void failing(CxException failure) {
        looks.add(() -> {
            throw failure;
        });
    }

    private @Nullable String next() {
        return looks.remove().get();
    }

    @Test
    void itLooksAtOnceAndAfterEachInterval() throws InterruptedException {
        looks.addAll(List.of(() -> null, () -> null, () -> "end"));

        assertThat(polling.until(this::next)).isEqualTo("end");
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(4));
    }

    @Test
    void aLastLookIsTakenWhenTheTimeIsOver() throws InterruptedException {
        looks.addAll(List.of(() -> null, () -> null, () -> null, () -> null));

        assertThat(polling.until(this::next)).isNull();
        assertThat(looks).isEmpty();
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(4), Duration.ofSeconds(2));
    }

    @Test
    void whatPassesDoesNotEndItAndIsForgottenAfterABetterLook() throws InterruptedException {
        failing(new ConnectionException("gone", null, CONTEXT));
        looks.add(() -> null);
        looks.add(() -> {
            assertThat(polling.failure()).isNull();
            return "end";
        });

        assertThat(polling.until(this::next)).isEqualTo("end");
    }

    @Test
    void theLastFailureIsKeptWhenTheTimeIsOver() throws InterruptedException {
        CxException gone = new ConnectionException("gone", null, CONTEXT);
        for (int i = 0; i < 4; i++) {
            failing(gone);
        }

        assertThat(polling.until(this::next)).isNull();
        assertThat(polling.failure()).isSameAs(gone);
    }

    @Test
    void whatDoesNotPassEndsIt() {
        NotFoundException verdict = new NotFoundException("nothing", new ErrorAnswer(404), CONTEXT);
        failing(verdict);

        assertThatThrownBy(() -> polling.until(this::next)).isSameAs(verdict);
    }

    @Test
    void theServerMayAskForALongerPauseAndTheLookToo() throws InterruptedException {
        failing(new TooManyRequestsException("slow", Duration.ofSeconds(6), new ErrorAnswer(429), CONTEXT));
        looks.addAll(List.of(() -> null, () -> "end"));

        assertThat(polling.until(this::next, () -> Duration.ofSeconds(3))).isEqualTo("end");
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(6), Duration.ofSeconds(3));
    }

    @Test
    void anInterruptEndsIt() {
        looks.add(() -> null);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> polling.until(this::next)).isInstanceOf(InterruptedException.class);
    }
}
