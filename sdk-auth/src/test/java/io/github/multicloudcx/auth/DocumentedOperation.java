package io.github.multicloudcx.auth;

import io.github.multicloudcx.core.Call;
import java.net.URI;
import java.util.function.Function;
import mockwebserver3.MockResponse;

/** Every operation that the client executes, with the request that the reference asks for and its sample answer. */
public enum DocumentedOperation {
    PING("GET", "/auth/v3/ping", null, "ping.200.json", AuthClient::ping),
    USER_INFO("GET", "/auth/v3/userinfo", null, "getUserInfo.200.json", AuthClient::userInfo),
    OPEN_ID_USER_INFO(
            "GET", "/auth/v3/openid/userinfo", null, "getOpenIdUserInfo.200.json", AuthClient::openIdUserInfo),
    JWT_USER_INFO("GET", "/auth/v3/jwt-userinfo", null, "getJwtUserInfo.200.json", AuthClient::jwtUserInfo),
    CHANGE_PASSWORD(
            "POST",
            "/auth/v3/change-password",
            "{\"data\":{\"newPassword\":\"new-secret\",\"oldPassword\":\"old-secret\"}}",
            "changePassword.200.json",
            auth -> auth.changePassword(PasswordChange.builder()
                    .oldPassword("old-secret")
                    .newPassword("new-secret")
                    .build())),
    SIGN_OUT("POST", "/auth/v3/sign-out", "", "signOutPost.200.json", AuthClient::signOut),
    SIGN_OUT_EVERYWHERE(
            "POST",
            "/auth/v3/sign-out?global=true",
            "",
            "signOutPost.200.json",
            auth -> auth.signOut(SignOutScope.ALL_TOKENS_OF_THE_USER)),
    SIGN_OUT_WITH_REDIRECT(
            "GET",
            "/auth/v3/sign-out?redirectUri=https%3A%2F%2Fapp.example.com%2Fbye%3Fa%3D1%26b%3D2",
            null,
            "signOutGet.200.json",
            auth -> auth.signOutWithRedirect(URI.create("https://app.example.com/bye?a=1&b=2"))),
    SIGN_OUT_EVERYWHERE_WITH_REDIRECT(
            "GET",
            "/auth/v3/sign-out?global=true&redirectUri=https%3A%2F%2Fapp.example.com%2Fbye",
            null,
            "signOutGet.200.json",
            auth -> auth.signOutWithRedirect(
                    URI.create("https://app.example.com/bye"), SignOutScope.ALL_TOKENS_OF_THE_USER));

    public static final String JWT = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZ2VudCJ9.c2ln";

    public final String method;
    public final String target;
    public final String body;
    private final String sample;
    private final Function<AuthClient, Call<?>> call;

    DocumentedOperation(String method, String target, String body, String sample, Function<AuthClient, Call<?>> call) {
        this.method = method;
        this.target = target;
        this.body = body;
        this.sample = sample;
        this.call = call;
    }

    public Call<?> call(AuthClient auth) {
        return call.apply(auth);
    }

    public MockResponse success() {
        MockResponse.Builder answer = new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "application/json")
                .body(Samples.text(sample));
        return (this == JWT_USER_INFO ? answer.addHeader("X-GWS-User", JWT) : answer).build();
    }

    /** The operations of which a 403 without further words means that the caller is not signed in. */
    public boolean forbiddenMeansSignedOut() {
        return this == PING || this == USER_INFO;
    }
}
