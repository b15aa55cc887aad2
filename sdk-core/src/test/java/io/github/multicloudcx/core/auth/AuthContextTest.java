package io.github.multicloudcx.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AuthContextTest {
    private final FakeDeployment deployment = new FakeDeployment();
    private final FakeDeployment other = new FakeDeployment();
    private final AtomicReference<AuthContext> lent = new AtomicReference<>();
    private final CxClient cx = deployment.client(
            context -> {
                lent.set(context);
                return Credentials.bearer("token-1").bind(context);
            },
            new FakeTime());

    @AfterEach
    void close() {
        cx.close();
        other.close();
        deployment.close();
    }

    private void call(String base) {
        JsonNode answer = lent.get()
                .unauthenticated(URI.create(base))
                .get("/thing")
                .returning(JsonNode.class)
                .execute();
        assertThat(answer.path("ok").asBoolean()).isTrue();
    }

    @Test
    void anotherServerGetsNeitherAuthorizationNorApiKey() {
        call(other.url() + "/below/");

        RecordedRequest request = other.calls().get(0);
        assertThat(request.getTarget()).isEqualTo("/below/thing");
        assertThat(request.getHeaders().names()).doesNotContain("Authorization", "x-api-key");
    }

    @Test
    void theDeploymentItselfGetsItsApiKey() {
        call(deployment.url());

        RecordedRequest request = deployment.calls().get(0);
        assertThat(request.getHeaders().get("x-api-key")).isEqualTo(FakeDeployment.API_KEY);
        assertThat(request.getHeaders().names()).doesNotContain("Authorization");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/relative", "ftp://a.example.com", "https://a.example.com/?x=1", "https://u:p@a.example.com"})
    void whatIsNoBaseUrlIsRefused(String base) {
        assertThatIllegalArgumentException().isThrownBy(() -> call(base)).withMessageStartingWith("base ");
    }

    @Test
    void plainHttpIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call("http://a.example.com"))
                .withMessageContaining("http://a.example.com/ is plain http");
    }
}
