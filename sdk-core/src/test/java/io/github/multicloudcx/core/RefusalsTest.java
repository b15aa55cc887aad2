package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.internal.token.StaticAuthenticator;
import io.github.multicloudcx.core.testing.WireServer;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exceptions of more special types, advice by the answer, and the credentials at work. */
@Timeout(60)
class RefusalsTest {
    private final WireServer server = new WireServer();

    @AfterEach
    void close() {
        server.close();
    }

    private static final class NoRole extends ForbiddenException {
        private static final long serialVersionUID = 1L;

        private NoRole(String message, ErrorAnswer answer, ErrorContext context) {
            super(message, Reason.PERMISSION, answer, context);
        }
    }

    private Call<?> call() {
        return server.client()
                .api(ApiFamily.RECORDING)
                .get("/x")
                .advice(403, answer -> "5".equals(answer.code()) ? "get a role" : null)
                .refusals(e ->
                        "5".equals(e.code()) ? new NoRole(String.valueOf(e.getMessage()), e.answer(), e.context()) : e)
                .returningNothing();
    }

    @Test
    void anEndpointMayMakeExceptionsOfItsOwn() {
        server.answer(403, "{\"statusCode\":5}");
        NoRole e = catchThrowableOfType(NoRole.class, call()::execute);
        assertThat(e).hasMessageContaining("(code 5); get a role; 1 attempt");
        assertThat(e.attempts()).hasSize(1);

        server.answer(403, "{\"statusCode\":5}");
        assertThatThrownBy(() -> call().executeAsync().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NoRole.class);
    }

    @Test
    void otherAnswersKeepTheUsualExceptionAndAdvice() {
        server.answer(403, "{\"statusCode\":3}");
        ForbiddenException e = catchThrowableOfType(ForbiddenException.class, call()::execute);
        assertThat(e)
                .isNotInstanceOf(NoRole.class)
                .hasMessageContaining("the user lacks a permission or role, ask an administrator");
        server.answer(404, "{}");
        assertThat(catchThrowableOfType(ApiException.class, call()::execute)).hasMessageContaining("404 Not Found");
    }

    @Test
    void theCredentialsAtWorkAreKnownByTheirKind() {
        try (CxClient cx = CxClient.builder()
                .baseUrl("http://localhost:1")
                .credentials(Credentials.bearer("token"))
                .build()) {
            assertThat(cx.authenticator(StaticAuthenticator.class)).isNotNull();
            assertThat(cx.authenticator(io.github.multicloudcx.core.internal.token.OAuthAuthenticator.class))
                    .isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GRS, https://host/grs/v1",
        "GRS, https://host:8443/app/grs/v1/",
        "RECORDING, https://host/api/v2",
        "NEXUS, https://host/nexus/v3"
    })
    void aBaseUrlEndsBeforeTheBasePath(ApiFamily family, String url) {
        try (CxClient cx = CxClient.builder().baseUrl(family, url).build()) {
            assertThatThrownBy(() -> cx.api(family))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "baseUrl of " + family + " must end before " + family.basePath() + ", which the SDK adds");
        }
    }
}
