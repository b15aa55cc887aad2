package io.github.multicloudcx.udm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PreSignedUriTest {
    @Test
    void theSignatureIsNotPrinted() {
        PreSignedUri link = new PreSignedUri("https://s3/bucket/a.smime?X-Amz-Signature=secret");
        assertThat(link).hasToString("PreSignedUri[path=https://s3/bucket/a.smime?****]");
        assertThat(new FileLinks(List.of(link), List.of()).toString()).doesNotContain("secret");
    }

    @Test
    void aPathWithoutQueryIsPrinted() {
        assertThat(new PreSignedUri("a.smime")).hasToString("PreSignedUri[path=a.smime]");
        assertThat(new PreSignedUri(null)).hasToString("PreSignedUri[path=null]");
    }
}
