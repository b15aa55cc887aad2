package io.github.multicloudcx.grs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.grs.model.OpenedSession;
import io.github.multicloudcx.sandbox.RecordedRequest;
import io.github.multicloudcx.testsupport.LogLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a session. */
@Timeout(60)
class GrsLoginTest {
    private final Deployed deployed = new Deployed();

    @AfterEach
    void close() {
        deployed.close();
    }

    private int logins() {
        return deployed.sandbox.requests("grsLogin").size();
    }

    private static String basic(RecordedRequest request) {
        String header = request.header("Authorization");
        return new String(Base64.getDecoder().decode(header.substring("Basic ".length())), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneLoginServesAConnectionWithAndWithoutApplicationPath(boolean applicationPath) {
        try (CxClient cx = deployed.client(
                applicationPath, GrsLogin.of(deployed.control.username(), deployed.control.password()))) {
            GrsTenant tenant = GrsClient.create(cx).tenant("1");
            assertThat(tenant.deployTargets().execute()).hasSize(3);
            assertThat(tenant.deployTargets().execute()).hasSize(3);
            assertThat(logins()).isEqualTo(1);
            assertThat(basic(deployed.sandbox.requests("grsLogin").get(0))).isEqualTo("rules-user:rules-password");
            assertThat(deployed.sandbox.requests("grsQueryDeployTargets"))
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(basic(request))
                            .isEqualTo(
                                    "rules-user:" + deployed.control.sessions().get(0)));
        }
        assertThat(deployed.control.sessions()).isEmpty();
    }

    @Test
    void aCrowdLogsInOnce() throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(CompletableFuture.supplyAsync(
                    () -> {
                        await(start);
                        return deployed.grs
                                .tenant("1")
                                .deployTargets()
                                .execute()
                                .size();
                    },
                    task -> new Thread(task).start()));
        }
        start.countDown();
        assertThat(all).allSatisfy(each -> assertThat(each.join()).isEqualTo(3));
        assertThat(logins()).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSessionThatIsOverIsOpenedAgainOnce() {
        assertThat(deployed.rules.snapshots().execute()).isEmpty();
        deployed.control.expireSessions();

        var response = deployed.rules.snapshots().executeForResponse();

        assertThat(response.attempts()).extracting("outcome").containsExactly("401", "200");
        assertThat(logins()).isEqualTo(2);
    }

    @Test
    void aServerThatGoesOnRefusingIsNotAskedForEver() {
        deployed.sandbox.faults().on("grsQuerySnapshots").times(9).emptyBody(401);

        assertThat(catchThrowable(() -> deployed.rules.snapshots().execute()))
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("the credentials are refused and could not be renewed");
        assertThat(logins()).isEqualTo(2);
        assertThat(deployed.sandbox.requests("grsQuerySnapshots")).hasSize(2);
        deployed.sandbox.faults().clear();
    }

    @Test
    void aWrongPasswordIsSaidOnceAndNothingIsSentWithIt() {
        try (CxClient cx = deployed.client(true, GrsLogin.of("rules-user", "wrong-password"))) {
            RulePackage rules = GrsClient.create(cx).tenant("1").rulePackage("100");
            for (int i = 0; i < 2; i++) {
                AuthenticationException e = catchThrowableOfType(
                        AuthenticationException.class, () -> rules.snapshots().execute());
                assertThat(e)
                        .hasMessageStartingWith(
                                "Could not log in to the Rules System at " + deployed.control.baseUrl()
                                        + "/grs/v1/login: 401 Unauthorized for GET /grs/v1/login; user id or password is not valid;")
                        .hasMessageNotContaining("wrong-password");
                assertThat(e.temporary()).isFalse();
                assertThat(e.fate()).isEqualTo(Fate.NOT_SENT);
            }
            assertThat(logins()).as("a failure is remembered for a moment").isEqualTo(1);
        }
        assertThat(deployed.sandbox.requests("grsQuerySnapshots")).isEmpty();
        assertThat(deployed.sandbox.requests("grsLogout")).isEmpty();
    }

    @Test
    void tooManyConnectionsAreExplained() {
        deployed.control.maxConnections(0);

        AuthenticationException e = catchThrowableOfType(
                AuthenticationException.class, () -> deployed.rules.snapshots().execute());

        assertThat(e)
                .hasMessageContaining(
                        "Maximum number of connections exceeded (code 1003); all connections of the server"
                                + " are taken: share one CxClient and close it, which logs out,");
        assertThat(e.temporary()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "503, 1001, has no connection for users",
        "503, \"1002\", could not bind the port",
        "422, 1003, all connections of the server are taken",
        "503, 9999, 'the server failed, try later'"
    })
    void theCodesOfALoginAreExplainedWhereverTheyStand(int status, String code, String words) {
        String body = "{\"message\":\"Service\",\"errors\":[{\"code\":" + code + "}]}";
        deployed.sandbox.faults().on("grsLogin").times(3).status(status, "application/json", body);

        assertThat(catchThrowable(() -> deployed.rules.snapshots().execute()))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining(words);
        deployed.sandbox.faults().clear();
    }

