package io.github.multicloudcx.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.testing.FakeTime;
import io.github.multicloudcx.core.testing.NapTime;
import io.github.multicloudcx.core.testing.TestThreads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EndableTimeTest {
    private static final Duration LONG = Duration.ofHours(1);

    @AfterEach
    void leaveNoFlag() {
        assertThat(Thread.interrupted()).isFalse();
    }

    /** What a thread that sleeps meets, and whether it is left interrupted. */
    private record Met(InterruptedException end, boolean flag) {}

    private static Met sleep(TimeSource time) {
        try {
            time.sleep(LONG);
            throw new AssertionError("nobody woke it up");
        } catch (InterruptedException e) {
            EndableTime.keepFlag(e);
            return new Met(e, Thread.interrupted());
        }
    }

    @Test
    void itIsTheClockThatItWasGiven() throws InterruptedException {
        FakeTime manual = new FakeTime();
        EndableTime time = new EndableTime(manual);
        time.sleep(LONG);
        assertThat(manual.sleeps()).containsExactly(LONG);
        assertThat(time.now()).isEqualTo(FakeTime.START.plus(LONG));
        assertThat(time.nanoTime()).isEqualTo(LONG.toNanos());
    }

    @Test
    void closingWakesUpAllSleepersAndLeavesThemNoFlag() throws Exception {
        CountDownLatch asleep = new CountDownLatch(2);
        EndableTime time = new EndableTime(NapTime.forEver(asleep));
        var sleepers = TestThreads.startTogether(2, () -> sleep(time));
        asleep.await();
        time.close();
        for (var sleeper : sleepers) {
            Met met = sleeper.result().get(30, TimeUnit.SECONDS);
            assertThat(met.end()).hasMessage("the client was closed");
            assertThat(met.flag()).isFalse();
        }
    }

    @Test
    void aWakingThatComesTooLateLeavesNoFlagEither() {
        EndableTime[] time = new EndableTime[1];
        time[0] = new EndableTime(new NapTime(() -> time[0].close()));
        assertThat(sleep(time[0]).flag()).isFalse();
    }

    @Test
    void aClockThatThrowsLeavesNoFlagEither() {
        EndableTime[] time = new EndableTime[1];
        time[0] = new EndableTime(new NapTime(() -> {
            time[0].close();
            throw new IllegalStateException("broken clock");
        }));
        assertThatThrownBy(() -> time[0].sleep(LONG)).hasMessage("broken clock");
    }

    @Test
    void whoeverInterruptsTheThreadFindsItsFlagSet() {
        EndableTime time = new EndableTime(TimeSource.system());
        Thread.currentThread().interrupt();
        Met met = sleep(time);
        assertThat(met.end().getMessage()).isNotEqualTo("the client was closed");
        assertThat(met.flag()).isTrue();
    }

    @Test
    void anInterruptBesideTheWakingIsNotLost() {
        EndableTime[] time = new EndableTime[1];
        time[0] = new EndableTime(new NapTime(() -> {
            time[0].close();
            throw new InterruptedException("another one");
        }));
        assertThat(sleep(time[0]).flag()).isTrue();
    }

    @Test
    void onceClosedNobodyFallsAsleep() {
        FakeTime manual = new FakeTime();
        EndableTime time = new EndableTime(manual);
        time.close();
        assertThat(sleep(time)).satisfies(met -> assertThat(met.flag()).isFalse());
        assertThat(manual.sleeps()).isEmpty();
    }

    @Test
    void whoHasWokenUpIsNotInterruptedAnyMore() throws InterruptedException {
        EndableTime time = new EndableTime(new FakeTime());
        time.sleep(LONG);
        time.close();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
