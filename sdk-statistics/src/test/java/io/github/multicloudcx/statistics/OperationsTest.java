package io.github.multicloudcx.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.testsupport.End;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operation has in common, each driven through all ends of a call. */
class OperationsTest {
    private static final Map<Integer, Class<? extends ApiException>> ERRORS = Map.of(
            400, BadRequestException.class,
            401, UnauthorizedException.class,
            403, ForbiddenException.class,
            404, NotFoundException.class,
            500, ServerException.class,
            503, ServerException.class,
            504, ServerException.class);

    static Stream<Operation> operations() {
        return Operation.all().stream();
    }

    static Stream<Arguments> operationsAndEnds() {
        return operations().flatMap(operation -> Arrays.stream(End.values()).map(end -> Arguments.of(operation, end)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void sendsTheDocumentedRequest(Operation operation) {
        try (Wire wire = new Wire().answer(200, Samples.json(operation.id() + ".200"))) {
            operation.call(wire).execute();

            RecordedRequest request = wire.take();
            assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo(operation.line());
            assertThat(request.getHeaders().get("x-api-key")).isEqualTo("test-key");
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer test-token");
            assertThat(request.getHeaders().get("Accept")).startsWith("application/json");
            if (operation.body() == null) {
                assertThat(request.getBody() == null || request.getBody().size() == 0)
                        .isTrue();
            } else {
                assertThat(request.getBody().utf8()).isEqualTo(operation.body());
                assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void decodesTheSample(Operation operation, End end) {
        try (Wire wire = new Wire().answer(200, Samples.json(operation.id() + ".200"))) {
            assertThat(end.run(operation.call(wire))).isEqualTo(operation.value());
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void everyErrorHasItsExceptionWhetherDocumentedForTheOperationOrNot(Operation operation, End end) {
        try (Wire wire = new Wire()) {
            ERRORS.forEach((status, type) -> {
                wire.answer(status, "{\"status\":{\"code\":17,\"message\":\"no\",\"detail\":{\"ConfCode\":12345}}}");
                assertThat(failure(wire, operation, end))
                        .isInstanceOf(type)
                        .hasMessageStartingWith(status + " ")
                        .hasMessageContaining(" for " + operation.place())
                        .hasMessageContaining("no (code 17)")
                        .hasMessageNotContaining("test-key")
                        .hasMessageNotContaining("test-token");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anyErrorMayComeWithoutABody(Operation operation) {
        try (Wire wire = new Wire()) {
            ERRORS.forEach((status, type) -> {
                wire.empty(status);
                assertThat(failure(wire, operation, End.EXECUTE)).isInstanceOf(type);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void anErrorCodeUnderStatus200IsAnError(Operation operation, End end) {
        try (Wire wire =
                new Wire().answer(200, "{\"status\":{\"code\":500,\"message\":\"Resource not found\"},\"data\":{}}")) {
            assertThat(failure(wire, operation, end))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("Resource not found (code 500)");
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void theGatewayRefusesAWrongKey(Operation operation, End end) {
        try (Wire wire = new Wire().answer(403, Samples.json("gateway.403"))) {
            assertThat(failure(wire, operation, end))
                    .isInstanceOfSatisfying(
                            ForbiddenException.class,
                            e -> assertThat(e.reason()).isEqualTo(ForbiddenException.Reason.API_KEY));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aRefusalSaysWhatToDo(Operation operation) {
        try (Wire wire = new Wire().empty(400).empty(403).empty(404)) {
            assertThat(failure(wire, operation, End.EXECUTE)).hasMessageContaining("; check ");
            assertThat(failure(wire, operation, End.EXECUTE))
                    .hasMessageContaining("the user may not use statistics, or not those of this object");
            assertThat(failure(wire, operation, End.EXECUTE)).hasMessageContaining(operation.gone());
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void anHtmlPageIsNoAnswer(Operation operation, End end) {
        try (Wire wire = new Wire()) {
            wire.answer(html(200));
            assertThat(failure(wire, operation, end))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("HTML");
            wire.answer(html(502));
            assertThat(failure(wire, operation, end)).isInstanceOf(ServerException.class);
        }
    }

    private static MockResponse.Builder html(int status) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "text/html")
                .body("<html><body>Sign in</body></html>");
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void anEmptyBodyIsAnErrorOnlyWhereJsonIsDue(Operation operation, End end) {
        try (Wire wire = new Wire().empty(200)) {
            Throwable failure = failure(wire, operation, end);
            if (operation.jsonIsDue()) {
                assertThat(failure).isInstanceOf(DecodeException.class).hasMessageContaining("without a body");
            } else {
                assertThat(failure).isNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void truncatedJsonIsAnError(Operation operation, End end) {
        try (Wire wire = new Wire().answer(200, "{\"status\":{\"code\":0},\"data\":{\"statistics\":[{")) {
            assertThat(failure(wire, operation, end)).isInstanceOf(DecodeException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void anAnswerWithoutStatusIsAnError(Operation operation, End end) {
        try (Wire wire = new Wire().answer(200, "{\"data\":{}}")) {
            assertThat(failure(wire, operation, end))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("status");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aConnectionThatBreaksInTheBodyIsAConnectionError(Operation operation) {
        try (Wire wire = new Wire()
                .answer(new MockResponse.Builder()
                        .addHeader("Content-Type", "application/json")
                        .body(" ".repeat(100_000))
                        .onResponseBody(new SocketEffect.CloseSocket()))) {
            assertThat(failure(wire, operation, End.EXECUTE)).isInstanceOf(ConnectionException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatOnlyReadsOrDeletesIsRepeatedAndCreatingIsNot(Operation operation) {
        try (Wire wire = new Wire(RetryPolicy.standard()).empty(503).empty(503).empty(503)) {
            assertThat(failure(wire, operation, End.EXECUTE)).isInstanceOf(ServerException.class);
            assertThat(wire.count()).isEqualTo(operation.repeatable() ? 3 : 1);
        }
    }

    private static Throwable failure(Wire wire, Operation operation, End end) {
        return catchThrowable(() -> end.run(operation.call(wire)));
    }
}
