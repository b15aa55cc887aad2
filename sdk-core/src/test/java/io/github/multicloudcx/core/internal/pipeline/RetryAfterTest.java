package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2025-10-21T07:27:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "120, 120", "' 7 ', 7", "007, 7", "999999999, 999999999"})
    void secondsAreUnderstood(String value, long seconds) {
        assertThat(RetryAfter.parse(value, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aDateIsTheTimeUntilThen() {
        assertThat(RetryAfter.parse("Tue, 21 Oct 2025 07:28:00 GMT", NOW)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aDateInThePastIsNoWait() {
        assertThat(RetryAfter.parse("Tue, 21 Oct 2025 07:26:59 GMT", NOW)).isZero();
        assertThat(RetryAfter.parse("Thu, 01 Jan 1970 00:00:00 GMT", NOW)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "1.5",
                "soon",
                "1 minute",
                "Tue, 21 Oct 2025",
                "Mon, 21 Oct 2025 07:28:00 GMT",
                "0x10",
                "\u0661"
            })
    void garbageCountsAsAbsent(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isNull();
    }

    @Test
    void anAbsentHeaderIsNoWaitAtAll() {
        assertThat(RetryAfter.parse(null, NOW)).isNull();
    }

    @Test
    void aNumberBeyondAllMeasureIsALongWaitAndNotAnAbsentOne() {
        assertThat(RetryAfter.parse("99999999999999999999999", NOW)).isGreaterThan(Duration.ofDays(3650));
    }

    @Test
    void noTextWhatsoeverThrows() {
        Random random = new Random(11);
        String alphabet = "0123456789 ,:-+GMTueOct\u00e9\u0000.";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(35); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThatCode(() -> RetryAfter.parse(text.toString(), NOW)).doesNotThrowAnyException();
        }
    }
}
