package io.github.multicloudcx.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.sandbox.RecordedRequest;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.sandbox.SandboxUser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class AuthSandboxTest {
    @RegisterExtension
    final SandboxExtension extension = new SandboxExtension();

    private final List<CxClient> clients = new ArrayList<>();
    private Sandbox sandbox;

    @BeforeEach
    void sandbox() {
        sandbox = extension.sandbox();
    }

    @AfterEach
    void disconnect() {
        clients.forEach(CxClient::close);
    }

    private AuthClient connect(Credentials credentials) {
        CxClient cx = CxClient.builder()
                .baseUrl(sandbox.baseUrl())
                .apiKey(sandbox.apiKey())
                .credentials(credentials)
                .failOnUnknownFields(true)
                .build();
        clients.add(cx);
        return AuthClient.create(cx);
    }

    private AuthClient signedIn() {
        return connect(user(sandbox.password()));
    }

    private OAuth user(String password) {
        return OAuth.password(sandbox.clientId(), sandbox.clientSecret(), sandbox.username(), password);
    }

    @Test
    void pingSucceedsForASignedInCaller() {
        assertThat(signedIn().ping().executeForResponse().envelope().code()).isEqualTo("0");
    }

    @Test
    void pingIsRefusedWithoutATokenWhicheverStatusTheServerHasForIt() {
        AuthClient stranger = connect(Credentials.bearer("no-such-token"));

        assertThatThrownBy(() -> stranger.ping().execute())
                .isInstanceOfSatisfying(
                        ForbiddenException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(ForbiddenException.Reason.NOT_SIGNED_IN));
        sandbox.oauth().answerUnauthenticatedWith401(true);
        assertThatThrownBy(() -> stranger.ping().execute()).isInstanceOf(UnauthorizedException.class);
    }

    @Test
    void aRevokedTokenIsRenewedWhicheverStatusTheServerHasForIt() {
        AuthClient auth = signedIn();
        auth.ping().execute();
        sandbox.oauth().revokeAccessTokens();

        auth.ping().execute();
        sandbox.oauth().revokeAccessTokens();
        assertThat(auth.userInfo().execute().username()).isEqualTo(sandbox.username());
        sandbox.oauth().answerUnauthenticatedWith401(true);
        sandbox.oauth().revokeAccessTokens();
        auth.ping().execute();

        assertThat(sandbox.oauth().tokenRequests()).isEqualTo(4);
    }

    @Test
    void userInfoDescribesTheUser() {
        CloudUserDetails user = signedIn().userInfo().execute();

        assertThat(user.username()).isEqualTo(sandbox.username());
        assertThat(user.loginName()).isEqualTo("demo");
        assertThat(user.authorities()).extracting(UserRole::name).containsExactly(SandboxUser.UDM_EXPORTER);
    }

    @Test
    void openIdUserInfoDescribesTheUserInClaims() {
        OpenIdUserInfo claims = signedIn().openIdUserInfo().execute();

        assertThat(claims.sub()).isEqualTo(sandbox.username());
        assertThat(claims.userName()).isEqualTo(sandbox.username());
        assertThat(claims.aud()).isEqualTo(sandbox.clientId());
        assertThat(claims.givenName()).isEqualTo("demo");
        assertThat(claims.contactCenterId()).isNotBlank();
    }

    @Test
    void theJwtHoldsTheClaims() {
        String jwt = signedIn().jwtUserInfo().execute();

        String payload = new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(Samples.json(payload).path("sub").asText()).isEqualTo(sandbox.username());
    }

    @Test
    void aChangedPasswordIsTheOneToSignInWith() {
        signedIn()
                .changePassword(PasswordChange.builder()
                        .oldPassword(sandbox.password())
                        .newPassword("another-password")
                        .build())
                .execute();

        connect(user("another-password")).ping().execute();
        assertThatThrownBy(() -> signedIn().ping().execute()).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void aPasswordCanBeChangedWithoutSigningIn() {
        connect(Credentials.none())
                .changePassword(PasswordChange.builder()
                        .oldPassword(sandbox.password())
                        .newPassword("another-password")
                        .userName(sandbox.username())
                        .build())
                .execute();

        connect(user("another-password")).ping().execute();
        assertThat(sandbox.requests("changePassword").get(0).header("Authorization"))
                .isNull();
    }

    @Test
    void aWrongOldPasswordIsRefusedAndChangesNothing() {
        PasswordChange change = PasswordChange.builder()
                .oldPassword("wrong-password")
                .newPassword("another-password")
                .build();

        assertThatThrownBy(() -> signedIn().changePassword(change).execute())
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("the password was not changed");
        signedIn().ping().execute();
    }

    @Test
    void signingOutEndsThisTokenOnly() {
        String mine = sandbox.oauth().accessToken(sandbox.username());
        String colleague = sandbox.oauth().accessToken(sandbox.username());

        connect(Credentials.bearer(mine)).signOut().execute();

        connect(Credentials.bearer(colleague)).ping().execute();
        assertThatThrownBy(() -> connect(Credentials.bearer(mine)).ping().execute())
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void signingOutEverywhereEndsEveryTokenOfTheUser() {
        String mine = sandbox.oauth().accessToken(sandbox.username());
        String colleague = sandbox.oauth().accessToken(sandbox.username());

        connect(Credentials.bearer(mine))
                .signOut(SignOutScope.ALL_TOKENS_OF_THE_USER)
                .execute();

        assertThatThrownBy(() -> connect(Credentials.bearer(colleague)).ping().execute())
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aSignOutIsRepeatedWhenItsFateIsUnknown() {
        sandbox.faults().on("signOutPost").resetBeforeAnswer();

        signedIn().signOut().execute();

        assertThat(sandbox.requests("signOutPost"))
                .extracting(RecordedRequest::status)
                .containsExactly(0, 200);
    }

    @Test
    void signingOutWithARedirectSaysWhereTheBrowserGoes() {
        String mine = sandbox.oauth().accessToken(sandbox.username());
        URI bye = URI.create("https://app.example.com/bye?x=1");

        assertThat(connect(Credentials.bearer(mine)).signOutWithRedirect(bye).execute())
                .isEqualTo(bye);

        assertThat(sandbox.requests("signOutGet"))
                .extracting(RecordedRequest::status)
                .containsExactly(302);
        assertThatThrownBy(() -> connect(Credentials.bearer(mine)).ping().execute())
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aConnectionSignsInAnewAfterASignOut() {
        AuthClient auth = signedIn();
        auth.signOut().execute();

        auth.ping().execute();

        assertThat(sandbox.oauth().tokenRequests()).isEqualTo(2);
    }

    @Test
    void aWrongApiKeyIsToldFromAMissingSignIn() {
        sandbox.faults().on("getOpenIdUserInfo").gatewayForbidden();

        assertThatThrownBy(() -> signedIn().openIdUserInfo().execute())
                .isInstanceOfSatisfying(
                        ForbiddenException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(ForbiddenException.Reason.API_KEY));
    }
}
