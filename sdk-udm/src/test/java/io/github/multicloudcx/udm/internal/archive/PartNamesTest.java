package io.github.multicloudcx.udm.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartNamesTest {
    @ParameterizedTest
    @CsvSource({
        "export-12-part3.smime, 3, export-12-part.smime, export-12-part",
        "export-part03.p7m, 3, export-part.p7m, export-part",
        "export.zip.007, 7, export.zip., export.zip.",
        "export.z02, 2, export.z, export.z",
        "contacts.p7m, -1, contacts.p7m, contacts.p7m",
        "part-0.smime, 0, part-.smime, part-"
    })
    void theLastNumberCounts(String name, long number, String without, String before) {
        assertThat(PartNames.number(name)).isEqualTo(number);
        assertThat(PartNames.withoutNumber(name)).isEqualTo(without);
        assertThat(PartNames.beforeNumber(name)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                ".hidden",
                "a/b",
                "a\\b",
                "a:b",
                "a\nb",
                "a.",
                "a ",
                "NUL",
                "nul.smime",
                "Com1.p7m",
                "\uD800"
            })
    void someNamesCannotBeFilesEverywhere(String name) {
        assertThat(PartNames.safe(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UCS-Contact-2-part1.smime", "null.smime", "console.smime", "com.smime", "a b (2).smime"})
    void othersCan(String name) {
        assertThat(PartNames.safe(name)).isTrue();
    }
}
