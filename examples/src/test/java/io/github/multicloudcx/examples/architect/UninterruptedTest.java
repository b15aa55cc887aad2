package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.update.JsonChanges;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UninterruptedTest {
    @Test
    void anInterruptIsToldAndDoesNotReachTheWork() {
        Thread caller = Thread.currentThread();
        CountDownLatch told = new CountDownLatch(1);
        String result = Uninterrupted.run(
                () -> {
                    caller.interrupt();
                    return await(told);
                },
                told::countDown);
        assertThat(result).isEqualTo("not interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptThatCameBeforeIsToldBeforeTheWork() {
        CountDownLatch told = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        assertThat(Uninterrupted.run(told::getCount, told::countDown)).isZero();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static String await(CountDownLatch told) {
        try {
            told.await();
            return "not interrupted";
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        IllegalStateException broken = new IllegalStateException("broken");
        assertThatThrownBy(() -> Uninterrupted.run(
                        () -> {
                            throw broken;
                        },
                        () -> {}))
                .isSameAs(broken);
        assertThatThrownBy(() -> Uninterrupted.run(
                        () -> {
                            throw new AssertionError("worse");
                        },
                        () -> {}))
                .isInstanceOf(AssertionError.class);
    }

    /** But what has been changed can still be taken back. */
    @Test
    void afterAnInterruptNothingNewIsSent() {
        try (ArchitectDeployment it = new ArchitectDeployment()) {
            ArchitectClient client = it.client();
            UpdateTurn turn = new UpdateTurn(Duration.ZERO, Duration.ZERO, client, wait -> {}, it.audit);
            ManagerSettings settings = new ManagerSettings(
                    client,
                    it.audit,
                    "jane",
                    turn,
                    SettingsSchema.standard(),
                    RetryPolicy.standard(),
                    null,
                    (a, b) -> {});
            UpdateRequest request = UpdateRequest.of(it.change("{'a':1}"));
            FlowSearch search = new FlowSearch(client);
            FlowPatcher patcher =
                    new FlowPatcher(settings, search, new Journal(it.audit, client, "jane", request), request);
            KnownFlow flow = search.find(ArchitectDeployment.FLOW);
            JsonChanges changes = JsonChanges.of(flow.settings(), Json.of("{'a':1}"));
            patcher.stop();
            assertThatThrownBy(() -> patcher.patch(flow, changes, true))
                    .hasMessageContaining("not changed: interrupted");
            assertThat(it.architect.version(ArchitectDeployment.ID)).isEqualTo(14);
            assertThat(patcher.patch(flow, changes, false).after().version()).isEqualTo(15);
        }
    }
}
