package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.multicloudcx.core.testing.SmallCall;
import io.github.multicloudcx.core.testing.SmallCallServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a call leaves to the garbage collector. No clock takes part, and threads of other tests are not counted. The bounds
 * leave room for what the JIT compiler happens to have done.
 */
@Timeout(60)
class CallAllocationTest {
    private static final int BATCHES = 5;
    private static final int CALLS = 100;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private SmallCallServer server;
    private SmallCallServer other;

    @BeforeEach
    void open() throws IOException {
        server = new SmallCallServer();
        other = new SmallCallServer();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        other.close();
    }

    /** About 17,000 bytes against 11,600 by hand, 1.5 times as many; a compiler that is through with them saves some. */
    @Test
    void aCallLeavesLessThanTwiceWhatTheSameByHandLeaves() throws IOException {
        try (SmallCall sdk = new SmallCall.BySdk(server.url());
                SmallCall hand = new SmallCall.ByHand(other.url())) {
            long[] bytes = bytesPerCall(sdk, hand);
            assertThat(bytes[0]).as("bytes of a call").isLessThan(28_000);
            assertThat((double) bytes[0] / bytes[1])
                    .as("%d bytes against %d by hand", bytes[0], bytes[1])
                    .isLessThan(2);
        }
    }

    /** About 440 bytes. */
    @Test
    void aListenerThatLooksAwayCostsNextToNothing() throws IOException {
        try (SmallCall alone = new SmallCall.BySdk(server.url());
                SmallCall heard = new SmallCall.BySdk(other.url(), builder -> builder.listener(call -> null))) {
            long[] bytes = bytesPerCall(heard, alone);
            assertThat(bytes[0] - bytes[1]).as("bytes of the listener").isLessThan(3_000);
        }
    }

    /** In turn, so that both meet the same compiler. */
    private long[] bytesPerCall(SmallCall one, SmallCall another) throws IOException {
        for (int i = 0; i < BATCHES * CALLS; i++) {
            assertThat(one.call()).isEqualTo(another.call());
        }
        long[] ofOne = new long[BATCHES];
        long[] ofAnother = new long[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            ofOne[i] = batch(one);
            ofAnother[i] = batch(another);
        }
        return new long[] {median(ofOne), median(ofAnother)};
    }

    private long batch(SmallCall call) throws IOException {
        long before = allocated();
        for (int i = 0; i < CALLS; i++) {
            call.call();
        }
        return (allocated() - before) / CALLS;
    }

    private long allocated() {
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
