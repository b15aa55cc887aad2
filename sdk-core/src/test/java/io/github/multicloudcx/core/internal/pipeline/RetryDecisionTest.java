package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.internal.pipeline.RetryDecision.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryDecisionTest {
    private static final List<Boolean> BOTH = List.of(true, false);
    private static final List<Integer> STATUSES = List.of(
            0, 200, 301, 303, 400, 401, 403, 404, 408, 409, 415, 422, 425, 429, 500, 501, 502, 503, 504, 505, 599);

    /** All rows of the table that may be repeated; every other combination may not. */
    private static final Set<String> REPEATED_BY_STATUS = Set.of(
            // status, Retry-After, repeatable
            "429,true,true",
            "429,true,false",
            "429,false,true",
            "503,true,true",
            "503,true,false",
            "503,false,true",
            "500,true,true",
            "500,false,true",
            "502,true,true",
            "502,false,true",
            "504,true,true",
            "504,false,true");

    @Test
    void everyCombinationIsDecidedAsTheTableSays() {
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (Outcome outcome : Outcome.values()) {
            for (int status : STATUSES) {
                for (boolean retryAfter : BOTH) {
                    for (boolean partial : BOTH) {
                        for (boolean repeatable : BOTH) {
                            for (boolean available : BOTH) {
                                boolean expected = available
                                        && !partial
                                        && expected(outcome, status + "," + retryAfter + "," + repeatable, repeatable);
                                walked++;
                                if (RetryDecision.mayRepeat(outcome, status, retryAfter, partial, repeatable, available)
                                        != expected) {
                                    wrong.add(outcome + " " + status + " retryAfter=" + retryAfter + " partial="
                                            + partial + " repeatable=" + repeatable + " available=" + available);
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(walked).isEqualTo(4 * STATUSES.size() * 16);
    }

    private static boolean expected(Outcome outcome, String row, boolean repeatable) {
        return switch (outcome) {
            case NOT_CONNECTED -> true;
            case BROKEN -> repeatable;
            case ANSWERED -> REPEATED_BY_STATUS.contains(row);
            case FINAL -> false;
        };
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void aBodyThatIsUsedUpIsNeverSentAgain(Outcome outcome) {
        assertThat(RetryDecision.mayRepeat(outcome, 503, true, false, true, false))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "504"})
    void aPostWhoseFateIsUnknownIsNotRepeated(int status) {
        assertThat(RetryDecision.mayRepeat(Outcome.ANSWERED, status, true, false, false, true))
                .isFalse();
        assertThat(RetryDecision.mayRepeat(Outcome.BROKEN, 0, false, false, false, true))
                .isFalse();
    }
}
