package io.github.multicloudcx.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static String sent(Credentials credentials) {
        try (FakeDeployment deployment = new FakeDeployment();
                CxClient cx = deployment.client(credentials, new FakeTime())) {
            cx.request().get("/thing").returning(JsonNode.class).execute();
            return deployment.authorizations().get(0);
        }
    }

    @Test
    void aTokenIsSentAsBearer() {
        assertThat(sent(Credentials.bearer("token-1"))).isEqualTo("Bearer token-1");
    }

    @Test
    void userAndPasswordAreSentAsBasicInUtf8() {
        assertThat(sent(Credentials.basic("üser", "pässword"))).isEqualTo("Basic w7xzZXI6cMOkc3N3b3Jk");
    }

    @Test
    void noneSendsNothing() {
        assertThat(sent(Credentials.none())).isEqualTo("null");
        assertThat(Credentials.none().secret()).isFalse();
    }

    @Test
    void allOthersAreSecret() {
        assertThat(Credentials.bearer("token-1").secret()).isTrue();
        assertThat(Credentials.basic("user", "password").secret()).isTrue();
        assertThat(OAuth.clientCredentials("app", "secret").secret()).isTrue();
    }

    @Test
    void badParametersAreRefusedByNameAndNotQuoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.bearer("hunter22\n"))
                .withMessageStartingWith("token has a line break at position 8")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("hunter22"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.basic("a:b", "password"))
                .withMessageContaining("user must not contain a colon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.basic("", "password"))
                .withMessageContaining("user");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.basic("user", ""))
                .withMessageContaining("password");
    }

    @Test
    void nothingSecretIsPrinted() {
        assertThat(Credentials.bearer("token-1")).hasToString("Credentials[****]");
        assertThat(Credentials.none()).hasToString("Credentials[none]");
        assertThat(new Authorization(Map.of("Authorization", "Bearer token-1"), "token-1"))
                .hasToString("Authorization[headers=[Authorization]]");
        assertThat(new OutgoingRequest(
                        "GET", URI.create("https://a.example.com/?secret=1"), sink -> sink.write(1), Duration.ZERO))
                .hasToString("OutgoingRequest[method=GET]");
    }

    @Test
    void theHeadersOfAnAuthorizationAreACopy() {
        Map<String, String> headers = new HashMap<>(Map.of("A", "1"));
        Authorization authorization = new Authorization(headers, null);
        headers.put("B", "2");

        assertThat(authorization.headers()).containsOnlyKeys("A");
    }
}
