package io.github.multicloudcx.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.sandbox.RecordingRole;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One recording at a time, against the sandbox. */
@Timeout(60)
class RecordingSandboxTest {
    private final Deployed deployed = new Deployed();

    @AfterEach
    void close() {
        deployed.close();
    }

    @Test
    void aRecordingIsProtectedAndReleased() {
        deployed.control.add(List.of("a/ü+1"));
        var unused = deployed.recordings.protect("a/ü+1").execute();
        assertThat(deployed.control.protectedIds()).containsExactly("a/ü+1");
        var unused2 = deployed.recordings.protect("a/ü+1").execute();
        var unused3 = deployed.recordings.unprotect("a/ü+1").execute();
        assertThat(deployed.control.protectedIds()).isEmpty();
    }

    @Test
    void roleAndPermissionAreTwoThings() {
        deployed.control.add(List.of("a"));
        deployed.control.role(RecordingRole.NONE);
        assertThatThrownBy(() -> deployed.recordings.protect("a").execute()).isInstanceOf(MissingRoleException.class);
        deployed.control.role(RecordingRole.AGENT);
        assertThatThrownBy(() -> deployed.recordings.protect("a").execute())
                .isInstanceOf(MissingPermissionException.class);
        deployed.control.permissions(Set.of("RECORDING_PERMISSION_APPLY_NON_DELETE"));
        assertThat(deployed.recordings.protect("a").executeForResponse().status())
                .isEqualTo(200);
        assertThatThrownBy(() -> deployed.recordings.unprotect("a").execute())
                .isInstanceOf(MissingPermissionException.class);
    }

    @Test
    void aWrongPasswordIsRefusedAndNotShown() {
        try (CxClient cx = deployed.client("wrong-password")) {
            assertThatThrownBy(() -> RecordingClient.create(cx).protect("a").execute())
                    .isInstanceOf(UnauthorizedException.class)
                    .hasMessageContaining("check them")
                    .hasMessageNotContaining("wrong-password");
        }
    }
}