    @Test
    void anExpiredPasswordHasAWayOut() {
        deployed.control.expirePassword();

        for (int i = 0; i < 2; i++) {
            PasswordChangeRequiredException e = catchThrowableOfType(
                    PasswordChangeRequiredException.class,
                    () -> deployed.rules.snapshots().execute());
            assertThat(e)
                    .hasMessageContaining(
                            "Password Change Required (code 1000); no other try helps: set a new password");
            assertThat(e.fate()).isEqualTo(Fate.NOT_SENT);
            assertThat(e.code()).isEqualTo("1000");
        }
        OpenedSession session = deployed.grs.changePassword("the-new-password").execute();

        assertThat(deployed.rules.snapshots().execute()).isEmpty();
        assertThat(deployed.control.sessions())
                .containsExactly(session.apiToken().value());
        deployed.control.expireSessions();
        assertThat(deployed.rules.snapshots().execute()).isEmpty();
        assertThat(basic(deployed.sandbox.requests("grsLogin").get(logins() - 1)))
                .isEqualTo("rules-user:the-new-password");
    }

    @Test
    void eachWaiterHasAnExceptionOfItsOwn() {
        deployed.control.expirePassword();
        var one = deployed.rules.snapshots().executeAsync();
        var other = deployed.rules.snapshots().executeAsync();

        Throwable first =
                catchThrowableOfType(CompletionException.class, one::join).getCause();
        Throwable second =
                catchThrowableOfType(CompletionException.class, other::join).getCause();
        assertThat(first).isInstanceOf(PasswordChangeRequiredException.class).isNotSameAs(second);
        assertThat(second).isInstanceOf(PasswordChangeRequiredException.class);
    }

    @Test
    void aPasswordThatHasNotExpiredIsNotChanged() {
        assertThatThrownBy(() -> deployed.grs.changePassword("new-one").execute())
                .isInstanceOf(ValidationFailedException.class);
        assertThat(deployed.rules.snapshots().execute()).isEmpty();
    }

