package io.github.multicloudcx.nexus.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.nexus.webhook.DeliveryMemory;
import io.github.multicloudcx.nexus.webhook.DeliveryMemory.Claim;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentDeliveriesTest {
    private final DeliveryMemory memory = DeliveryMemory.inMemory(2);

    @Test
    void aClaimIsGivenOnceUntilItIsReleased() {
        assertThat(memory.claim("a")).isEqualTo(Claim.NEW);
        assertThat(memory.claim("a")).isEqualTo(Claim.RUNNING);
        memory.release("a");
        assertThat(memory.claim("a")).isEqualTo(Claim.NEW);
        memory.done("a", "ours");
        assertThat(memory.claim("a")).isEqualTo(Claim.DONE);
        assertThat(memory.messageId("a")).isEqualTo("ours");
        assertThat(memory.messageId("b")).isNull();
    }

    @Test
    void theOldestIsForgottenAndWhatRunsNever() {
        assertThat(memory.claim("running")).isEqualTo(Claim.NEW);
        memory.done("1", null);
        memory.done("2", null);
        memory.done("3", null);
        assertThat(memory.claim("2")).isEqualTo(Claim.DONE);
        assertThat(memory.claim("3")).isEqualTo(Claim.DONE);
        assertThat(memory.claim("running")).isEqualTo(Claim.RUNNING);
        assertThat(memory.claim("1")).isEqualTo(Claim.NEW);
    }

    @Test
    void ofManyAtOnceOneGetsTheClaim() throws InterruptedException {
        AtomicInteger claims = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (int i = 0; i < 16; i++) {
                threads.execute(() -> {
                    try {
                        start.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    for (int key = 0; key < 1000; key++) {
                        if (memory.claim("key " + key) == Claim.NEW) {
                            claims.incrementAndGet();
                        }
                    }
                });
            }
            start.countDown();
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(claims).hasValue(1000);
    }
}
