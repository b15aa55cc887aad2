package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
    private static final Duration ONE = Duration.ofSeconds(1);

    @Test
    void theStandardIsThreeAttemptsFrom250MillisecondsUpTo20Seconds() {
        assertThat(RetryPolicy.standard())
                .isEqualTo(new RetryPolicy(3, Duration.ofMillis(250), Duration.ofSeconds(20), Duration.ofSeconds(60)));
        assertThat(RetryPolicy.none().maxAttempts()).isEqualTo(1);
    }

    @Test
    void eachPartCanBeChanged() {
        assertThat(RetryPolicy.standard()
                        .maxAttempts(7)
                        .baseDelay(ONE)
                        .maxDelay(ONE.multipliedBy(2))
                        .maxRetryAfter(Duration.ZERO))
                .isEqualTo(new RetryPolicy(7, ONE, ONE.multipliedBy(2), Duration.ZERO));
    }

    @Test
    void wrongValuesAreRefusedByName() {
        RetryPolicy policy = RetryPolicy.standard();
        assertThatThrownBy(() -> policy.maxAttempts(0)).hasMessage("maxAttempts must be 1 or more, not 0");
        assertThatThrownBy(() -> policy.baseDelay(Duration.ZERO)).hasMessageContaining("baseDelay must be longer");
        assertThatThrownBy(() -> policy.maxDelay(Duration.ofMillis(-1)))
                .hasMessageContaining("maxDelay must be longer");
        assertThatThrownBy(() -> policy.maxRetryAfter(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxRetryAfter must not be negative");
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void everyFateHasWords(Fate fate) {
        assertThat(fate.advice()).isNotBlank();
    }

    @Test
    void theListsOfAnAnswerAreCopied() {
        List<ResponseStatus> errors = new java.util.ArrayList<>();
        ApiResponse<String> response = new ApiResponse<>(
                "v", 200, java.util.Map.of("A", List.of("1")), null, null, errors, "t", List.of(), ONE);
        errors.add(new ResponseStatus("1", null, null));
        assertThat(response.errors()).isEmpty();
        assertThat(response.header("a")).isEqualTo("1");
        assertThat(response.withValue(3).value()).isEqualTo(3);
    }
}
