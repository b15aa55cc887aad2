package io.github.multicloudcx.core.internal.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRangeTest {
    @Test
    void aRangeTellsWhereItBeginsAndHowLongTheWholeIs() {
        assertThat(ContentRange.parse("bytes 500-999/1000")).isEqualTo(new ContentRange(500, 1000L));
    }

    @Test
    void theLengthOfTheWholeMayBeUnknown() {
        assertThat(ContentRange.parse("bytes 500-999/*")).isEqualTo(new ContentRange(500, null));
    }

    @Test
    void aRefusalTellsTheLengthOnly() {
        assertThat(ContentRange.parse(" bytes */1000 ")).isEqualTo(new ContentRange(-1, 1000L));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "bytes",
                "bytes 0-1",
                "bytes a-b/c",
                "bytes -1-5/10",
                "items 0-1/2",
                "bytes 0-1/99999999999999999999",
                "bytes 0-1/2 and more"
            })
    void anythingElseIsNotARange(String header) {
        assertThat(ContentRange.parse(header)).isNull();
    }
}
