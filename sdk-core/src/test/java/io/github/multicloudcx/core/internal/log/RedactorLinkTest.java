package io.github.multicloudcx.core.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorLinkTest {
    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @CsvSource({
        "Location, https://store/x?X-Amz-Signature=SIGNED, https://store/x?****",
        "location, /x?sig=SIGNED, /x?****",
        "Location, /x/7, /x/7",
        "Content-Location, https://store/x?sig=SIGNED, https://store/x?****"
    })
    void aLinkIsShownWithoutItsQuery(String name, String value, String shown) {
        assertThat(redactor.header(name, value)).isEqualTo(shown);
    }
}