    @Test
    void onlyAConnectionWithALoginHasAPasswordToChange() {
        try (CxClient cx = deployed.client(true, Credentials.bearer("token"))) {
            assertThatThrownBy(() -> GrsClient.create(cx).changePassword("new"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("sessions().changePassword");
        }
    }

    @Test
    void lockedResourcesKeepASessionOpenUnlessItIsForced() {
        deployed.control.lockedResources(true);
        GrsLogin login = GrsLogin.of(deployed.control.username(), deployed.control.password());
        try (LogLines log = LogLines.open()) {
            try (CxClient cx = deployed.client(true, login)) {
                assertThat(GrsClient.create(cx).tenant("1").deployTargets().execute())
                        .hasSize(3);
            }
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("WARN")
                            .contains("Could not log out of the Rules System")
                            .contains("the user holds locked resources; release them, or log out with force"));
        }
        assertThat(deployed.control.sessions()).hasSize(1);
        try (CxClient cx = deployed.client(true, login.forceLogout())) {
            assertThat(GrsClient.create(cx).tenant("1").deployTargets().execute())
                    .hasSize(3);
            assertThat(deployed.control.sessions()).hasSize(2);
        }
        assertThat(deployed.control.sessions()).hasSize(1);
        assertThat(deployed.sandbox.requests("grsLogout").get(1).query()).isEqualTo("force=true");
    }

    @Test
    void closingTwiceLogsOutOnceAndAnInterruptedThreadDoesSoToo() {
        CxClient cx = deployed.client(true, GrsLogin.of(deployed.control.username(), deployed.control.password()));
        assertThat(GrsClient.create(cx).tenant("1").deployTargets().execute()).hasSize(3);
        Thread.currentThread().interrupt();
        cx.close();
        cx.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(deployed.control.sessions()).isEmpty();
        assertThat(deployed.sandbox.requests("grsLogout")).hasSize(1);
        assertThatThrownBy(
                        () -> GrsClient.create(cx).tenant("1").deployTargets().execute())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aServerThatIsGoneDoesNotKeepAConnectionFromClosing() {
        CxClient cx = deployed.client(true, GrsLogin.of(deployed.control.username(), deployed.control.password()));
        assertThat(GrsClient.create(cx).tenant("1").deployTargets().execute()).hasSize(3);
        deployed.sandbox.faults().on("grsLogout").resetBeforeAnswer();
        cx.close();
        assertThat(cx.closed()).isTrue();
    }

    @Test
    void aSessionThatWasOverAlreadyIsNoWarning() {
        try (LogLines log = LogLines.open()) {
            try (CxClient cx =
                    deployed.client(true, GrsLogin.of(deployed.control.username(), deployed.control.password()))) {
                assertThat(GrsClient.create(cx).tenant("1").deployTargets().execute())
                        .hasSize(3);
                deployed.control.expireSessions();
            }
            assertThat(log.lines()).noneMatch(line -> line.startsWith("WARN"));
        }
    }

    @Test
    void aLoginThatIsUnderWayWhenTheConnectionIsClosedIsClosedToo() throws InterruptedException {
        CxClient cx = deployed.client(true, GrsLogin.of(deployed.control.username(), deployed.control.password()));
        CountDownLatch arrived = new CountDownLatch(1);
        deployed.sandbox.onRequest(request -> arrived.countDown());
        deployed.sandbox.faults().on("grsLogin").latency(Duration.ofMillis(300));
        var call = GrsClient.create(cx).tenant("1").deployTargets().executeAsync();
        arrived.await();
        cx.close();
        var eitherWay = catchThrowable(call::join);
        assertThat(deployed.control.sessions()).isEmpty();
        assertThat(deployed.sandbox.requests("grsLogout")).hasSize(1);
    }

    @Test
    void aSessionThatIsReplacedIsClosed() {
        for (int i = 0; i < 5; i++) {
            deployed.sandbox.faults().on("grsQuerySnapshots").emptyBody(401);
            assertThat(deployed.rules.snapshots().execute()).isEmpty();
        }
        assertThat(deployed.control.sessions()).hasSize(1);
        deployed.control.expirePassword();
        var unused = deployed.grs.changePassword("a-new-password").execute();
        assertThat(deployed.control.sessions()).hasSize(1);
        assertThat(deployed.rules.snapshots().execute()).isEmpty();
    }

    @Test
    void aChangeOfPasswordWhoseAnswerIsLostIsFoundOut() {
        deployed.control.expirePassword();
        deployed.sandbox.faults().on("grsChangePassword").loseAnswer();

        assertThat(catchThrowable(
                        () -> deployed.grs.changePassword("a-new-password").execute()))
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("an earlier attempt of this call may have changed the password");
        assertThat(deployed.rules.snapshots().execute()).isEmpty();
        deployed.control.expireSessions();
        assertThat(deployed.rules.snapshots().execute()).isEmpty();
        assertThat(basic(deployed.sandbox.requests("grsLogin").get(logins() - 1)))
                .as("the new one at once")
                .isEqualTo("rules-user:a-new-password");
    }

    @Test
    void otherApisNeverSeeTheToken() {
        try (CxClient cx = deployed.builder(true)
                .baseUrl(deployed.sandbox.baseUrl().toString())
                .credentials(GrsLogin.of(deployed.control.username(), deployed.control.password()))
                .build()) {
            assertThatThrownBy(() -> cx.api(ApiFamily.UDM)
                            .get("/v10/version")
                            .returningJson()
                            .execute())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("GrsLogin is for the Rules System alone");
        }
        assertThat(logins()).isZero();
        assertThat(deployed.sandbox.requests()).isEmpty();
    }

    @Test
    void withoutABaseUrlTheConnectionIsNotMade() {
        assertThatThrownBy(() -> CxClient.builder()
                        .baseUrl(ApiFamily.NEXUS, "https://nexus.example.com")
                        .credentials(GrsLogin.of("u", "p"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baseUrl of GRS");
        assertThatThrownBy(() -> CxClient.builder()
                        .baseUrl(ApiFamily.GRS, "http://grat.example.com")
                        .credentials(GrsLogin.of("u", "p"))
                        .build())
                .as("a password does not go over plain http")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCallWaitsForALoginNoLongerThanItMay() {
        deployed.sandbox.faults().on("grsLogin").hang();
        assertThatThrownBy(() -> deployed.rules
                        .snapshots()
                        .timeout(Duration.ofMillis(50))
                        .execute())
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("wait for a token from " + deployed.control.baseUrl() + "/grs/v1/login");
    }

    @Test
    void theSessionCallsWorkByThemselves() {
        try (CxClient cx = deployed.client(true, Credentials.none())) {
            GrsSessions sessions = GrsClient.create(cx).sessions();
            String user = deployed.control.username();
            OpenedSession session =
                    sessions.login(user, deployed.control.password()).execute();
            assertThat(session.lastLogin()).isNull();
            var unused = sessions.logout(user, session.apiToken()).call().execute();
            assertThat(deployed.control.sessions()).isEmpty();
            deployed.control.expirePassword();
            assertThatThrownBy(() ->
                            sessions.login(user, deployed.control.password()).execute())
                    .isInstanceOf(PasswordChangeRequiredException.class);
            assertThat(sessions.changePassword(user, deployed.control.password(), "b-password")
                            .execute()
                            .apiToken()
                            .value())
                    .isEqualTo(deployed.control.sessions().get(0));
        }
    }
}
