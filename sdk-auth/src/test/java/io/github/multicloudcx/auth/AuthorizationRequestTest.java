package io.github.multicloudcx.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.AuthenticationException;
import java.net.URI;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationRequestTest {
    private static final URI AUTH_URL = URI.create("https://gapi.example.com/auth/v3");
    private static final String STATE = "the-state-of-this-user";

    private final AuthorizationRequest request =
            builder("https://app.example.com/callback").resume(STATE);

    private static AuthorizationRequestBuilder builder(String redirectUri) {
        return AuthorizationRequest.builder(AUTH_URL, "client").redirectUri(URI.create(redirectUri));
    }

    @Test
    void theUrlHasOnlyWhatIsRequiredAndTheState() {
        assertThat(request.url())
                .hasToString("https://gapi.example.com/auth/v3/oauth/authorize?response_type=code&client_id=client"
                        + "&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback&state=the-state-of-this-user");
    }

    @Test
    void theUrlHasWhateverWasAskedForPercentEncoded() {
        AuthorizationRequest all = AuthorizationRequest.builder(AUTH_URL, "my client&ü")
                .redirectUri(URI.create("https://app.example.com/callback?a=1&b=%20"))
                .hideTenant(true)
                .scope("*")
                .resume("a+b/c=");

        assertThat(all.url())
                .hasToString("https://gapi.example.com/auth/v3/oauth/authorize?response_type=code"
                        + "&client_id=my%20client%26%C3%BC"
                        + "&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback%3Fa%3D1%26b%3D%2520"
                        + "&hideTenant=true&scope=*&state=a%2Bb%2Fc%3D");
    }

    @Test
    void aTenantThatIsNotHiddenNeedsNoParameter() {
        assertThat(builder("https://app.example.com/callback")
                        .hideTenant(false)
                        .start()
                        .url()
                        .getQuery())
                .doesNotContain("hideTenant");
    }

    @Test
    void everyStartHasAStateOf256BitsOfItsOwn() {
        Set<String> states = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String state = builder("https://app.example.com/callback").start().state();
            assertThat(state).matches("[A-Za-z0-9_-]{43}");
            states.add(state);
        }

        assertThat(states).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/callback?code=the-code&state=the-state-of-this-user",
                "https://app.example.com/callback?state=the-state-of-this-user&code=the-code",
                "https://app.example.com/callback&code=the-code&state=the-state-of-this-user",
                "https://app.example.com/callback?code=the-code&state=the-state-of-this-user#_=_",
                "https://app.example.com/callback?lang=en&flag&=x&code=the-code&state=the-state-of-this-user&",
                "https://app.example.com/callback?code=the%2Dcode&state=the%2dstate-of-this-user",
                "http://internal:8080/callback?code=the-code&state=the-state-of-this-user",
                "https://app.example.com/callback/deeper?code=the-code&state=the-state-of-this-user",
                "http://internal:8080/callback&code=the-code&state=the-state-of-this-user",
                "http://internal:8080/a&b/callback?code=the-code&state=the-state-of-this-user",
                "/callback?code=the-code&state=the-state-of-this-user",
                "/callback&code=the-code&state=the-state-of-this-user",
                "?code=the-code&state=the-state-of-this-user",
                "code=the-code&state=the-state-of-this-user",
                "state=the-state-of-this-user&code=the-code",
            })
    void theCodeIsFoundWhereverTheParametersBegin(String callback) {
        assertThat(request.parse(callback))
                .isEqualTo(new AuthorizationCallback(
                        "client", URI.create("https://app.example.com/callback"), "the-code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/callback&code=a?b&state=the-state-of-this-user",
                "code=a?b&state=the-state-of-this-user",
            })
    void aQuestionMarkMayBeAPartOfTheCode(String callback) {
        assertThat(request.parse(callback).code()).isEqualTo("a?b");
    }

    @Test
    void aRedirectUriWithAQueryOfItsOwnIsUnderstood() {
        AuthorizationRequest own =
                builder("https://app.example.com/callback?app=1").resume(STATE);

        assertThat(own.parse("https://app.example.com/callback?app=1&code=the-code&state=" + STATE)
                        .code())
                .isEqualTo("the-code");
    }

    @Test
    void aUriIsReadLikeItsText() {
        assertThat(request.parse(URI.create("/callback?code=a%2Bb&state=" + STATE))
                        .code())
                .isEqualTo("a+b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "code=the-code", "code=the-code&state=", "https://app.example.com/callback"})
    void aCallbackWithoutStateIsRefused(String callback) {
        assertRefused(callback, "the callback has no state");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=the-code&state=another-state-altogether",
                "code=the-code&state=the-state-of-this-use",
                "code=the-code&state=the-state-of-this-user2",
                "code=the-code&state=THE-STATE-OF-THIS-USER",
                "error=access_denied&state=another-state-altogether",
            })
    void aCallbackWithAnotherStateIsRefusedWhateverElseItSays(String callback) {
        assertRefused(callback, "the state of the callback is not the one of this request");
    }

    @Test
    void aParameterThatComesTwiceIsRefused() {
        assertRefused("state=" + STATE + "&code=the-code&code=other", "the parameter code more than once");
        assertRefused("state=" + STATE + "&state=" + STATE + "&code=the-code", "the parameter state more than once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&code=", "&code=%20"})
    void aCallbackWithoutCodeIsRefused(String rest) {
        assertRefused("state=" + STATE + rest, "neither code nor error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=the-code%zz", "code=the-code%2", "code=the-code%"})
    void aCallbackThatIsNotPercentEncodedIsRefused(String callback) {
        assertRefused(callback + "&state=" + STATE, "not percent-encoded");
    }

    private void assertRefused(String callback, String why) {
        assertThatThrownBy(() -> request.parse(callback))
                .isInstanceOfSatisfying(AuthenticationException.class, refusal -> {
                    assertThat(refusal.oauthError()).isNull();
                    assertThat(refusal.fate()).isEqualTo(Fate.NOT_SENT);
                    assertThat(refusal.getCause()).isNull();
                })
                .hasMessageStartingWith("Could not sign in with a browser: ")
                .hasMessageContaining(why)
                .hasMessageNotContainingAny("the-code", STATE, "another-state-altogether");
    }

    @Test
    void anErrorOfTheServerIsNamedWithItsDescription() {
        String callback = "error=access_denied&error_description=The+user%0Asaid%20no&state=" + STATE;

        assertThatThrownBy(() -> request.parse(callback))
                .isInstanceOfSatisfying(
                        AuthenticationException.class,
                        refusal -> assertThat(refusal.oauthError()).isEqualTo("access_denied"))
                .hasMessage("Could not sign in with a browser: access_denied (The user said no);"
                        + " the user or the server refused it");
    }

    @Test
    void anErrorWithoutDescriptionSaysWhatToCheck() {
        assertThatThrownBy(() -> request.parse("error=unsupported_response_type&state=" + STATE))
                .hasMessage("Could not sign in with a browser: unsupported_response_type; the authorization server"
                        + " refused it, check client id, redirect URI and grants of the client");
    }

    @Test
    void aLongErrorIsCut() {
        assertThatThrownBy(() -> request.parse("error=" + "x".repeat(5000) + "&state=" + STATE))
                .extracting(failure -> failure.getMessage().length())
                .satisfies(length -> assertThat(length).isLessThan(600));
    }

    @Test
    void noCallbackWhateverLeadsToAnythingButACodeOrAnAuthenticationException() {
        Random random = new Random(7);
        String alphabet = "?&=#%+/:ac2 \u00fc\n";
        for (int i = 0; i < 20_000; i++) {
            String noise = random.ints(random.nextInt(12), 0, alphabet.length())
                    .mapToObj(index -> alphabet.substring(index, index + 1))
                    .reduce("", String::concat);
            assertReadOrRefused(noise + "code=the-code&state=" + STATE + noise);
        }
    }

    private void assertReadOrRefused(String callback) {
        try {
            assertThat(request.parse(callback).code()).isNotBlank();
        } catch (AuthenticationException e) {
            assertThat(e).hasMessageStartingWith("Could not sign in with a browser: ");
        }
    }

    @Test
    void missingArgumentsAreNamed() {
        assertThatThrownBy(() -> request.parse((String) null)).hasMessage("callback is required");
        assertThatThrownBy(() -> request.parse((URI) null)).hasMessage("callback is required");
    }

    @Test
    void itPrintsNoState() {
        assertThat(request)
                .hasToString("AuthorizationRequest[clientId=client, redirectUri=https://app.example.com/callback,"
                        + " state=****]");
    }
}
