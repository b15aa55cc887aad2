package io.github.multicloudcx.core.auth;

import static io.github.multicloudcx.core.testing.FakeDeployment.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OAuthEndpointTest {
    private static final String PATH = "/api/v2/oauth/token";
    private static final URI LOGIN = URI.create("https://login.mypurecloud.com/oauth/token");

    private static OAuth app(OAuthEndpoint endpoint) {
        return OAuth.clientCredentials("app", "client-secret-1").endpoint(endpoint);
    }

    private static CxClientBuilder client(OAuthEndpoint endpoint) {
        return CxClient.builder().baseUrl("https://gapi.example.com").credentials(app(endpoint));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "oauth/token",
                "https://login.example.com/oauth/token",
                "?x=1",
                "/oauth/token?x=1",
                "/oauth/token?",
                "/oauth/token#x",
                "/oauth token",
                "/oauth/token ",
                "/oauth/token\n",
                "/oauth\\token",
                "/oauth/{id}",
                "/oauth/%zz",
                "/oauth/tökén",
                "/oauth/../token",
                "/oauth/%2e%2e/token",
                "/./token",
                "/oauth/token/.."
            })
    void aPathThatWouldNotBeSentAsItStandsIsRefused(@Nullable String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuthEndpoint.of(ApiFamily.ARCHITECT, path))
                .withMessageStartingWith("path ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/oauth/token/", PATH, "/a%20b/t%C3%B6ken", "/a;b=c/~d", "//oauth/token"})
    void aPathThatIsSentAsItStandsIsTaken(String path) {
        assertThat(OAuthEndpoint.of(ApiFamily.ARCHITECT, path))
                .hasToString("OAuthEndpoint[ARCHITECT " + path + ", form, client as HTTP Basic]");
        assertThat(OAuthEndpoint.at(URI.create("https://login.example.com:8443" + path)))
                .hasToString("OAuthEndpoint[https://login.example.com:8443" + path + ", form, client as HTTP Basic]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/oauth/token                                 | an absolute http or https URL",
                "oauth/token                                  | an absolute http or https URL",
                "//login.example.com/oauth/token              | an absolute http or https URL",
                "ftp://login.example.com/oauth/token          | an absolute http or https URL",
                "urn:login:token                              | an absolute http or https URL",
                "https:login.example.com/oauth/token          | an absolute http or https URL",
                "https:/oauth/token                           | an absolute http or https URL",
                "https:///oauth/token                         | an absolute http or https URL",
                "https://login.example.com:99999/oauth/token  | an absolute http or https URL",
                "https://login.example.com                    | must have a path",
                "https://login.example.com/a/../oauth/token   | must have a path",
                "https://login.example.com/tökén              | must have a path",
                "https://hunter2@login.example.com/token      | must not carry a user",
                "https://hunter2:x@login.example.com/token    | must not carry a user",
                "https://@login.example.com/token             | must not carry a user",
                "https://login.example.com/token?key=hunter2  | must not carry a user",
                "https://login.example.com/token?             | must not carry a user",
                "https://login.example.com/token#hunter2      | must not carry a user"
            })
    void aUrlThatIsNoneForTokensIsRefusedAndNotQuoted(URI url, String allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuthEndpoint.at(url))
                .withMessageStartingWith("url must ")
                .withMessageContaining(allowed)
                .withMessageNotContaining("hunter2");
    }

    @Test
    @SuppressWarnings("NullAway") // callers without a null checker
    void nothingIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuthEndpoint.of(null, PATH))
                .withMessage("family is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuthEndpoint.at(null))
                .withMessage("url is required");
        assertThatIllegalArgumentException().isThrownBy(() -> app(null)).withMessage("endpoint is required");
    }

    @Test
    void copiesAreChangedAndTheEndpointIsNot() {
        OAuthEndpoint plain = OAuthEndpoint.at(LOGIN);
        String address = "OAuthEndpoint[" + LOGIN;

        assertThat(plain.clientInBody()).hasToString(address + ", form, client in the body]");
        assertThat(plain.asJson()).hasToString(address + ", JSON, client as HTTP Basic]");
        assertThat(plain.clientInBody().asJson()).hasToString(address + ", JSON, client in the body]");
        assertThat(plain.asJson().clientInBody()).hasToString(address + ", JSON, client in the body]");
        assertThat(plain).hasToString(address + ", form, client as HTTP Basic]");
    }

    @Test
    void credentialsNameTheEndpointAndNothingSecret() {
        assertThat(app(OAuthEndpoint.at(LOGIN).clientInBody()))
                .hasToString("OAuth[grant=client_credentials, clientId=app, secrets=****, OAuthEndpoint[" + LOGIN
                        + ", form, client in the body]]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClientWhoseSecretWouldBeReadableOnTheWayIsNotBuilt(boolean inBody) {
        OAuthEndpoint open = OAuthEndpoint.at(URI.create("http://login.example.com/oauth/token"));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        client(inBody ? open.clientInBody() : open).build().close())
                .withMessageContaining("http://login.example.com/ is plain http")
                .withMessageContaining("allowCleartext(\"login.example.com\")")
                .withMessageNotContaining("client-secret-1");
    }

    @Test
    void cleartextIsAllowedByNameOrOnLoopback() {
        URI named = URI.create("http://login.example.com/oauth/token");
        URI loopback = URI.create("http://127.0.0.1:8080/oauth/token");

        client(OAuthEndpoint.at(named))
                .allowCleartext("login.example.com")
                .build()
                .close();
        client(OAuthEndpoint.at(loopback)).build().close();
    }

    @Test
    void aFamilyWithoutABaseUrlIsNamedWhenTheClientIsBuilt() {
        CxClientBuilder builder = CxClient.builder()
                .baseUrl(ApiFamily.UDM, "https://udm.example.com")
                .credentials(app(OAuthEndpoint.of(ApiFamily.ARCHITECT, PATH)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.build().close())
                .withMessageContaining("baseUrl of ARCHITECT is not set");
    }

    @Test
    void noBaseUrlOfTheAuthenticationApiIsNeeded() {
        try (FakeDeployment architect = new FakeDeployment();
                CxClient cx = CxClient.builder()
                        .baseUrl(ApiFamily.ARCHITECT, architect.url() + "/tenant")
                        .credentials(app(OAuthEndpoint.of(ApiFamily.ARCHITECT, PATH)))
                        .timeSource(new FakeTime())
                        .build()) {
            architect.tokens(token("t1"));

            cx.api(ApiFamily.ARCHITECT).get("/flows").returning(JsonNode.class).execute();

            assertThat(architect.tokenRequests().get(0).getTarget()).isEqualTo("/tenant" + PATH);
            assertThat(architect.authorizations()).containsExactly("Bearer t1");
        }
    }
}
