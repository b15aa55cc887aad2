package io.github.multicloudcx.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ItemStreamTest {
    private final List<String> events = new ArrayList<>();

    @Test
    void pagesAreOpenedOneAfterTheOtherAndClosed() {
        try (Stream<String> stream = stream(true, 0)) {
            assertThat(stream).containsExactly("0a", "0b", "2a", "2b", "4a", "4b");
        }
        assertThat(events).containsExactly("open 0", "close 0", "open 2", "close 2", "open 4", "close 4");
    }

    @Test
    void withoutPagesThereIsOneOnly() {
        assertThat(stream(false, 0)).containsExactly("0a", "0b");
        assertThat(events).containsExactly("open 0", "close 0");
    }

    @Test
    void nothingIsOpenedBeforeTheFirstItemAndNothingAfterClosing() {
        Stream<String> stream = stream(true, 2);
        Iterator<String> items = stream.iterator();
        assertThat(events).isEmpty();
        assertThat(items.next()).isEqualTo("2a");
        stream.close();
        assertThat(events).containsExactly("open 2", "close 2");
        assertThat(items.hasNext()).isFalse();
        assertThat(events).hasSize(2);
    }

    @Test
    void aFailureDoesNotLookLikeTheEndToThoseWhoGoOn() {
        IllegalStateException failure = new IllegalStateException("broken");
        Iterator<String> items = new ItemStream<String>(
                        index -> {
                            throw failure;
                        },
                        (read, total, from) -> null,
                        0,
                        true)
                .stream().iterator();
        assertThatThrownBy(items::hasNext).isSameAs(failure);
        assertThatThrownBy(items::hasNext).isSameAs(failure);
    }

    @Test
    void aFailureInTheMiddleIsNotSkippedEither() {
        IllegalStateException failure = new IllegalStateException("broken");
        Iterator<String> items = new ItemStream<String>(
                        index -> new Breaking(failure), (read, total, from) -> null, 0, false)
                .stream().iterator();
        assertThatThrownBy(items::hasNext).isSameAs(failure);
        assertThatThrownBy(items::hasNext).isSameAs(failure);
    }

    private Stream<String> stream(boolean paged, long from) {
        return new ItemStream<String>(Two::new, (read, total, index) -> index < 4 ? index + read : null, from, paged)
                .stream();
    }

    /** Two items at an index. */
    private final class Two implements ItemSource<String> {
        private final long index;
        private int read;

        private Two(long index) {
            this.index = index;
            events.add("open " + index);
        }

        @Override
        public @Nullable String next() {
            return read == 2 ? null : index + (read++ == 0 ? "a" : "b");
        }

        @Override
        public long read() {
            return read;
        }

        @Override
        public @Nullable Long total() {
            return null;
        }

        @Override
        public void close() {
            events.add("close " + index);
        }
    }

    /** Fails once and ends, as a source does that closes itself. */
    private static final class Breaking implements ItemSource<String> {
        private final RuntimeException failure;
        private boolean ended;

        private Breaking(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public @Nullable String next() {
            if (ended) {
                return null;
            }
            ended = true;
            throw failure;
        }

        @Override
        public long read() {
            return 0;
        }

        @Override
        public @Nullable Long total() {
            return null;
        }

        @Override
        public void close() {}
    }
}
