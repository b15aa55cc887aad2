package io.github.multicloudcx.core.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.testing.NapTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OptimisticUpdateTest extends LockingServer {
    @Test
    void whatNobodyElseChangesIsChangedAtOnce() {
        Updated<State> done = update().execute();
        assertThat(done.before()).isEqualTo(new State(1, List.of()));
        assertThat(done.after()).isEqualTo(new State(2, List.of("me")));
        assertThat(done.changed()).isTrue();
        assertThat(done.tries()).isEqualTo(1);
        assertThat(done.answer()).isNotNull();
        assertThat(time.sleeps()).isEmpty();
        assertThat(done).hasToString("Updated[changed=true, tries=1, answered=true]");
    }

    @Test
    void whoIsOvertakenReadsAgainAndMakesTheChangeAnew() {
        writes.add(this::overtaken);
        writes.add(this::overtaken);
        Updated<State> done = update().execute();
        assertThat(done.before().version()).isEqualTo(3);
        assertThat(done.after().version()).isEqualTo(4);
        assertThat(done.tries()).isEqualTo(3);
        assertThat(reads).hasValue(3);
        assertThat(time.sleeps()).hasSize(2);
    }

    @Test
    void itIsGivenUpAfterAsManyTriesAsAreAllowed() {
        for (int i = 0; i < 4; i++) {
            writes.add(this::overtaken);
        }
        ConflictException e = catchThrowableOfType(
                ConflictException.class,
                () -> update().retryPolicy(RetryPolicy.standard()).execute());
        assertThat(e.getSuppressed()).hasSize(2);
        assertThat(reads).hasValue(3);
        assertThat(writes).hasSize(1);
    }

    @Test
    void nothingToChangeIsNoChange() {
        Updated<State> done =
                OptimisticUpdate.reading(this::read).writing(state -> null).execute();
        assertThat(done.changed()).isFalse();
        assertThat(done.after()).isSameAs(done.before());
        assertThat(done.tries()).isZero();
    }

    @Test
    void aVerdictOnTheChangeIsFinal() {
        writes.add(() -> Call.failed(new ForbiddenException(
                "403", ForbiddenException.Reason.PERMISSION, new ErrorAnswer(403), new ErrorContext(Fate.REJECTED))));
        assertThatThrownBy(() -> recognizing().execute()).isInstanceOf(ForbiddenException.class);
        assertThat(reads).hasValue(1);
    }

    @Test
    void whatTheDecisionThrowsIsFinal() {
        writes.add(() -> {
            throw new IllegalStateException("somebody else changed the same value");
        });
        assertThatThrownBy(() -> recognizing().execute()).hasMessage("somebody else changed the same value");
    }

    @Test
    void readingNothingIsRefused() {
        OptimisticUpdate<State> update =
                OptimisticUpdate.<State>reading(() -> null).writing(this::change);
        assertThatThrownBy(update::execute).hasMessage("what is read is required");
        assertThat(server.version()).isEqualTo(1);
    }

    @Test
    void whenReadingAgainFailsTheConflictStays() {
        writes.add(() -> {
            failingReads.add(lost());
            return overtaken();
        });
        ConflictException e = catchThrowableOfType(ConflictException.class, () -> update().execute());
        assertThat(e.fate()).isEqualTo(Fate.REJECTED);
        assertThat(e.getSuppressed()).hasSize(1);
    }

    @Test
    void anInterruptEndsTheWaitForAnotherTry() {
        writes.add(this::overtaken);
        OptimisticUpdate<State> update = update().timeSource(new NapTime(() -> {
            throw new InterruptedException();
        }));
        assertThatThrownBy(update::execute)
                .isInstanceOf(CallInterruptedException.class)
                .hasMessageContaining("Interrupted before a change was made anew; 409")
                .hasCauseInstanceOf(ConflictException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void fiftyAtOnceAllGetTheirChangeIn() {
        SharedServer shared = new SharedServer();
        List<CompletableFuture<Updated<State>>> all = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> OptimisticUpdate.reading(shared::read)
                        .writing(state -> shared.write(state, "editor-" + i))
                        .timeSource(time)
                        .retryPolicy(RetryPolicy.standard().maxAttempts(1000))
                        .execute()))
                .toList();
        all.forEach(CompletableFuture::join);
        assertThat(shared.read().version()).isEqualTo(51);
        assertThat(shared.read().by()).hasSize(50).doesNotHaveDuplicates();
    }

    /** Accepts changes of its newest state only. */
    private static final class SharedServer {
        private State state = new State(1, List.of());

        synchronized State read() {
            return state;
        }

        synchronized Call<State> write(State seen, String who) {
            if (seen.version() != state.version()) {
                return conflict(Fate.REJECTED);
            }
            List<String> by = new java.util.ArrayList<>(state.by());
            by.add(who);
            state = new State(state.version() + 1, List.copyOf(by));
            return Call.of(state);
        }
    }

    @Test
    void wrongParametersAreRefused() {
        assertThatThrownBy(() -> OptimisticUpdate.reading(null)).hasMessage("read is required");
        assertThatThrownBy(() -> OptimisticUpdate.reading(this::read).writing(null))
                .hasMessage("write is required");
        assertThatThrownBy(() -> update().recognizing(null)).hasMessage("recognizes is required");
        assertThatThrownBy(() -> update().retryPolicy(null)).hasMessage("retryPolicy is required");
        assertThatThrownBy(() -> update().timeSource(null)).hasMessage("timeSource is required");
    }
}
