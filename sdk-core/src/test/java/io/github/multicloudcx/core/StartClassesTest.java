package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.testing.OtherJvm;
import io.github.multicloudcx.core.testing.SmallCall;
import io.github.multicloudcx.core.testing.SmallCallServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a start costs, counted in classes: their number is the same on a slow machine. */
@Timeout(60)
class StartClassesTest {
    private static final String TITLE = "nightly ";

    /** 318 more on Java 17; about 100 of them are the SDK itself and 100 are for dates. */
    @Test
    void aProgramOfOneCallLoadsFewMoreClassesThanTheSameByHand() throws Exception {
        int sdk = classes(SmallCall.BySdk.class);
        int hand = classes(SmallCall.ByHand.class);
        assertThat(sdk - hand).as("%d classes against %d by hand", sdk, hand).isLessThanOrEqualTo(420);
    }

    private static int classes(Class<?> program) throws Exception {
        try (SmallCallServer server = new SmallCallServer()) {
            Process process = OtherJvm.heard(program, server.url());
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).startsWith(TITLE);
            return Integer.parseInt(said.substring(TITLE.length()));
        }
    }
}
