package io.github.multicloudcx.statistics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.multicloudcx.statistics.Samples;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "1490830620000,1490830620000",
        "1490830620000.9,1490830620000",
        "1.49083062E12,1490830620000",
        "'\"1490830620000\"',1490830620000",
        "'\" 1490830620000.5 \"',1490830620000",
        "0,0",
        "0.4,0",
        "-1,-1",
        "'\"1e-999999999\"',0",
        "9223372036854775807,9223372036854775807"
    })
    void numbersAndTextsOfNumbersAreMilliseconds(String json, long milliseconds) {
        assertThat(Timestamps.parse(Samples.tree(json))).isEqualTo(Instant.ofEpochMilli(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "{}",
                "[1]",
                "\"\"",
                "\"soon\"",
                "\"2017-03-29T23:37:00Z\"",
                "9223372036854775808",
                "1e400",
                "\"1e999999999\"",
                "\"00000000000000000000000000000000000000000000001\""
            })
    void anythingElseHasNoReading(String json) {
        assertThat(Timestamps.parse(Samples.tree(json))).isNull();
    }

    @Test
    void nothingHasNoReading() {
        assertThat(Timestamps.parse(null)).isNull();
        assertThat(Timestamps.parse(MissingNode.getInstance())).isNull();
    }
}
