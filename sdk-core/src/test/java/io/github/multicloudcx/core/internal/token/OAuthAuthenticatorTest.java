package io.github.multicloudcx.core.internal.token;

import static io.github.multicloudcx.core.testing.FakeDeployment.json;
import static io.github.multicloudcx.core.testing.FakeDeployment.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.auth.OutgoingRequest;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.ForbiddenException.Reason;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a token is renewed because of an answer, end to end. */
@Timeout(60)
class OAuthAuthenticatorTest {
    private static final String GATEWAY = "{\"message\":\"Forbidden\"}";
    private static final String SIGNED_OUT = "{\"status\":{\"code\":603,\"message\":\"Token expired\"}}";

    private final FakeTime time = new FakeTime();
    private final FakeDeployment deployment =
            new FakeDeployment().tokens(token("t1"), token("t2"), token("t3"), token("t4"));
    private final CxClient cx = deployment.client(OAuth.clientCredentials("app", "secret"), time);

    @AfterEach
    void close() {
        cx.close();
        deployment.close();
    }

    private ApiRequest request() {
        return cx.api(ApiFamily.STATISTICS).get("/thing");
    }

    /** Refuses every token but the given one. */
    private void refusing(MockResponse refusal, String butNot) {
        deployment.onCall(
                request -> ("Bearer " + butNot).equals(request.getHeaders().get("Authorization"))
                        ? json(200, "{\"status\":{\"code\":0},\"data\":{}}")
                        : refusal);
    }

    private ForbiddenException forbidden(ApiRequest request) {
        return catchThrowableOfType(
                ForbiddenException.class,
                () -> request.returning(JsonNode.class).execute());
    }

    @Test
    void a403WithCode603IsRecoveredOnce() {
        refusing(json(403, SIGNED_OUT), "t2");

        assertThat(request().returning(JsonNode.class).execute()).isNotNull();

        assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t2");
        assertThat(deployment.tokenRequests()).hasSize(2);
    }

    @Test
    void asecond403WithCode603IsFinal() {
        refusing(json(403, SIGNED_OUT), "none");

        assertThat(forbidden(request()).reason()).isEqualTo(Reason.NOT_SIGNED_IN);

        assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t2");
    }

    @Test
    void aBadApiKeyIsNeverRecovered() {
        refusing(json(403, GATEWAY), "none");

        ForbiddenException failure = forbidden(request());

        assertThat(failure.reason()).isEqualTo(Reason.API_KEY);
        assertThat(failure).hasMessageContaining("API key");
        assertThat(deployment.calls()).hasSize(1);
        assertThat(deployment.tokenRequests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"status\":{\"code\":604,\"message\":\"No permission\"}}", "{\"message\":\"No\"}"})
    void anyOther403IsAMissingPermissionAndNeverRecovered(String body) {
        refusing(json(403, body), "none");

        assertThat(forbidden(request()).reason()).isEqualTo(Reason.PERMISSION);

        assertThat(deployment.calls()).hasSize(1);
        assertThat(deployment.tokenRequests()).hasSize(1);
    }

    @Test
    void anEmpty403OfASignInProbeIsRecoveredOnce() {
        refusing(json(403, ""), "t2");

        request().forbiddenMeansSignedOut().returning(JsonNode.class).execute();

        assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t2");
    }

    @Test
    void aSecondEmpty403OfASignInProbeIsFinal() {
        refusing(json(403, ""), "none");

        assertThat(forbidden(request().forbiddenMeansSignedOut()).reason()).isEqualTo(Reason.NOT_SIGNED_IN);

        assertThat(deployment.calls()).hasSize(2);
    }

    @Test
    void aBadApiKeyIsNotRecoveredByASignInProbeEither() {
        refusing(json(403, GATEWAY), "none");

        assertThat(forbidden(request().forbiddenMeansSignedOut()).reason()).isEqualTo(Reason.API_KEY);

        assertThat(deployment.calls()).hasSize(1);
        assertThat(deployment.tokenRequests()).hasSize(1);
    }

    @Test
    void aPostIsRepeatedAfterTheRenewalWithTheSameBody() {
        refusing(json(401, "{}"), "t2");

        cx.api(ApiFamily.STATISTICS)
                .post("/thing")
                .json(Map.of("a", 1))
                .returning(JsonNode.class)
                .execute();

        assertThat(deployment.calls())
                .extracting(call -> call.getBody().utf8())
                .containsExactly("{\"a\":1}", "{\"a\":1}");
    }

    @Test
    void credentialsThatNeverChangeAreNotTriedTwice() {
        refusing(json(401, "{}"), "none");
        try (CxClient fixed = deployment.client(Credentials.bearer("fixed"), time)) {
            assertThat(catchThrowableOfType(
                            UnauthorizedException.class,
                            () -> fixed.request()
                                    .get("/thing")
                                    .returning(JsonNode.class)
                                    .execute()))
                    .isNotNull();
        }
        assertThat(deployment.authorizations()).containsExactly("Bearer fixed");
    }

    @Test
    void credentialsOfOnesOwnAreAskedAboutARefusalOnce() {
        refusing(json(401, "{}"), "second");
        Authenticator own = new Authenticator() {
            private String token = "first";

            @Override
            public Authorization authorize(OutgoingRequest request) {
                return new Authorization(Map.of("Authorization", "Bearer " + token), token);
            }

            @Override
            public boolean refused(Authorization refused) {
                assertThat(refused.ticket()).isEqualTo("first");
                token = "second";
                return true;
            }
        };

        request().authorizedBy(own).returning(JsonNode.class).execute();

        assertThat(deployment.authorizations()).containsExactly("Bearer first", "Bearer second");
        assertThat(deployment.tokenRequests()).isEmpty();
    }
}
