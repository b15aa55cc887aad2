package io.github.multicloudcx.sandbox.internal.udm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05T12:00:00Z",
                "2026-01-05T12:00:00.000Z",
                "2026-01-05T13:00:00+01:00",
                "2026-01-05T12:00:00.000+0000",
                "2026-01-05T12:00:00",
                "2026-01-05 12:00:00.0",
                "1767614400000"
            })
    void reads_common_forms_in_utc(String text) {
        assertThat(Dates.read(text)).hasValue(NOON);
    }

    @Test
    void reads_a_day_as_its_beginning() {
        assertThat(Dates.read("2026-01-05")).hasValue(Instant.parse("2026-01-05T00:00:00Z"));
    }

    @Test
    void does_not_read_anything_else() {
        assertThat(Dates.read("tomorrow")).isEmpty();
        assertThat(Dates.read("")).isEmpty();
    }
}
