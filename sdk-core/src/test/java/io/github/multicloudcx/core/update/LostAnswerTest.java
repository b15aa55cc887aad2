package io.github.multicloudcx.core.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.testing.NapTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes whose answer was lost: they may have been made, or be made later. */
@Timeout(60)
class LostAnswerTest extends LockingServer {
    @Test
    void aLostAnswerIsSettledByReading() {
        writes.add(() -> {
            var unused = change(server);
            return Call.failed(lost());
        });
        Updated<State> done = recognizing().execute();
        assertThat(done.changed()).isTrue();
        assertThat(done.after().by()).containsExactly("me");
        assertThat(done.answer()).isNull();
        assertThat(done.tries()).isEqualTo(1);
    }

    @Test
    void aChangeThatWasLostWithItsAnswerIsMadeAnew() {
        writes.add(() -> Call.failed(lost()));
        Updated<State> done = recognizing().execute();
        assertThat(done.tries()).isEqualTo(2);
        assertThat(done.after().version()).isEqualTo(2);
    }

    /** The first try arrives late; the second one is refused because of it. */
    @Test
    void aConflictWithOneselfIsASuccess() {
        writes.add(() -> Call.failed(lost()));
        writes.add(() -> {
            var unused = change(server);
            return conflict(Fate.REJECTED);
        });
        Updated<State> done = recognizing().execute();
        assertThat(done.after()).isEqualTo(new State(2, List.of("me")));
        assertThat(done.before().version()).isEqualTo(1);
        assertThat(done.tries()).isEqualTo(2);
    }

    /** The first try arrives while the second one waits for its turn. */
    @Test
    void aChangeThatArrivesLateIsFoundBeforeItIsMadeAgain() {
        writes.add(() -> Call.failed(lost()));
        Updated<State> done = recognizing()
                .timeSource(new NapTime(() -> {
                    var unused = change(server);
                }))
                .execute();
        assertThat(done.changed()).isTrue();
        assertThat(done.tries()).isEqualTo(1);
        assertThat(server.version()).isEqualTo(2);
    }

    @Test
    void aChangeThatArrivesAfterTheLastTryIsFound() {
        writes.add(() -> Call.failed(lost()));
        writes.add(() -> {
            var unused = change(server);
            return conflict(Fate.REJECTED);
        });
        assertThat(recognizing()
                        .retryPolicy(RetryPolicy.standard().maxAttempts(2))
                        .execute()
                        .changed())
                .isTrue();
    }

    @Test
    void theSameExceptionTwiceIsNoTrouble() {
        CxException same = lost();
        writes.add(() -> {
            failingReads.add(same);
            failingReads.add(same);
            return Call.failed(same);
        });
        assertThat(recognizing().execute().changed()).isTrue();
        writes.add(() -> {
            failingReads.add(same);
            return conflict(Fate.REJECTED);
        });
        assertThatThrownBy(() -> update().execute()).isInstanceOf(ConflictException.class);
    }

    @Test
    void withoutAWayToRecognizeTheChangeTheDoubtIsTheCallers() {
        writes.add(() -> Call.failed(lost()));
        assertThatThrownBy(() -> update().execute())
                .isInstanceOf(ConnectionException.class)
                .satisfies(e -> assertThat(((CxException) e).fate()).isEqualTo(Fate.UNKNOWN));
        assertThat(reads).hasValue(1);
    }

    @Test
    void anAnswerThatCannotBeReadLeavesTheSameDoubt() {
        writes.add(() -> {
            var unused = change(server);
            return Call.failed(new DecodeException("bad answer", null, new ErrorContext(Fate.UNKNOWN)));
        });
        assertThat(recognizing().execute().after().version()).isEqualTo(2);
        assertThat(reads).hasValue(2);
    }

    @Test
    void readingIsPatientWhileAChangeIsInDoubt() {
        writes.add(() -> {
            var unused = change(server);
            failingReads.addAll(List.of(lost(), lost(), lost()));
            return Call.failed(lost());
        });
        assertThat(recognizing().execute().changed()).isTrue();
        assertThat(time.sleeps()).hasSize(3);
    }

    @Test
    void whenReadingFailsTooTheDoubtStays() {
        writes.add(() -> {
            for (int i = 0; i < 3; i++) {
                failingReads.add(lost());
            }
            return Call.failed(lost());
        });
        CxException e = catchThrowableOfType(
                CxException.class,
                () -> recognizing().retryPolicy(RetryPolicy.standard()).execute());
        assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(e.getSuppressed()).hasSize(1);
    }

    /** The first try has arrived, which makes the second one a conflict; nobody can look. */
    @Test
    void aConflictAfterALostAnswerIsNoVerdict() {
        writes.add(() -> Call.failed(lost()));
        writes.add(() -> {
            var unused = change(server);
            for (int i = 0; i < 3; i++) {
                failingReads.add(lost());
            }
            return conflict(Fate.REJECTED);
        });
        CxException e = catchThrowableOfType(
                CxException.class,
                () -> recognizing().retryPolicy(RetryPolicy.standard()).execute());
        assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
    }

    /** As when reads go to a replica that lags behind. */
    @Test
    void aDoubtLastsUntilAStateShowsTheChange() {
        writes.add(() -> Call.failed(lost()));
        writes.add(() -> conflict(Fate.REJECTED));
        writes.add(() -> conflict(Fate.REJECTED));
        CxException e = catchThrowableOfType(
                CxException.class,
                () -> recognizing().retryPolicy(RetryPolicy.standard()).execute());
        assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(e.getSuppressed()).hasSize(2);
    }

    @Test
    void anInterruptDoesNotLeaveAChangeInDoubt() {
        writes.add(() -> {
            var unused = change(server);
            Thread.currentThread().interrupt();
            return Call.failed(new CallInterruptedException("interrupted", null, new ErrorContext(Fate.UNKNOWN)));
        });
        OptimisticUpdate<State> update = OptimisticUpdate.reading(() -> {
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                    return read();
                })
                .writing(state -> writes.poll().get())
                .recognizing((before, now) -> now.by().contains("me"))
                .timeSource(time);
        assertThat(update.execute().changed()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptWhileReadingIsPatientKeepsTheDoubt() {
        writes.add(() -> {
            failingReads.add(lost());
            return Call.failed(lost());
        });
        OptimisticUpdate<State> update = recognizing().timeSource(new NapTime(() -> {
            throw new InterruptedException();
        }));
        assertThatThrownBy(update::execute).isInstanceOf(ConnectionException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
