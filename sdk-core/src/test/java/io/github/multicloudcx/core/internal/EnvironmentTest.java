package io.github.multicloudcx.core.internal;

import static io.github.multicloudcx.core.testing.FakeDeployment.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.testing.FakeDeployment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class EnvironmentTest {
    private final FakeDeployment deployment = new FakeDeployment();
    private final Map<String, String> variables = new HashMap<>(Map.of("CX_BASE_URL", deployment.url()));

    @AfterEach
    void close() {
        deployment.close();
    }

    private EnvironmentTest with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    private EnvironmentTest app() {
        return with("CX_CLIENT_ID", "app").with("CX_CLIENT_SECRET", "secret");
    }

    private CxClient client() {
        return CxClientBuilder.fromEnvironment(variables).build();
    }

    private String authorization() {
        try (CxClient cx = client()) {
            cx.request().get("/thing").returning(JsonNode.class).execute();
        }
        return deployment.authorizations().get(0);
    }

    private void refused(String... parts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().close())
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts));
    }

    @Test
    void withoutABaseUrlTheErrorNamesTheVariable() {
        variables.clear();

        refused("CX_BASE_URL is not set", "such as https://");
        assertThatIllegalArgumentException()
                .isThrownBy(CxClient::fromEnvironment)
                .withMessageContaining("CX_BASE_URL");
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void eachFamilyMayHaveAHostOfItsOwn(ApiFamily family) {
        with("CX_BASE_URL_" + family.name(), "https://own.example.com/root");

        try (CxClient cx = client()) {
            assertThat(cx.baseUrl(family)).hasToString("https://own.example.com/root" + family.basePath());
            ApiFamily other = family == ApiFamily.UDM ? ApiFamily.GRS : ApiFamily.UDM;
            assertThat(cx.baseUrl(other).toString()).startsWith(deployment.url());
        }
    }

    @Test
    void oneFamilyAloneIsEnough() {
        variables.clear();
        with("CX_BASE_URL_UDM", "https://udm.example.com");

        try (CxClient cx = client()) {
            assertThat(cx.baseUrl(ApiFamily.UDM)).hasToString("https://udm.example.com/udm");
        }
    }

    @Test
    void theApiKeyIsSentAndNothingElseIsAskedFor() {
        with("CX_API_KEY", "key-1");

        assertThat(authorization()).isEqualTo("null");
        assertThat(deployment.calls().get(0).getHeaders().get("x-api-key")).isEqualTo("key-1");
    }

    @Test
    void anAccessTokenWinsOverEverything() {
        app().with("CX_ACCESS_TOKEN", "given")
                .with("CX_USERNAME", "user")
                .with("CX_PASSWORD", "password")
                .with("CX_REFRESH_TOKEN", "r0");

        assertThat(authorization()).isEqualTo("Bearer given");
        assertThat(deployment.tokenRequests()).isEmpty();
    }

    @Test
    void userAndPasswordWinOverARefreshToken() {
        app().with("CX_USERNAME", "user").with("CX_PASSWORD", "password").with("CX_REFRESH_TOKEN", "r0");
        deployment.tokens(token("t1"));

        assertThat(authorization()).isEqualTo("Bearer t1");
        assertThat(deployment.forms())
                .containsExactly("grant_type=password&client_id=app&username=user&password=password");
    }

    @Test
    void aRefreshTokenWinsOverClientCredentials() {
        app().with("CX_REFRESH_TOKEN", "r0");
        deployment.tokens(token("t1"));

        assertThat(authorization()).isEqualTo("Bearer t1");
        assertThat(deployment.forms()).containsExactly("grant_type=refresh_token&client_id=app&refresh_token=r0");
    }

    @Test
    void clientCredentialsAreTheLast() {
        app();
        deployment.tokens(token("t1"));

        assertThat(authorization()).isEqualTo("Bearer t1");
        assertThat(deployment.forms()).containsExactly("grant_type=client_credentials&client_id=app");
    }

    @Test
    void tokensAreKeptInTheFileBetweenRuns(@TempDir Path directory) {
        app().with("CX_TOKEN_FILE", directory.resolve("tokens").toString());
        deployment.tokens(token("t1"));

        assertThat(authorization()).isEqualTo("Bearer t1");
        assertThat(authorization()).isEqualTo("Bearer t1");
        assertThat(deployment.tokenRequests()).hasSize(1);
    }

    @Test
    void emptyVariablesCountAsAbsent() {
        for (String name : new String[] {
            "CX_BASE_URL_UDM",
            "CX_API_KEY",
            "CX_ACCESS_TOKEN",
            "CX_USERNAME",
            "CX_PASSWORD",
            "CX_REFRESH_TOKEN",
            "CX_CLIENT_ID",
            "CX_CLIENT_SECRET",
            "CX_TOKEN_FILE",
            "CX_ALLOW_CLEARTEXT"
        }) {
            with(name, " ");
        }
        assertThat(authorization()).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource({
        "CX_CLIENT_ID, CX_CLIENT_SECRET",
        "CX_CLIENT_SECRET, CX_CLIENT_ID",
        "CX_USERNAME, CX_CLIENT_ID",
        "CX_REFRESH_TOKEN, CX_CLIENT_ID",
        "CX_PASSWORD, CX_USERNAME"
    })
    void aVariableThatMakesNoSenseAloneNamesTheMissingOne(String set, String missing) {
        with(set, "value");

        refused(missing + " is not set; it is needed together with");
    }

    @Test
    void aUserWithoutAPasswordNamesThePassword() {
        app().with("CX_USERNAME", "user");

        refused("CX_PASSWORD is not set; it is needed together with CX_USERNAME");
    }

    @Test
    void aPasswordWithoutAUserIsNotTakenForClientCredentials() {
        app().with("CX_PASSWORD", "password");

        refused("CX_USERNAME is not set; it is needed together with CX_PASSWORD");
    }

    @ParameterizedTest
    @CsvSource({
        "CX_BASE_URL, gapi.example.com",
        "CX_BASE_URL_NEXUS, ftp://nexus.example.com",
        "CX_API_KEY, 'hunter22\nhunter22'",
        "CX_ACCESS_TOKEN, 'hunter22\nhunter22'",
        "CX_CLIENT_ID, a:b",
        "CX_TOKEN_FILE, '\0'"
    })
    void aValueThatDoesNotFitNamesItsVariableAndNotTheSecret(String name, String value) {
        app().with(name, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().close())
                .withMessageStartingWith(name + ": ")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("hunter22"));
    }

    @Test
    void cleartextIsAllowedForTheNamedHosts() {
        with("CX_BASE_URL", "http://One.example.com")
                .with("CX_BASE_URL_UDM", "http://two.example.com")
                .with("CX_API_KEY", "key-1");
        refused("plain http");

        with("CX_ALLOW_CLEARTEXT", " One.example.com ,two.example.com,, two.example.com,");
        assertThatCode(() -> client().close()).doesNotThrowAnyException();
    }
}
