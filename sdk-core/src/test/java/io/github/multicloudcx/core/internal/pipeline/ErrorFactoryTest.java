package io.github.multicloudcx.core.internal.pipeline;

import static io.github.multicloudcx.core.testing.WireServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.ForbiddenException.Reason;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.TooManyRequestsException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.error.UnprocessableException;
import io.github.multicloudcx.core.error.UnsupportedMediaTypeException;
import io.github.multicloudcx.core.testing.PipelineSamples;
import io.github.multicloudcx.core.testing.WireServer;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ErrorFactoryTest {
    private final WireServer server = new WireServer();
    private final Api api = server.client().api(ApiFamily.UDM);

    @AfterEach
    void close() {
        server.close();
    }

    private static ApiException failure(ApiRequest request) {
        return catchThrowableOfType(ApiException.class, request.returningNothing()::execute);
    }

    private ApiRequest post() {
        return api.post("/jobs/{id}/files/{name}").path("id", 7).path("name", "secret.zip");
    }

    static Stream<Arguments> classes() {
        return Stream.of(
                Arguments.of(400, BadRequestException.class),
                Arguments.of(401, UnauthorizedException.class),
                Arguments.of(403, ForbiddenException.class),
                Arguments.of(404, NotFoundException.class),
                Arguments.of(409, ConflictException.class),
                Arguments.of(415, UnsupportedMediaTypeException.class),
                Arguments.of(422, UnprocessableException.class),
                Arguments.of(429, TooManyRequestsException.class),
                Arguments.of(500, ServerException.class),
                Arguments.of(503, ServerException.class),
                Arguments.of(599, ServerException.class),
                Arguments.of(302, ApiException.class),
                Arguments.of(402, ApiException.class),
                Arguments.of(418, ApiException.class));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void eachStatusThatACallerHandlesHasAClass(int status, Class<?> type) {
        server.answer(status, "{}");
        ApiException e = failure(post());
        assertThat(e).isExactlyInstanceOf(type);
        assertThat(e.status()).isEqualTo(status);
        assertThat(e.context().method()).isEqualTo("POST");
        assertThat(e.context().pathTemplate()).isEqualTo("/udm/jobs/{id}/files/{name}");
        assertThat(e).message().doesNotContain("secret.zip", "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | 400 Bad Request for %s; the server does not accept the request, check its values; ",
                "401 | 401 Unauthorized for %s; no credentials are set, give the client some (CX_CLIENT_ID and"
                        + " CX_CLIENT_SECRET); ",
                "403 | 403 Forbidden for %s; the user lacks a permission or role, ask an administrator; ",
                "404 | 404 Not Found for %s; nothing is there, check {id} and {name}; ",
                "405 | 405 Method Not Allowed for %s; the server does not accept the request, check its values; ",
                "409 | 409 Conflict for %s; it exists already or was changed in the meantime; ",
                "415 | 415 Unsupported Media Type for %s; the server does not take this kind of body; ",
                "422 | 422 Unprocessable Content for %s; the server does not accept the request, check its values; ",
                "429 | 429 Too Many Requests for %s; too many requests, set a rate limit or try later; ",
                "302 | 302 Redirect for %s; redirects are not followed, check the base URL; ",
                "418 | 418 Error for %s; the server does not accept the request, check its values; ",
                "500 | 500 Internal Server Error for %s; the server failed, try later; it may have been carried out: "
                        + "check before repeating; ",
                "502 | 502 Bad Gateway for %s; the server failed, try later; it may have been carried out: "
                        + "check before repeating; ",
                "504 | 504 Gateway Timeout for %s; the server failed, try later; it may have been carried out: "
                        + "check before repeating; "
            })
    void theLineSaysWhatFailedWhereAndWhatToDo(int status, String line) {
        server.answer(status, "{}");
        ApiException e = failure(post());
        assertThat(e)
                .hasMessage(
                        line.formatted("POST /udm/jobs/{id}/files/{name}") + " 1 attempt, 0 ms, trace " + e.traceId());
    }

    @Test
    void aNotFoundWithoutIdentifierPointsAtTheBaseUrl() {
        server.answer(404, "{}");
        assertThat(failure(api.get("/jobs")))
                .hasMessageContaining("404 Not Found for GET /udm/jobs; check the base URL;");
    }

    @Test
    void whatTheServerSaidIsQuotedOnOneLineAndCut() {
        server.answer(400, "{\"message\":\"first\\nsecond\\t third " + "x".repeat(1000) + "\"}");
        ApiException e = failure(post());
        assertThat(e)
                .hasMessageContaining("{name}: first second third xxx")
                .hasMessageContaining("xxx...; the server does not accept")
                .message()
                .hasSizeLessThan(600);
    }

    @Test
    void theAdviceOfTheEndpointWins() {
        server.answer(409, "{}").answer(403, "{}");
        assertThat(failure(post().advice(409, "a job of this title is there")))
                .hasMessageContaining("; a job of this title is there; 1 attempt");
        assertThat(failure(post().advice(403, "needs the role iWD Administrator")))
                .hasMessageContaining("; needs the role iWD Administrator; 1 attempt");
    }

    @Test
    void the403OfTheGatewayIsABadApiKeyWhateverTheEndpointAdvises() {
        server.answer(403, PipelineSamples.text("gateway.403"));
        ForbiddenException e = (ForbiddenException) failure(post().advice(403, "needs a role"));
        assertThat(e.reason()).isEqualTo(Reason.API_KEY);
        assertThat(e)
                .hasMessageContaining(
                        "Forbidden; the API gateway wants an API key, set apiKey (CX_API_KEY); 1 attempt");
    }

    @Test
    void a403WithCode603IsNotSignedIn() {
        server.answer(403, "{\"status\":{\"code\":603,\"message\":\"Not authenticated\"}}");
        ForbiddenException e = (ForbiddenException) failure(post());
        assertThat(e.reason()).isEqualTo(Reason.NOT_SIGNED_IN);
        assertThat(e).hasMessageContaining("(code 603); no credentials are set, give the client some");
    }

    @Test
    void a403OfAProbeIsNotSignedIn() {
        server.answer(403, "{}");
        assertThat(((ForbiddenException) failure(api.get("/ping").forbiddenMeansSignedOut())).reason())
                .isEqualTo(Reason.NOT_SIGNED_IN);
    }

    @Test
    void anyOther403IsAMissingPermission() {
        server.answer(403, "{\"message\":\"Forbidden\",\"path\":\"/x\"}");
        assertThat(((ForbiddenException) failure(post())).reason()).isEqualTo(Reason.PERMISSION);
    }

    @Test
    void tooManyRequestsTellsHowLongToWait() {
        server.answer(json(429, "{}").addHeader("Retry-After", "90"));
        assertThat(((TooManyRequestsException) failure(post())).retryAfter()).isEqualTo(Duration.ofSeconds(90));
        server.answer(429, "{}");
        assertThat(((TooManyRequestsException) failure(post())).retryAfter()).isNull();
    }

    @Test
    void theAnswerIsAttached() {
        server.answer(json(400, "{\"status\":{\"code\":17,\"message\":\"m\",\"detail\":{\"a\":1}}}")
                .addHeader("X-Some", "header"));
        ApiException e = failure(post());
        assertThat(e.code()).isEqualTo("17");
        assertThat(e.answer().message()).isEqualTo("m");
        assertThat(e.detail()).hasToString("{\"a\":1}");
        assertThat(e.answer().headers().get("x-some")).containsExactly("header");
        assertThat(e.body()).contains("\"detail\"");
        assertThat(e.unprocessed()).isEmpty();
        assertThat(e.answer()).hasToString("ErrorAnswer[status=400, code=17, message=m]");
    }

    @Test
    void withoutABodyNothingIsAttached() {
        server.answer(400, "");
        ApiException e = failure(post());
        assertThat(e.body()).isNull();
        assertThat(e.code()).isNull();
        assertThat(e.detail()).isNull();
        assertThat(e.fieldErrors()).isEmpty();
    }

    @Test
    void fixedCredentialsThatAreRefusedAndAKeyThatIsRefusedAreNamed() {
        CxClient signedIn = server.client(
                builder -> builder.apiKey("key-of-errors").credentials(Credentials.bearer("token-of-errors")));
        var call = signedIn.api(ApiFamily.UDM).get("/jobs").returningNothing();
        server.answer(401, "").answer(403, PipelineSamples.text("gateway.403"));
        assertThatThrownBy(call::execute)
                .hasMessageContaining("; the credentials are refused, and there is no way to renew them; check them;");
        assertThatThrownBy(call::execute)
                .hasMessageContaining("; the API gateway refuses the API key, check apiKey (CX_API_KEY); 1 attempt");
    }
}
