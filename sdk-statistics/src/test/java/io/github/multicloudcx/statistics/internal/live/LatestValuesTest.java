package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.Given.A;
import static io.github.multicloudcx.statistics.internal.live.Given.B;
import static io.github.multicloudcx.statistics.internal.live.Given.NOON;
import static io.github.multicloudcx.statistics.internal.live.Given.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatestValuesTest {
    private final LatestValues latest = new LatestValues();

    @Test
    void aNewerValueIsNewsAndAnOlderOneIsNot() {
        assertThat(latest.accept(update(A, 1, NOON))).isTrue();
        assertThat(latest.accept(update(A, 2, NOON.plusSeconds(1)))).isTrue();
        assertThat(latest.accept(update(A, 1, NOON))).isFalse();
        assertThat(latest.of(List.of(A, B)))
                .extracting(update -> update.value().asLong().orElse(-1))
                .containsExactly(2L);
    }

    @Test
    void theSameValueOfTheSameTimeIsNoNews() {
        assertThat(latest.accept(update(A, 1, NOON))).isTrue();
        assertThat(latest.accept(update(A, 1, NOON))).isFalse();
    }

    @Test
    void anotherValueOfTheSameTimeIsNews() {
        assertThat(latest.accept(update(A, 1, NOON))).isTrue();
        assertThat(latest.accept(update(A, 2, NOON))).isTrue();
    }

    @Test
    void withoutATimeEveryValueIsNews() {
        assertThat(latest.accept(update(A, 1))).isTrue();
        assertThat(latest.accept(update(A, 1))).isTrue();
        assertThat(latest.accept(update(A, 2, NOON))).isTrue();
        assertThat(latest.accept(update(A, 3))).isTrue();
    }

    @Test
    void aServerWhoseClockWasPutBackIsBelievedAfterAMinute() {
        assertThat(latest.accept(update(A, 1, NOON, NOON))).isTrue();
        assertThat(latest.accept(update(A, 2, NOON.minusSeconds(3600), NOON.plusSeconds(59))))
                .isFalse();
        assertThat(latest.accept(update(A, 3, NOON.minusSeconds(3600), NOON.plusSeconds(60))))
                .isTrue();
        assertThat(latest.accept(update(A, 4, NOON.minusSeconds(3599), NOON.plusSeconds(61))))
                .isTrue();
    }

    @Test
    void afterRenewalEverythingIsNewsOnce() {
        assertThat(latest.accept(update(A, 1, NOON))).isTrue();
        latest.renew();
        assertThat(latest.accept(update(A, 1, NOON.minusSeconds(5)))).isTrue();
        assertThat(latest.accept(update(A, 1, NOON.minusSeconds(5)))).isFalse();
    }

    @Test
    void anAnswerDoesNotUndoWhatWasPushedAfterTheRequest() {
        assertThat(latest.accept(update(A, 1, NOON))).isTrue();
        long mark = latest.mark();
        assertThat(latest.accept(update(A, 2, NOON))).isTrue();
        assertThat(latest.acceptAnswered(update(A, 1, NOON), mark)).isFalse();
        assertThat(latest.acceptAnswered(update(A, 1), mark)).isFalse();
        assertThat(latest.acceptAnswered(update(A, 3, NOON.plusSeconds(1)), mark))
                .isTrue();
    }

    @Test
    void anAnswerFillsInWhatAPushBeforeTheRequestDidNotBring() {
        assertThat(latest.accept(update(A, 1, NOON))).isTrue();
        assertThat(latest.acceptAnswered(update(A, 2, NOON), latest.mark())).isTrue();
        assertThat(latest.acceptAnswered(update(A, 3, NOON.minusSeconds(1)), latest.mark()))
                .isFalse();
    }

    @Test
    void whatWasPushedBeforeTheRenewalDoesNotOutlastAnAnswer() {
        long mark = latest.mark();
        assertThat(latest.accept(update(A, 1, NOON))).isTrue();
        latest.renew();
        assertThat(latest.acceptAnswered(update(A, 2, NOON.minusSeconds(9)), mark))
                .isTrue();
    }

    @Test
    void whatIsForgottenIsGone() {
        assertThat(latest.accept(update(A, 1, NOON))).isTrue();
        latest.forget(List.of(A));
        assertThat(latest.of(List.of(A))).isEmpty();
    }
}
