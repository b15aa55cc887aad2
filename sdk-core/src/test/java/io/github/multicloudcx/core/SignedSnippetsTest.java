package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.testing.WireServer;
import io.github.multicloudcx.core.webhook.HubSignature;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The snippet of docs/core.md about credentials of one's own. */
class SignedSnippetsTest {
    private final WireServer server = new WireServer();
    private final CxClient cx = server.client();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aRequestIsSignedByAnAuthenticatorOfTheApplication() {
        HubSignature signature = HubSignature.of("secret");
        Map<String, Object> order = Map.of("id", 7);
        server.answer(200, "{\"ok\":true}");
        Authenticator signer = outgoing -> {
            String signed = signature.sign(outgoing.body());
            return new Authorization(Map.of("X-Signature", signed), null);
        };
        JsonNode taken = cx.request()
                .post("/hooks/{name}")
                .path("name", "orders")
                .authorizedBy(signer)
                .json(order)
                .returningJson()
                .execute();
        assertThat(taken.path("ok").asBoolean()).isTrue();
        assertThat(server.take().getHeaders().get("X-Signature"))
                .isEqualTo(signature.sign("{\"id\":7}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
