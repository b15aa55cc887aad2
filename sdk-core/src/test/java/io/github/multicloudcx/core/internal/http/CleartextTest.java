package io.github.multicloudcx.core.internal.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.AuthContext;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.auth.Credentials;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleartextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com",
                "http://localhost:8080",
                "http://127.0.0.1",
                "http://127.1.2.3:80/path",
                "http://[::1]:8080"
            })
    void httpsAndLoopbackNeedNoLeave(String url) {
        assertThatCode(() -> new Cleartext(Set.of()).check(HttpUrl.get(url))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com",
                "http://localhost.example.com",
                "http://127.0.0.1.example.com",
                "http://10.0.0.1",
                "http://128.0.0.1",
                "http://[::2]"
            })
    void plainHttpToAnybodyElseIsRefusedAndTheWayOutIsNamed(String url) {
        HttpUrl parsed = HttpUrl.get(url);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cleartext(Set.of("other.example.com")).check(parsed))
                .withMessageContaining(url)
                .withMessageContaining("is plain http")
                .withMessageContaining("allowCleartext(\"" + parsed.host() + "\")");
        assertThatCode(() -> new Cleartext(Set.of(parsed.host())).check(parsed)).doesNotThrowAnyException();
    }

    @Test
    void whatAnAuthenticatorAddsIsRefusedEvenWhenItsCredentialsClaimToBeHarmless() {
        Credentials careless = new Credentials() {
            @Override
            public Authenticator bind(AuthContext context) {
                return request -> new Authorization(Map.of("Authorization", "Custom abcdef"), null);
            }

            @Override
            public boolean secret() {
                return false;
            }
        };
        try (CxClient cx = CxClient.builder()
                .baseUrl("http://api.example.com")
                .credentials(careless)
                .build()) {
            var call = cx.api(ApiFamily.UDM).get("/v10/version").returningNothing();
            assertThatIllegalArgumentException().isThrownBy(call::execute).withMessageContaining("is plain http");
        }
    }

    @Test
    void aSecretInTheBodyIsRefusedWithoutAnyCredentials() {
        try (CxClient cx = CxClient.builder().baseUrl("http://api.example.com").build()) {
            var call = cx.request()
                    .post("/change-password")
                    .json(Map.of("password", "open-sesame"))
                    .secret("open-sesame")
                    .returningNothing();
            assertThatIllegalArgumentException()
                    .isThrownBy(call::execute)
                    .withMessageContaining("is plain http")
                    .withMessageNotContaining("open-sesame");
        }
    }
}
