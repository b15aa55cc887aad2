package io.github.multicloudcx.udm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2015-08-05T08:31:20Z,2015-08-05T08:31:20Z",
        "2015-08-05T08:31:20.780Z,2015-08-05T08:31:20.780Z",
        "2015-08-05t08:31:20z,2015-08-05T08:31:20Z",
        "2015-08-05T10:31:20+02:00,2015-08-05T08:31:20Z",
        "2015-08-05T10:31:20.5+0200,2015-08-05T08:31:20.500Z",
        "2015-08-05T10:31:20+02,2015-08-05T08:31:20Z",
        "2015-08-05T10:31:20+02:00[Europe/Paris],2015-08-05T08:31:20Z",
        "2015-08-05T08:31,2015-08-05T08:31:00Z",
        "2015-08-05T08:31:20,2015-08-05T08:31:20Z",
        "2015-08-05 08:31:20.78,2015-08-05T08:31:20.780Z",
        "2015-08-05  08:31:20+01:00,2015-08-05T07:31:20Z",
        "2015-08-05,2015-08-05T00:00:00Z",
        "1438763480780,2015-08-05T08:31:20.780Z",
        "' 2015-08-05T08:31:20Z ',2015-08-05T08:31:20Z",
    })
    void readsTheUsualForms(String text, Instant instant) {
        assertThat(Times.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "string",
                "yesterday",
                "20150805",
                "0",
                "2015-13-05",
                "2015-02-30",
                "2015-08-05T25:00:00Z",
                "08/05/2015",
                "2015-08-05T08:31:20Z and more",
                "99999999999999999999999"
            })
    void anythingElseHasNoReading(String text) {
        assertThat(Times.parse(text)).isNull();
    }

    @Test
    void readsWhatIsSent() {
        Instant sent = Instant.parse("2026-01-05T10:00:00.123456789Z");
        assertThat(Times.parse(sent.toString())).isEqualTo(sent);
    }

    @Test
    void noTextMakesItThrow() {
        Random random = new Random(7);
        String alphabet = "0123456789-:.TZ+ []Europe/";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "2015-08-05" : "");
            for (int j = random.nextInt(24); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThatCode(() -> Times.parse(text.toString()))
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }
}
