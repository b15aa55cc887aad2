package io.github.multicloudcx.nexus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the operations of secure email and open media have in common, each driven through all ends of a call. */
@Timeout(60)
class OperationsTest {
    private static final Map<Integer, Class<? extends ApiException>> ERRORS = Map.of(
            400, BadRequestException.class,
            401, UnauthorizedException.class,
            403, ForbiddenException.class,
            404, NotFoundException.class,
            409, ConflictException.class,
            500, ServerException.class,
            503, ServerException.class);

    static Stream<Operation> operations() {
        return Operation.all().stream();
    }

    static Stream<Operation> secureMail() {
        return operations().filter(Operation::secureMail);
    }

    static Stream<Arguments> operationsAndEnds() {
        return operations().flatMap(operation -> Arrays.stream(End.values()).map(end -> Arguments.of(operation, end)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void sendsTheDocumentedRequest(Operation operation) {
        try (Wire wire = new Wire().answer(200, "{}")) {
            operation.call(wire).execute();
            RecordedRequest request = wire.take();
            assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo(operation.line());
            assertThat(request.getHeaders().get("x-api-key")).isEqualTo("test-key");
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer test-token");
            assertThat(request.getHeaders().get("X-Hub-Signature")).isNull();
            if (operation.body() == null) {
                assertThat(request.getBodySize()).isZero();
            } else {
                assertThat(request.getBody().utf8()).isEqualTo(operation.body());
                assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
            }
        }
    }

    /** E2 and O1: the samples are empty objects. */
    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void decodesTheEmptySample(Operation operation, End end) {
        try (Wire wire = new Wire()
                .answer(
                        200,
                        operation.secureMail() && hasSample(operation)
                                ? Samples.json(operation.id() + ".200")
                                : "{}")) {
            assertThat(end.run(operation.call(wire))).isEqualTo(operation.empty());
        }
    }

    private static boolean hasSample(Operation operation) {
        return !operation.id().equals("sendSecureEmail");
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void everyErrorHasItsException(Operation operation, End end) {
        String sample = Samples.json("listSecureEmails.400").replace("\"code\": \"string\"", "\"code\": \"FAILURE\"");
        try (Wire wire = new Wire()) {
            ERRORS.forEach((status, type) -> {
                wire.answer(status, sample);
                assertThat(failure(wire, operation, end))
                        .isInstanceOf(type)
                        .hasMessageStartingWith(status + " ")
                        .hasMessageContaining("string (code FAILURE)")
                        .hasMessageNotContaining("test-key")
                        .hasMessageNotContaining("mail.com")
                        .hasMessageNotContaining("e/1")
                        .hasMessageNotContaining("m/1");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anErrorMayComeWithoutABodyAndAdvisesWhatToDo(Operation operation) {
        try (Wire wire = new Wire()) {
            ERRORS.forEach((status, type) -> {
                wire.empty(status);
                assertThat(failure(wire, operation, End.EXECUTE)).isInstanceOf(type);
            });
            wire.empty(404);
            assertThat(failure(wire, operation, End.EXECUTE)).hasMessageContaining(operation.advice());
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void theGatewayRefusesAWrongKey(Operation operation, End end) {
        try (Wire wire = new Wire().answer(403, "{\"message\":\"Forbidden\"}")) {
            assertThat(failure(wire, operation, end))
                    .isInstanceOfSatisfying(
                            ForbiddenException.class,
                            e -> assertThat(e.reason()).isEqualTo(ForbiddenException.Reason.API_KEY));
        }
    }

    /** E6 and G2. */
    @ParameterizedTest
    @MethodSource("secureMail")
    void successAndErrorsUnderStatus200AreToldByCodesInWords(Operation operation) {
        try (Wire wire = new Wire()) {
            for (String code : new String[] {"\"SUCCESS\"", "0", "\"0\""}) {
                wire.answer(200, "{\"status\":{\"code\":" + code + ",\"detail\":\"text\"}}");
                assertThat(operation.call(wire).execute()).isEqualTo(operation.empty());
            }
            for (String code : new String[] {
                "FAILURE",
                "INVALID_CLIENT_TOKEN",
                "INVALID_CONTACT_CENTER",
                "INVALID_SESSION",
                "INVALID_PARTICIPANT",
                "INVALID_TRANSPORT",
                "INVALID_PARAMETER",
                "INVALID_ENDPOINT",
                "INVALID_NICKNAME",
                "INVALID_FILE_TYPE"
            }) {
                wire.answer(200, "{\"status\":{\"code\":\"" + code + "\",\"message\":\"no\"},\"data\":[]}");
                assertThat(failure(wire, operation, End.EXECUTE))
                        .isInstanceOf(ApiException.class)
                        .hasMessageContaining("no (code " + code + ")");
            }
            wire.answer(200, "{\"status\":{\"message\":\"no\"}}");
            assertThat(failure(wire, operation, End.EXECUTE)).isInstanceOf(DecodeException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anErrorCodeUnderStatus200IsAnErrorInAllApis(Operation operation) {
        try (Wire wire = new Wire().answer(200, "{\"status\":{\"code\":500,\"message\":\"Resource not found\"}}")) {
            assertThat(failure(wire, operation, End.EXECUTE))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("Resource not found (code 500)");
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void anHtmlPageOrTruncatedJsonIsNoAnswer(Operation operation, End end) {
        try (Wire wire = new Wire()) {
            wire.answer(new MockResponse.Builder()
                    .addHeader("Content-Type", "text/html")
                    .body("<html></html>"));
            assertThat(failure(wire, operation, end)).isInstanceOf(DecodeException.class);
            wire.answer(200, "{\"data\":[{");
            assertThat(failure(wire, operation, end)).isInstanceOf(DecodeException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void anEmptyBodyIsAnErrorOnlyForTheList(Operation operation, End end) {
        try (Wire wire = new Wire().empty(200)) {
            Throwable failure = failure(wire, operation, end);
            if (operation.kind() == Operation.Kind.LIST) {
                assertThat(failure).isInstanceOf(DecodeException.class);
            } else {
                assertThat(failure).isNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatIsSafeToRepeatIsRepeatedAndNothingElse(Operation operation) {
        try (Wire wire = new Wire(RetryPolicy.standard()).empty(503).empty(503).empty(503)) {
            assertThat(failure(wire, operation, End.EXECUTE)).isInstanceOf(ServerException.class);
            assertThat(wire.count()).isEqualTo(operation.repeatable() ? 3 : 1);
        }
        try (Wire wire = new Wire(RetryPolicy.standard())) {
            for (int i = 0; i < 3; i++) {
                wire.answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
            }
            assertThat(failure(wire, operation, End.EXECUTE)).isInstanceOf(ConnectionException.class);
            assertThat(wire.count()).isEqualTo(operation.repeatable() ? 3 : 1);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whateverJsonComesIsReadOrRefused(Operation operation) {
        String[] answers = {
            "[]",
            "7",
            "\"text\"",
            "null",
            "true",
            "{\"data\":7}",
            "{\"data\":null}",
            "{\"data\":[null,7,{}]}",
            "{\"secureMail\":[]}",
            "{\"data\":{\"count\":[]},\"secureMailId\":{}}",
            "{\"referenceId\":[],\"operationId\":7}",
            "{\"status\":[]}"
        };
        try (Wire wire = new Wire()) {
            for (String answer : answers) {
                wire.answer(200, answer);
                Throwable failure = failure(wire, operation, End.EXECUTE);
                assertThat(failure == null || failure instanceof CxException)
                        .as(answer + " gives " + failure)
                        .isTrue();
            }
        }
    }

    private static Throwable failure(Wire wire, Operation operation, End end) {
        return catchThrowable(() -> end.run(operation.call(wire)));
    }
}
