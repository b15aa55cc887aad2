package io.github.multicloudcx.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatcherTest {
    /** A request that is never sent and tells when it is cancelled. */
    private static final class Unsent extends EventListener {
        private final CountDownLatch canceled = new CountDownLatch(1);
        private final Call call = new OkHttpClient.Builder()
                .eventListener(this)
                .build()
                .newCall(new Request.Builder().url("http://127.0.0.1/").build());

        @Override
        public void canceled(Call cancelled) {
            canceled.countDown();
        }
    }

    @Test
    void aRequestWhoseTimeIsOverIsCancelled() throws Exception {
        Unsent unsent = new Unsent();
        try (Watcher watcher = new Watcher();
                Watcher.Watch watch = watcher.watch(unsent.call, Duration.ofMillis(1), new Errand(null, null))) {
            unsent.canceled.await();
            assertThat(watch.timedOut()).isTrue();
        }
    }

    @Test
    void aRequestOfAnInterruptedThreadIsCancelledAndTheFlagStays() throws Exception {
        Unsent unsent = new Unsent();
        CountDownLatch over = new CountDownLatch(1);
        try (Watcher watcher = new Watcher()) {
            Thread thread = new Thread(() -> {
                try (Watcher.Watch watch = watcher.watch(unsent.call, Duration.ofHours(1), new Errand(null, null))) {
                    Thread.currentThread().interrupt();
                    while (unsent.canceled.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    if (Thread.currentThread().isInterrupted() && !watch.timedOut()) {
                        over.countDown();
                    }
                }
            });
            thread.start();
            over.await();
            thread.join();
        }
    }

    @Test
    void forEverIsNoTimeThatPassesAndDoesNotEndTheWatching() throws Exception {
        Unsent patient = new Unsent();
        Unsent hasty = new Unsent();
        try (Watcher watcher = new Watcher();
                Watcher.Watch first =
                        watcher.watch(patient.call, ChronoUnit.FOREVER.getDuration(), new Errand(null, null))) {
            try (Watcher.Watch second = watcher.watch(hasty.call, Duration.ofMillis(1), new Errand(null, null))) {
                hasty.canceled.await();
                assertThat(second.timedOut()).isTrue();
            }
            assertThat(first.timedOut()).isFalse();
            assertThat(patient.call.isCanceled()).isFalse();
        }
    }

    @Test
    void aRequestWhoseBodyIsReadHasNoDeadline() throws Exception {
        Unsent body = new Unsent();
        Unsent later = new Unsent();
        try (Watcher watcher = new Watcher();
                Watcher.Watch watch = watcher.watch(body.call, Duration.ofSeconds(1), new Errand(null, null))) {
            watch.bodyReadHere();
            try (Watcher.Watch other = watcher.watch(later.call, Duration.ofSeconds(1), new Errand(null, null))) {
                later.canceled.await();
                assertThat(other.timedOut()).isTrue();
            }
            assertThat(body.call.isCanceled()).isFalse();
        }
    }

    @Test
    void aRequestWhoseBodyIsReadBelongsToTheThreadThatReadsIt() throws Exception {
        Unsent body = new Unsent();
        Unsent other = new Unsent();
        CompletableFuture<Watcher.Watch> handedOn = new CompletableFuture<>();
        CountDownLatch taken = new CountDownLatch(1);
        try (Watcher watcher = new Watcher()) {
            Thread opener = new Thread(() -> {
                handedOn.complete(watcher.watch(body.call, Duration.ofHours(1), new Errand(null, null)));
                try (Watcher.Watch own = watcher.watch(other.call, Duration.ofHours(1), new Errand(null, null))) {
                    taken.await();
                    interruptUntilCancelled(other);
                    assertThat(own.timedOut()).isFalse();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            opener.start();
            try (Watcher.Watch watch = handedOn.get()) {
                watch.bodyReadHere();
                taken.countDown();
                opener.join();
                assertThat(other.call.isCanceled()).isTrue();
                assertThat(body.call.isCanceled()).isFalse();
            }
        }
    }

    private static void interruptUntilCancelled(Unsent unsent) {
        Thread.currentThread().interrupt();
        while (unsent.canceled.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void closingCancelsWhatRunsAndWhatComesLater() {
        Unsent running = new Unsent();
        Unsent late = new Unsent();
        Watcher watcher = new Watcher();
        try (Watcher.Watch watch = watcher.watch(running.call, null, new Errand(null, null))) {
            assertThat(watcher.closed()).isFalse();
            watcher.close();
            assertThat(watcher.closed()).isTrue();
            assertThat(running.call.isCanceled()).isTrue();
            assertThat(watch.timedOut()).isFalse();
        }
        try (Watcher.Watch watch = watcher.watch(late.call, null, new Errand(null, null))) {
            assertThat(late.call.isCanceled()).isTrue();
            assertThat(watch.timedOut()).isFalse();
        }
    }

    @Test
    void aRequestThatIsOverIsNotWatchedAnyMore() {
        Unsent over = new Unsent();
        Unsent later = new Unsent();
        try (Watcher watcher = new Watcher()) {
            watcher.watch(over.call, Duration.ofHours(1), new Errand(null, null))
                    .close();
            try (Watcher.Watch watch = watcher.watch(later.call, Duration.ofHours(1), new Errand(null, null))) {
                interruptUntilCancelled(later);
                assertThat(Thread.interrupted()).isTrue();
                assertThat(watch.timedOut()).isFalse();
            }
            assertThat(over.call.isCanceled()).isFalse();
        }
    }
}
