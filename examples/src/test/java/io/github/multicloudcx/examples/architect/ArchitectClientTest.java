package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.auth.OAuthEndpoint;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.TooManyRequestsException;
import io.github.multicloudcx.examples.architect.StubServer.Said;
import io.github.multicloudcx.sandbox.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ArchitectClientTest {
    private static final String TOKEN = "/api/v2/oauth/token";
    private static final String SCOPES = "architect:read flow:read organization:read architect:write flow:write";

    private final ArchitectDeployment it = new ArchitectDeployment();
    private final ArchitectClient client = it.client();

    @AfterEach
    void close() {
        it.close();
    }

    private RecordedRequest request(String operation) {
        List<RecordedRequest> all = it.sandbox.requests(operation);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private FlowPatch patch(int version) {
        return new FlowPatch(it.architect.organizationId(), ArchitectDeployment.ID, Json.of("{'a':1}"), version);
    }

    @Test
    void aSearchAsksForSettingsAndSendsNamesInCamelCase() {
        assertThat(client.flows("primary").toList()).singleElement().satisfies(flow -> {
            assertThat(flow.id()).isEqualTo(ArchitectDeployment.ID);
            assertThat(flow.name()).isEqualTo(ArchitectDeployment.FLOW);
            assertThat(flow.description()).isEqualTo("Org routing configuration");
            assertThat(flow.version()).isEqualTo(14);
            assertThat(flow.createdAt()).isEqualTo(Instant.parse("2023-11-15T08:30:00Z"));
            assertThat(flow.modifiedAt()).isEqualTo(Instant.parse("2024-01-10T14:22:00Z"));
            assertThat(flow.settings()).isEqualTo(Json.of("{'routing':{'type':'longestAvailable'}}"));
            assertThat(flow.configurationMatrix()).isEmpty();
        });
        RecordedRequest request = request("listFlows");
        assertThat(request.query()).isEqualTo("pageSize=25&name=primary&expand=routing%2Csettings");
        assertThat(request.header("Authorization")).startsWith("Bearer ");
        assertThat(request.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allPagesAreRead(boolean snakeCase) {
        it.architect.forms().continuationTokenInSnakeCase(snakeCase);
        IntStream.range(0, 60).forEach(i -> it.architect.addFlow(uuid(i), "Flow " + i, "{\"i\":" + i + "}"));
        assertThat(client.flows("flow ").map(Flow::name))
                .containsExactlyElementsOf(
                        IntStream.range(0, 60).mapToObj(i -> "Flow " + i).toList());
        assertThat(it.sandbox.requests("listFlows")).hasSize(3);
    }

    @Test
    void pagesAreReadAsTheyAreNeeded() {
        IntStream.range(0, 60).forEach(i -> it.architect.addFlow(uuid(i), "Flow " + i, "{}"));
        assertThat(client.flows("flow ").limit(10)).hasSize(10);
        assertThat(it.sandbox.requests("listFlows")).hasSize(1);
    }

    private static String uuid(int i) {
        return String.format("00000000-0000-4000-8000-%012d", i);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingFoundIsNoFlow(boolean as404) {
        it.architect.forms().nothingFoundIs404(as404);
        assertThat(client.flows("nowhere")).isEmpty();
    }

    @Test
    void anUpdateSendsAllFourFields() {
        Flow changed = client.patch(patch(15)).execute();
        assertThat(changed.version()).isEqualTo(15);
        assertThat(changed.settings()).isEqualTo(Json.of("{'a':1}"));
        assertThat(changed).asString().doesNotContain("settings");
        RecordedRequest request = request("patchFlow");
        assertThat(request.method()).isEqualTo("PATCH");
        assertThat(request.path()).isEqualTo("/api/v2/architect/flows/" + ArchitectDeployment.ID);
        assertThat(Json.of(request.bodyText()))
                .isEqualTo(Json.of("{'orgId':'" + it.architect.organizationId() + "','flowId':'"
                        + ArchitectDeployment.ID + "','settings':{'a':1},'version':15}"));
    }

    @Test
    void anOldVersionIsAConflictThatSaysWhichWasRead() {
        assertThatThrownBy(() -> client.patch(patch(14)).execute())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("the flow is not at version 13 any more");
    }

    @Test
    void aRefusalNamesTheScopes() {
        it.architect.scopes(Set.of("organization:read"));
        assertThatThrownBy(() -> client.flows("x").toList())
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("the OAuth client needs the scopes architect:read, flow:read");
        assertThatThrownBy(() -> client.patch(patch(15)).execute())
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining(
                        "the OAuth client needs the scopes organization:read, architect:write, flow:write");
        assertThat(client.missingScopes())
                .containsExactly("architect:read", "flow:read", "architect:write", "flow:write");
    }

    @Test
    void aReloadSendsTheOrganization() {
        client.reload(it.architect.organizationId()).execute();
        RecordedRequest request = request("reloadFlows");
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/api/v2/architect/flows/reload");
        assertThat(Json.of(request.bodyText())).isEqualTo(Json.of("{'orgId':'" + it.architect.organizationId() + "'}"));
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void aTokenIsAskedForInEachForm(boolean json, boolean inBody) {
        OAuthEndpoint token = OAuthEndpoint.of(ApiFamily.ARCHITECT, TOKEN);
        token = inBody ? token.clientInBody() : token;
        token = json ? token.asJson() : token;
        ArchitectClient other = it.client(ArchitectEndpoints.standard().token(token), builder -> builder);
        assertThat(other.flows("primary")).hasSize(1);
        RecordedRequest request = request("requestClientCredentialsToken");
        assertThat(request.header("Content-Type"))
                .startsWith(json ? "application/json" : "application/x-www-form-urlencoded");
        assertThat(request.header("Authorization") == null).isEqualTo(inBody);
        assertThat(request.bodyText().contains(it.architect.clientSecret())).isEqualTo(inBody);
        if (json && inBody) {
            assertThat(Json.of(request.bodyText()))
                    .isEqualTo(Json.of("{'grant_type':'client_credentials','client_id':'" + it.architect.clientId()
                            + "','client_secret':'" + it.architect.clientSecret() + "','scope':'" + SCOPES + "'}"));
        }
    }

    @Test
    void aTokenIsRenewedBeforeItExpiresAndAfterARefusal() {
        it.architect.tokenLifetime(Duration.ofMinutes(10));
        client.flows("x").toList();
        it.clock.advance(Duration.ofMinutes(11));
        client.flows("x").toList();
        it.architect.revokeTokens();
        client.flows("x").toList();
        assertThat(it.sandbox.requests("requestClientCredentialsToken")).hasSize(3);
    }

    @Test
    void aWrongSecretIsNamedButNotShown() {
        ArchitectClient wrong = ArchitectClient.connect(
                io.github.multicloudcx.core.CxClient.builder().baseUrl(it.sandbox.baseUrl()),
                ArchitectEndpoints.standard(),
                it.architect.clientId(),
                "wrong-wrong-wrong");
        try (wrong) {
            assertThatThrownBy(() -> wrong.flows("x").toList())
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("check client id and client secret")
                    .hasMessageContaining(TOKEN)
                    .hasMessageNotContaining("wrong-wrong");
        }
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true"})
    void aRateLimitIsWaitedForAFewTimes(boolean date, boolean missing) {
        it.architect.forms().retryAfterAsDate(date);
        it.architect.forms().retryAfterMissing(missing);
        it.architect.updatesPerMinute(1);
        Instant start = it.clock.now();
        client.patch(patch(15)).execute();
        if (missing) {
            assertThatThrownBy(() -> client.patch(patch(16)).execute()).isInstanceOf(TooManyRequestsException.class);
            assertThat(it.sandbox.requests("patchFlow")).hasSize(4);
        } else {
            assertThat(client.patch(patch(16)).execute().version()).isEqualTo(16);
            assertThat(Duration.between(start, it.clock.now()))
                    .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(61));
        }
    }

    @Test
    void numbersKeepTheirDigits() {
        String exact = "{\"a\":0.12345678901234567890,\"b\":12345678901234567890123,\"c\":1.10,\"d\":[1e400]}";
        try (StubServer server = new StubServer(request -> new Said(
                        200,
                        request.path().equals(TOKEN)
                                ? "{\"access_token\":\"abcdefgh\",\"expires_in\":3600}"
                                : request.method().equals("GET")
                                        ? "{\"entities\":[null,{\"id\":\"i\",\"name\":\"n\",\"version\":1,\"settings\":"
                                                + exact + "}]}"
                                        : "{}"));
                ArchitectClient other = connect(server, ArchitectEndpoints.standard())) {
            Flow flow = other.flows("n").toList().get(0);
            var unused =
                    other.patch(new FlowPatch("o", "i", flow.settings(), 2)).execute();
            assertThat(server.seen.get(2).body())
                    .contains("0.12345678901234567890", "12345678901234567890123", "1.10", "1E+400");
        }
    }

    @Test
    void aServerThatLeadsInACircleIsLeft() {
        try (StubServer server = new StubServer(request -> new Said(
                        200,
                        request.path().equals(TOKEN)
                                ? "{\"access_token\":\"abcdefgh\"}"
                                : "{\"entities\":[],\"continuationToken\":\"same\"}"));
                ArchitectClient other = connect(server, ArchitectEndpoints.standard())) {
            assertThatThrownBy(() -> other.flows("n").toList())
                    .hasMessageContaining("leads from a page of flows back to the same page");
            assertThat(server.seen).hasSize(3);
        }
    }

    @Test
    void aTokenUnderBothNamesIsOneAndPagesThatVanishAreNoEnd() {
        try (StubServer server = new StubServer(request -> request.path().equals(TOKEN)
                        ? new Said(200, "{\"access_token\":\"abcdefgh\"}")
                        : request.query().contains("continuationToken")
                                ? new Said(404, "{}")
                                : new Said(
                                        200,
                                        "{\"entities\":[],\"continuationToken\":\"a\",\"continuation_token\":null}"));
                ArchitectClient other = connect(server, ArchitectEndpoints.standard())) {
            assertThatThrownBy(() -> other.flows("n").toList()).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void anAnswerThatIsNoPageIsNotAnEmptyOne() {
        try (StubServer server = new StubServer(request ->
                        new Said(200, request.path().equals(TOKEN) ? "{\"access_token\":\"abcdefgh\"}" : "{}"));
                ArchitectClient other = connect(server, ArchitectEndpoints.standard())) {
            assertThatThrownBy(() -> other.flows("n").toList()).hasMessageContaining("has no entities; check the path");
        }
    }

    /** The server says what it did not like, and so do logs and errors; the password is not in it. */
    @Test
    void secretsOfTheSettingsAreTakenOutOfWhatTheServerSays() {
        try (StubServer server = new StubServer(request -> request.path().equals(TOKEN)
                        ? new Said(200, "{\"access_token\":\"abcdefgh\"}")
                        : new Said(400, "{\"message\":\"value hunter2hunter of /db/password is too short\"}"));
                ArchitectClient other = connect(server, ArchitectEndpoints.standard())) {
            FlowPatch patch = new FlowPatch("o", "i", Json.of("{'db':{'password':'hunter2hunter'}}"), 2);
            assertThatThrownBy(() -> other.patch(patch).execute())
                    .hasMessageContaining("value **** of /db/password is too short")
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void pathMethodAndTokenUrlCanBeOthers() {
        try (StubServer server = new StubServer(request -> new Said(
                        200,
                        request.path().equals("/login/oauth/token")
                                ? "{\"access_token\":\"abcdefgh\"}"
                                : request.method().equals("GET") ? "{\"entities\":[]}" : "{}"));
                ArchitectClient other = connect(
                        server,
                        new ArchitectEndpoints(
                                "/api/v2/flows", "PUT", OAuthEndpoint.at(server.url("/login/oauth/token"))))) {
            var unused = other.patch(new FlowPatch("o", "i", Json.of("{}"), 2)).execute();
            other.reload("o").execute();
            assertThat(other.flows("x")).isEmpty();
            assertThat(server.seen)
                    .extracting(seen -> seen.method() + " " + seen.path())
                    .containsExactly(
                            "POST /login/oauth/token",
                            "PUT /api/v2/flows/i",
                            "POST /api/v2/flows/reload",
                            "GET /api/v2/flows");
            assertThat(server.seen.get(0).authorization()).startsWith("Basic ");
            assertThat(server.seen.get(1).authorization()).isEqualTo("Bearer abcdefgh");
        }
    }

    private static ArchitectClient connect(StubServer server, ArchitectEndpoints endpoints) {
        return ArchitectClient.connect(
                io.github.multicloudcx.core.CxClient.builder()
                        .baseUrl(ApiFamily.ARCHITECT, server.url("").toString()),
                endpoints,
                "the-client",
                "the-secret");
    }

    @Test
    void endpointsThatCannotBeAreRefused() {
        ArchitectEndpoints standard = ArchitectEndpoints.standard();
        assertThatThrownBy(() -> standard.updateMethod("POST"))
                .hasMessage("updateMethod must be PATCH or PUT, not POST");
        for (String path : new String[] {"", "flows", "/a/", "/a b", "/a?b", "/{id}"}) {
            assertThatThrownBy(() -> standard.flowsPath(path)).hasMessageContaining("flowsPath must look like");
        }
        assertThat(standard.flowsPath("/x/y").updateMethod("PUT").flowsPath()).isEqualTo("/x/y");
    }
}
