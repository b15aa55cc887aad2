package io.github.multicloudcx.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.multicloudcx.auth.Answers;
import io.github.multicloudcx.auth.AuthClient;
import io.github.multicloudcx.auth.CloudUserDetails;
import io.github.multicloudcx.auth.DocumentedOperation;
import io.github.multicloudcx.auth.End;
import io.github.multicloudcx.auth.ImpatientTime;
import io.github.multicloudcx.auth.OpenIdUserInfo;
import io.github.multicloudcx.auth.PasswordChange;
import io.github.multicloudcx.auth.Samples;
import io.github.multicloudcx.auth.UserRole;
import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.ResponseStatus;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DefaultAuthClientTest {
    private static final URI BYE = URI.create("https://app.example.com/bye");

    @StartStop
    final MockWebServer server = new MockWebServer();

    private CxClient cx;
    private AuthClient auth;

    @BeforeEach
    void connect() {
        connect(Credentials.bearer("access-token"));
    }

    @AfterEach
    void disconnect() {
        cx.close();
    }

    private void connect(Credentials credentials) {
        cx = CxClient.builder()
                .baseUrl(server.url("/").toString())
                .apiKey("api-key")
                .credentials(credentials)
                .timeSource(new ImpatientTime())
                .failOnUnknownFields(true)
                .build();
        auth = AuthClient.create(cx);
    }

    private void reconnect(Credentials credentials) {
        cx.close();
        connect(credentials);
    }

    @ParameterizedTest
    @EnumSource
    void everyRequestIsExactlyTheDocumentedOne(DocumentedOperation operation) throws InterruptedException {
        server.enqueue(operation.success());

        var unused = operation.call(auth).execute();

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getMethod()).isEqualTo(operation.method);
        assertThat(sent.getTarget()).isEqualTo(operation.target);
        assertThat(sent.getHeaders().get("x-api-key")).isEqualTo("api-key");
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer access-token");
        assertThat(sent.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(sent.getHeaders().get("X-B3-TraceId")).matches("[0-9a-f]{16}");
        assertThat(body(sent)).isEqualTo(operation.body);
        assertThat(sent.getHeaders().get("Content-Type"))
                .isEqualTo(operation == DocumentedOperation.CHANGE_PASSWORD ? "application/json" : null);
    }

    private static String body(RecordedRequest sent) {
        return sent.getMethod().equals("GET") && sent.getBodySize() == 0
                ? null
                : sent.getBody() == null ? "" : sent.getBody().utf8();
    }

    @ParameterizedTest
    @EnumSource
    void theThreeEndsGiveTheSameValue(DocumentedOperation operation) {
        for (End end : End.values()) {
            server.enqueue(operation.success());
        }

        List<Object> values = List.of(End.values()).stream()
                .map(end -> (Object) String.valueOf(end.run(operation.call(auth))))
                .toList();

        assertThat(values).hasSize(3).containsOnly(values.get(0));
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void a401WithoutABodyIsUnauthorized(DocumentedOperation operation) {
        for (End end : End.values()) {
            server.enqueue(Answers.empty(401));

            assertThat(end.failure(operation.call(auth)))
                    .isInstanceOf(UnauthorizedException.class)
                    .hasMessageStartingWith("401 Unauthorized for " + operation.method + " /auth/v3/")
                    .extracting(failure -> ((CxException) failure).fate())
                    .isEqualTo(Fate.REJECTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the403OfTheGatewayIsAWrongApiKey(DocumentedOperation operation) {
        for (End end : End.values()) {
            server.enqueue(Answers.json(403, Samples.text("gateway.403.json")));

            assertThat(end.failure(operation.call(auth)))
                    .isInstanceOf(ForbiddenException.class)
                    .hasMessageContaining("check apiKey")
                    .hasFieldOrPropertyWithValue("reason", ForbiddenException.Reason.API_KEY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void another403IsAMissingPermissionOrAMissingSignIn(DocumentedOperation operation) {
        for (End end : End.values()) {
            server.enqueue(Answers.empty(403));

            assertThat(end.failure(operation.call(auth)))
                    .isInstanceOf(ForbiddenException.class)
                    .hasFieldOrPropertyWithValue(
                            "reason",
                            operation.forbiddenMeansSignedOut()
                                    ? ForbiddenException.Reason.NOT_SIGNED_IN
                                    : ForbiddenException.Reason.PERMISSION);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a503IsAFailureOfTheServer(DocumentedOperation operation) {
        for (End end : End.values()) {
            for (int attempt = 0; attempt < attempts(operation); attempt++) {
                server.enqueue(Answers.empty(503));
            }

            assertThat(end.failure(operation.call(auth)))
                    .isInstanceOf(ServerException.class)
                    .hasFieldOrPropertyWithValue("status", 503);
        }
        assertThat(server.getRequestCount()).isEqualTo(3 * attempts(operation));
    }

    @ParameterizedTest
    @EnumSource
    void onlyAPasswordChangeIsNotRepeatedWhenItsFateIsUnknown(DocumentedOperation operation) {
        server.enqueue(Answers.empty(503));
        server.enqueue(operation.success());

        Throwable failure = End.EXECUTE.failure(operation.call(auth));

        if (operation == DocumentedOperation.CHANGE_PASSWORD) {
            assertThat(failure)
                    .hasMessageContaining("it may have been carried out")
                    .extracting(thrown -> ((CxException) thrown).fate())
                    .isEqualTo(Fate.UNKNOWN);
        } else {
            assertThat(failure).isNull();
        }
        assertThat(server.getRequestCount()).isEqualTo(attempts(operation) == 1 ? 1 : 2);
    }

    private static int attempts(DocumentedOperation operation) {
        return operation == DocumentedOperation.CHANGE_PASSWORD ? 1 : 3;
    }

    @ParameterizedTest
    @EnumSource
    void anErrorInTheEnvelopeUnderStatus200IsAnError(DocumentedOperation operation) {
        server.enqueue(Answers.json(200, "{\"status\":{\"code\":500,\"message\":\"no luck\"}}"));

        assertThat(End.EXECUTE.failure(operation.call(auth)))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("no luck")
                .extracting(failure -> ((ApiException) failure).code())
                .isEqualTo("500");
    }

    @ParameterizedTest
    @EnumSource
    void aPageInPlaceOfJsonIsAnError(DocumentedOperation operation) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<html>Welcome</html>")
                .build());

        assertThat(End.EXECUTE.failure(operation.call(auth)))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("an HTML page");
    }

    @ParameterizedTest
    @EnumSource(names = {"PING", "USER_INFO"})
    void a403OfPingAndUserInfoRenewsTheTokenOnce(DocumentedOperation operation) throws InterruptedException {
        reconnect(OAuth.clientCredentials("client", "client-secret"));
        server.enqueue(token("first-token"));
        server.enqueue(Answers.empty(403));
        server.enqueue(token("second-token"));
        server.enqueue(operation.success());

        var unused = operation.call(auth).execute();

        assertThat(List.of(sent(), sent(), sent(), sent()))
                .containsExactly(
                        "/auth/v3/oauth/token Basic Y2xpZW50OmNsaWVudC1zZWNyZXQ=",
                        operation.target + " Bearer first-token",
                        "/auth/v3/oauth/token Basic Y2xpZW50OmNsaWVudC1zZWNyZXQ=",
                        operation.target + " Bearer second-token");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN_ID_USER_INFO", "JWT_USER_INFO", "CHANGE_PASSWORD", "SIGN_OUT"})
    void a403OfTheOthersIsFinal(DocumentedOperation operation) {
        reconnect(OAuth.clientCredentials("client", "client-secret"));
        server.enqueue(token("first-token"));
        server.enqueue(Answers.empty(403));

        assertThat(End.EXECUTE.failure(operation.call(auth))).isInstanceOf(ForbiddenException.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    private static MockResponse token(String token) {
        return Answers.json(200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600}");
    }

    private String sent() throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        return request.getTarget() + " " + request.getHeaders().get("Authorization");
    }

    @Test
    void pingShowsTheStatusObjectInItsResponse() {
        server.enqueue(DocumentedOperation.PING.success());

        ApiResponse<Void> response = auth.ping().executeForResponse();

        assertThat(response.value()).isNull();
        assertThat(response.envelope().code()).isEqualTo("0");
        assertThat(response.envelope().message()).isEqualTo("string");
        assertThat(response.errors()).extracting(ResponseStatus::code).containsExactly("0");
    }

    @Test
    void userInfoDecodesTheSample() {
        server.enqueue(DocumentedOperation.USER_INFO.success());

        CloudUserDetails user = auth.userInfo().execute();

        assertThat(user.authorities()).containsExactly(new UserRole("string", List.of()));
        assertThat(user.cmeUserName()).isEqualTo("string");
        assertThat(user.contactCenterId()).isEqualTo("string");
        assertThat(user.dbid()).isZero();
        assertThat(user.environmentId()).isEqualTo("string");
        assertThat(user.loginName()).isEqualTo("string");
        assertThat(user.properties()).containsExactly(entry("", TextNode.valueOf("")));
        assertThat(user.username()).isEqualTo("string");
    }

    @Test
    void everyFieldOfUserInfoHasItsOwnPlace() {
        server.enqueue(Answers.json(200, """
                {"authorities":[{"name":"a","privileges":["b","c"]}],"cmeUserName":"d","contactCenterId":"e",
                "dbid":6,"environmentId":"g","loginName":"h","properties":{"i":{"j":[1]}},"username":"k"}"""));

        assertThat(auth.userInfo().execute())
                .isEqualTo(new CloudUserDetails(
                        List.of(new UserRole("a", List.of("b", "c"))),
                        "d",
                        "e",
                        6L,
                        "g",
                        "h",
                        Map.of("i", Samples.json("{\"j\":[1]}")),
                        "k"));
    }

    @Test
    void openIdUserInfoDecodesTheSample() {
        server.enqueue(DocumentedOperation.OPEN_ID_USER_INFO.success());

        OpenIdUserInfo claims = auth.openIdUserInfo().execute();

        assertThat(claims.aud()).isEqualTo("string");
        assertThat(claims.authorities()).containsExactly(new UserRole("string", List.of()));
        assertThat(claims.dbid()).isZero();
        assertThat(claims.properties()).containsExactly(entry("", TextNode.valueOf("")));
        assertThat(claims.sub()).isEqualTo("string");
    }

    @Test
    void everyClaimHasItsOwnPlace() {
        server.enqueue(Answers.json(200, """
                {"aud":"a","authorities":[{"name":"b"}],"contact_center_id":"c","dbid":4,"email":"e",
                "environment_id":"f","family_name":"g","given_name":"h","properties":{"i":1},"sub":"j",
                "user_name":"k"}"""));

        assertThat(auth.openIdUserInfo().execute())
                .isEqualTo(new OpenIdUserInfo(
                        "a",
                        List.of(new UserRole("b", List.of())),
                        "c",
                        4L,
                        "e",
                        "f",
                        "g",
                        "h",
                        Map.of("i", Samples.json("1")),
                        "j",
                        "k"));
    }

    @Test
    void fieldsThatTheServerLeavesOutAreNullOrEmpty() {
        server.enqueue(Answers.json(200, "{}"));
        server.enqueue(Answers.json(200, "{\"authorities\":null,\"properties\":null,\"dbid\":null}"));

        assertThat(auth.userInfo().execute())
                .isEqualTo(new CloudUserDetails(List.of(), null, null, null, null, null, Map.of(), null));
        assertThat(auth.openIdUserInfo().execute())
                .isEqualTo(
                        new OpenIdUserInfo(null, List.of(), null, null, null, null, null, null, Map.of(), null, null));
    }

    @Test
    void theJwtComesFromTheHeader() {
        server.enqueue(DocumentedOperation.JWT_USER_INFO.success());

        assertThat(auth.jwtUserInfo().execute()).isEqualTo(DocumentedOperation.JWT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"unexpected\":true}"})
    void theBodyBesideTheJwtIsOptional(String body) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("X-GWS-User", DocumentedOperation.JWT)
                .body(body)
                .build());

        assertThat(auth.jwtUserInfo().execute()).isEqualTo(DocumentedOperation.JWT);
    }

    @Test
    void aMissingJwtIsNamedByItsHeader() {
        server.enqueue(Answers.json(200, Samples.text("getJwtUserInfo.200.json")));

        assertThatThrownBy(() -> auth.jwtUserInfo().execute())
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("the header X-GWS-User is missing");
    }

    @Test
    void theJwtIsNotPrintedWithTheResponse() {
        server.enqueue(DocumentedOperation.JWT_USER_INFO.success());

        assertThat(auth.jwtUserInfo().executeForResponse().toString()).doesNotContain(DocumentedOperation.JWT);
    }

    @Test
    void aPasswordChangeSendsTheDocumentedSample() throws InterruptedException {
        server.enqueue(DocumentedOperation.CHANGE_PASSWORD.success());

        auth.changePassword(PasswordChange.builder()
                        .oldPassword("string")
                        .newPassword("string")
                        .userName("string")
                        .operationId("string")
                        .build())
                .execute();

        assertThat(Samples.json(server.takeRequest().getBody().utf8()))
                .isEqualTo(Samples.json(Samples.text("changePassword.request.json")));
    }

    @Test
    void aPasswordChangeWithoutCredentialsNamesTheUserInPlaceOfAToken() throws InterruptedException {
        reconnect(Credentials.none());
        server.enqueue(DocumentedOperation.CHANGE_PASSWORD.success());

        auth.changePassword(PasswordChange.builder()
                        .oldPassword("old-secret")
                        .newPassword("new-secret")
                        .userName("tenant\\agent")
                        .build())
                .execute();

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getHeaders().get("Authorization")).isNull();
        assertThat(sent.getBody().utf8())
                .isEqualTo("{\"data\":{\"newPassword\":\"new-secret\",\"oldPassword\":\"old-secret\","
                        + "\"userName\":\"tenant\\\\agent\"}}");
    }

    @Test
    void aRefusedPasswordChangeSaysWhatToCheckAndNoPassword() {
        server.enqueue(Answers.json(
                403,
                "{\"status\":{\"code\":7,\"message\":\"old-secret is wrong\"},"
                        + "\"data\":{\"oldPassword\":\"old-secret\",\"newPassword\":\"new-secret\"}}"));

        assertThatThrownBy(() -> DocumentedOperation.CHANGE_PASSWORD.call(auth).execute())
                .isInstanceOfSatisfying(ForbiddenException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(ForbiddenException.Reason.PERMISSION);
                    assertThat(refusal.code()).isEqualTo("7");
                    assertThat(refusal.body()).doesNotContain("old-secret\"", "new-secret");
                })
                .hasMessageContaining("the password was not changed, check the old one and the rules for new ones")
                .hasMessageNotContaining("new-secret");
    }

    @Test
    void aPasswordChangeWithoutTokenAndNameSaysWhatIsMissing() {
        reconnect(Credentials.none());
        server.enqueue(Answers.empty(401));

        assertThatThrownBy(() -> DocumentedOperation.CHANGE_PASSWORD.call(auth).execute())
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("without a valid token userName says whose password it is");
    }

    @Test
    void withoutARedirectTheBrowserGoesWhereItWasMeantToGo() {
        server.enqueue(DocumentedOperation.SIGN_OUT_WITH_REDIRECT.success());

        assertThat(auth.signOutWithRedirect(BYE).execute()).isEqualTo(BYE);
    }

    @ParameterizedTest
    @CsvSource({
        "301, https://idp.example.com/bye?x=1",
        "302, https://idp.example.com/bye?x=1",
        "303, https://idp.example.com/bye?x=1",
        "307, https://idp.example.com/bye?x=1",
        "308, https://idp.example.com/bye?x=1"
    })
    void aRedirectSaysWhereTheBrowserGoes(int status, String location) {
        for (End end : End.values()) {
            server.enqueue(Answers.redirect(status, location));

            assertThat(end.run(auth.signOutWithRedirect(BYE))).isEqualTo(URI.create(location));
        }
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void aRelativeRedirectIsResolvedAgainstTheDeployment() {
        server.enqueue(Answers.redirect(302, "/signed-out"));

        assertThat(auth.signOutWithRedirect(BYE).execute())
                .isEqualTo(server.url("/signed-out").uri());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://not a uri"})
    void aRedirectToNowhereIsAnError(String location) {
        server.enqueue(location.isEmpty() ? Answers.empty(302) : Answers.redirect(302, location));

        assertThatThrownBy(() -> auth.signOutWithRedirect(BYE).execute())
                .isInstanceOf(ApiException.class)
                .hasFieldOrPropertyWithValue("status", 302);
    }

    @Test
    void anErrorIsNoRedirectWhateverItsHeadersSay() {
        server.enqueue(new MockResponse.Builder()
                .code(400)
                .addHeader("Location", "https://idp.example.com/error")
                .build());

        assertThatThrownBy(() -> auth.signOutWithRedirect(BYE).execute()).isInstanceOf(BadRequestException.class);
    }

    @Test
    void aRedirectOfTheOtherOperationsIsAnErrorAndNotFollowed() {
        server.enqueue(Answers.redirect(302, server.url("/elsewhere").toString()));

        assertThatThrownBy(() -> auth.userInfo().execute())
                .isInstanceOf(ApiException.class)
                .hasFieldOrPropertyWithValue("status", 302);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void nothingIsSentBeforeExecute() {
        for (DocumentedOperation operation : DocumentedOperation.values()) {
            assertThat(operation.call(auth)).isNotNull();
        }

        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bye", "bye", "mailto:agent@example.com", "https:///bye", "https://app.example.com/bye#x"})
    void aRedirectUriThatNoBrowserCanFollowIsRefusedBeforeAnythingIsSent(String uri) {
        assertThatThrownBy(() -> auth.signOutWithRedirect(URI.create(uri)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("redirectUri must ");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void missingArgumentsAreNamed() {
        assertThatThrownBy(() -> AuthClient.create(null)).hasMessage("cx is required");
        assertThatThrownBy(() -> auth.changePassword(null)).hasMessage("change is required");
        assertThatThrownBy(() -> auth.signOut(null)).hasMessage("scope is required");
        assertThatThrownBy(() -> auth.signOutWithRedirect(null)).hasMessage("redirectUri is required");
        assertThatThrownBy(() -> auth.signOutWithRedirect(BYE, null)).hasMessage("scope is required");
        assertThatThrownBy(() -> auth.authorizationCode(" ")).hasMessageStartingWith("clientId is required");
    }

    @Test
    void itPrintsItsAddressAndNoSecret() {
        assertThat(auth).hasToString("AuthClient[" + server.url("/auth/v3") + "]");
    }
}
