package io.github.multicloudcx.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.ForbiddenException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How an application tests its own code without a server. */
class FakeAuthClientTest {
    /** What an application may have: it knows the interface only. */
    private record Greeter(AuthClient auth) {
        String greeting() {
            return "Hello " + auth.userInfo().execute().username();
        }
    }

    private static class FakeAuthClient implements AuthClient {
        @Override
        public Call<Void> ping() {
            return Call.of(null);
        }

        @Override
        public Call<CloudUserDetails> userInfo() {
            return Call.of(new CloudUserDetails(List.of(), null, null, null, null, null, Map.of(), "agent"));
        }

        @Override
        public Call<OpenIdUserInfo> openIdUserInfo() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Call<String> jwtUserInfo() {
            return Call.of("a.b.c");
        }

        @Override
        public Call<Void> changePassword(PasswordChange change) {
            return Call.failed(new ForbiddenException(
                    "no", ForbiddenException.Reason.PERMISSION, new ErrorAnswer(403), new ErrorContext(Fate.REJECTED)));
        }

        @Override
        public Call<Void> signOut(SignOutScope scope) {
            return Call.of(null);
        }

        @Override
        public Call<URI> signOutWithRedirect(URI redirectUri, SignOutScope scope) {
            return Call.of(redirectUri);
        }

        @Override
        public AuthorizationRequestBuilder authorizationCode(String clientId) {
            return AuthorizationRequest.builder(URI.create("https://gapi.example.com/auth/v3"), clientId);
        }
    }

    private final AuthClient auth = new FakeAuthClient();

    @Test
    void anApplicationCanBeTestedWithAFake() {
        assertThat(new Greeter(auth).greeting()).isEqualTo("Hello agent");
    }

    @Test
    void aFakeCanFail() {
        PasswordChange change =
                PasswordChange.builder().oldPassword("old").newPassword("new").build();

        assertThatThrownBy(() -> auth.changePassword(change).execute()).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void theDefaultsOfTheInterfaceAskTheFakeForTheNarrowScope() {
        AuthClient narrow = new FakeAuthClient() {
            @Override
            public Call<Void> signOut(SignOutScope scope) {
                assertThat(scope).isEqualTo(SignOutScope.THIS_TOKEN);
                return super.signOut(scope);
            }

            @Override
            public Call<URI> signOutWithRedirect(URI redirectUri, SignOutScope scope) {
                assertThat(scope).isEqualTo(SignOutScope.THIS_TOKEN);
                return super.signOutWithRedirect(redirectUri, scope);
            }
        };

        assertThat(narrow.signOut().execute()).isNull();
        assertThat(narrow.signOutWithRedirect(URI.create("https://app.example.com/bye"))
                        .execute())
                .hasHost("app.example.com");
    }

    @Test
    void aFakeStartsSignInsToo() {
        AuthorizationRequest request = auth.authorizationCode("client")
                .redirectUri(URI.create("https://app.example.com/callback"))
                .start();

        assertThat(request.parse("code=c&state=" + request.state()).code()).isEqualTo("c");
    }
}
