package io.github.multicloudcx.udm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UcsJobParamsTest {
    @Test
    void optionsAreAddedToCopies() {
        UcsJobParams plain = UcsJobParams.of("Contact", List.of("chat"));
        assertThat(plain.fileSplitSize("10").exportAttachments(true))
                .isEqualTo(new UcsJobParams("10", "Contact", List.of("chat"), true));
        assertThat(plain).isEqualTo(new UcsJobParams(null, "Contact", List.of("chat"), null));
    }

    @Test
    void theMediaAreCopied() {
        List<String> media = new ArrayList<>(List.of("chat"));
        UcsJobParams params = UcsJobParams.of("Contact", media);
        media.add("email");
        assertThat(params.media()).containsExactly("chat");
    }

    @Test
    void whatAServerAnswersMayLackAnything() {
        UcsJobParams empty = new UcsJobParams(null, null, null, null);
        assertThat(empty.type()).isNull();
        assertThat(empty.media()).isEmpty();
        assertThat(new UcsJobParams(null, "Contact", Arrays.asList(null, "chat"), null).media())
                .containsExactly("chat");
    }

    @Test
    void badParametersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UcsJobParams.of("", List.of()))
                .withMessageStartingWith("jobParams.type ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UcsJobParams.of("Contact", Arrays.asList("chat", null)))
                .withMessage("each of jobParams.media is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UcsJobParams.of("Contact", List.of()).fileSplitSize(" "));
    }
}
