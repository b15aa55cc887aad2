package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.examples.ClockOfSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UpdateTurnTest {
    private final ArchitectDeployment it = new ArchitectDeployment();
    private final List<Duration> waits = new ArrayList<>();
    private final FlowSettingsManager manager = manager();

    @AfterEach
    void close() {
        it.close();
    }

    private FlowSettingsManager manager() {
        return it.manager()
                .interval(Duration.ofSeconds(10), Duration.ofSeconds(15))
                .onWait(waits::add)
                .build();
    }

    @Test
    void updatesOfAFlowAreKeptApart() {
        Instant start = it.clock.now();
        manager.update(it.change("{'a':1}"));
        manager.update(it.change("{'a':2}"));
        it.clock.advance(Duration.ofSeconds(4));
        manager.update(it.change("{'a':3}"));
        assertThat(waits).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(6));
        assertThat(it.audit.entries.stream()
                        .filter(entry -> entry.event() == AuditEvent.CHANGED)
                        .map(entry -> Duration.between(start, entry.time()).toSeconds()))
                .containsExactly(0L, 10L, 20L);
    }

    @Test
    void updatesOfOtherProgramsThatWriteTheSameLogCount() {
        manager.update(it.change("{'a':1}"));
        it.clock.advance(Duration.ofSeconds(3));
        manager().update(it.change("{'a':2}"));
        assertThat(waits).containsExactly(Duration.ofSeconds(7));
    }

    /** While it waits, another program is faster. */
    @Test
    void whatOthersSendDuringTheWaitCounts() {
        manager.update(it.change("{'a':1}"));
        FlowSettingsManager other = it.manager().build();
        TimeSource time = new Overtaken(new ClockOfSandbox(it.clock), () -> {
            var unused = other.update(it.change("{'b':1}"));
        });
        FlowSettingsManager waiting = it.manager(it.client(builder -> builder.timeSource(time)))
                .interval(Duration.ofSeconds(10), Duration.ofMinutes(1))
                .onWait(waits::add)
                .build();
        waiting.update(it.change("{'a':2}"));
        assertThat(waits).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(6));
    }

    /** Somebody else does something towards the end of the first wait. */
    private static final class Overtaken implements TimeSource {
        private final TimeSource time;
        private final Runnable other;
        private boolean done;

        private Overtaken(TimeSource time, Runnable other) {
            this.time = time;
            this.other = other;
        }

        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public long nanoTime() {
            return time.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (done) {
                time.sleep(duration);
                return;
            }
            done = true;
            time.sleep(duration.minusSeconds(4));
            other.run();
            time.sleep(Duration.ofSeconds(4));
        }
    }

    @Test
    void aClockThatGoesAheadElsewhereCostsOneIntervalOnly() {
        manager.update(it.change("{'a':1}"));
        AuditEntry entry = it.audit.entries.get(1);
        it.audit.entries.set(
                1,
                new AuditEntry(
                        entry.time().plusSeconds(3600),
                        entry.event(),
                        entry.update(),
                        null,
                        entry.flow(),
                        15,
                        "x",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        FlowSettingsManager other = it.manager()
                .interval(Duration.ofSeconds(10), Duration.ofSeconds(10))
                .onWait(waits::add)
                .build();
        assertThat(other.update(it.change("{'a':2}")).changed()).isTrue();
        assertThat(waits).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void otherFlowsDoNotWait() {
        it.architect.addFlow("11111111-0000-4000-8000-000000000000", "Other", "{}");
        manager.update(it.change("{'a':1}"));
        manager.update(new FlowChange("Other", it.architect.organizationId(), Json.of("{'a':1}"), null));
        assertThat(waits).isEmpty();
    }

    @Test
    void whoWouldHaveToWaitTooLongIsRefused() {
        FlowSettingsManager impatient = it.manager()
                .interval(Duration.ofSeconds(10), Duration.ofSeconds(5))
                .build();
        impatient.update(it.change("{'a':1}"));
        int requests = it.sandbox.requests().size();
        assertThatThrownBy(() -> impatient.update(it.change("{'a':2}")))
                .isInstanceOf(FlowUpdateException.class)
                .hasMessage("Flow \"Primary Architecture Flow\" not changed: updates must be 10.0 s apart, and it would"
                        + " have to wait longer than 5.0 s; try later");
        assertThat(it.audit.last().event()).isEqualTo(AuditEvent.REFUSED);
        assertThat(it.audit.last().status()).isNull();
        assertThat(it.sandbox.requests()).hasSize(requests);
        FlowSettingsManager other = it.manager()
                .interval(Duration.ofSeconds(10), Duration.ofSeconds(5))
                .build();
        assertThatThrownBy(() -> other.update(it.change("{'a':2}"))).hasMessageContaining("try later");
    }
}
