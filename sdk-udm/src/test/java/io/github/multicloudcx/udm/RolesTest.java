package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.sandbox.SandboxUser;
import org.junit.jupiter.api.Test;

class RolesTest {
    @Test
    void withoutTheRoleListsAreEmptyAndErrorsNameIt() {
        SandboxUser user = SandboxUser.withoutRoles("visitor", "secret-word");
        try (Sandbox sandbox = Sandbox.builder().user(user).start();
                CxClient cx = CxClient.builder()
                        .baseUrl(sandbox.baseUrl())
                        .apiKey(sandbox.apiKey())
                        .credentials(OAuth.password(
                                sandbox.clientId(), sandbox.clientSecret(), user.username(), user.password()))
                        .build()) {
            sandbox.udm().addFinishedJobs(3);
            UdmClient udm = UdmClient.create(cx);
            long id = sandbox.udm().jobIds().get(0);

            assertThat(udm.jobs().list().page().execute().items()).isEmpty();
            assertThat(udm.history().list().page().execute().items()).isEmpty();
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> udm.jobs().get(id).execute())
                    .withMessageContaining("or the user lacks the role that shows it");
            assertThatExceptionOfType(ForbiddenException.class)
                    .isThrownBy(() -> udm.jobs()
                            .create(Deployment.contacts("weekly").build())
                            .execute())
                    .withMessageContaining("needs the role UDM UCSX Exporter or iWD Administrator")
                    .withMessageNotContaining("secret-word");
            sandbox.assertNoViolations();
        }
    }
}
