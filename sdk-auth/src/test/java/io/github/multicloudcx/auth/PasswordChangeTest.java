package io.github.multicloudcx.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordChangeTest {
    private static PasswordChange.Builder complete() {
        return PasswordChange.builder().oldPassword("old-secret").newPassword("new-secret");
    }

    @Test
    void theBuilderSetsEveryField() {
        assertThat(complete().userName("agent").operationId("op-1").build())
                .isEqualTo(new PasswordChange("old-secret", "new-secret", "agent", "op-1"));
    }

    @Test
    void nameAndIdAreOptional() {
        assertThat(complete().build()).isEqualTo(new PasswordChange("old-secret", "new-secret", null, null));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t"})
    void aMissingPasswordIsNamed(String none) {
        assertThatThrownBy(() -> complete().oldPassword(none).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("oldPassword is required");
        assertThatThrownBy(() -> complete().newPassword(none).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("newPassword is required");
        assertThatThrownBy(() -> new PasswordChange(none, "new-secret", null, null))
                .hasMessageStartingWith("oldPassword is required");
        assertThatThrownBy(() -> new PasswordChange("old-secret", none, null, null))
                .hasMessageStartingWith("newPassword is required");
    }

    @Test
    void blankNamesAndIdsAreRefused() {
        assertThatThrownBy(() -> complete().userName(" ")).hasMessageStartingWith("userName is required");
        assertThatThrownBy(() -> complete().operationId("")).hasMessageStartingWith("operationId is required");
        assertThatThrownBy(() -> new PasswordChange("old-secret", "new-secret", " ", null))
                .hasMessageStartingWith("userName is required");
        assertThatThrownBy(() -> new PasswordChange("old-secret", "new-secret", null, " "))
                .hasMessageStartingWith("operationId is required");
    }

    @Test
    void itPrintsNoPassword() {
        assertThat(complete().userName("agent").build())
                .hasToString("PasswordChange[oldPassword=****, newPassword=****, userName=agent, operationId=null]");
    }
}
