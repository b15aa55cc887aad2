package io.github.multicloudcx.grs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.error.UnsupportedMediaTypeException;
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

/** What the operations have in common, each driven through all ends of a call. */
@Timeout(60)
class OperationsTest {
    private static final Map<Integer, Class<? extends ApiException>> ERRORS = Map.of(
            401, UnauthorizedException.class,
            403, ForbiddenException.class,
            404, NotFoundException.class,
            415, UnsupportedMediaTypeException.class,
            422, ValidationFailedException.class,
            500, ServerException.class,
            503, ServerException.class);

    static Stream<Operation> operations() {
        return Operation.all().stream();
    }

    static Stream<Operation> ofPackages() {
        return operations().filter(operation -> !operation.ofSession());
    }

    static Stream<Arguments> operationsAndEnds() {
        return operations().flatMap(operation -> Arrays.stream(End.values()).map(end -> Arguments.of(operation, end)));
    }

    private static Wire answering(Operation operation) {
        Wire wire = new Wire();
        return operation.sample() == null
                ? wire.empty(operation.status())
                : wire.answer(operation.status(), Samples.json(operation.sample()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void sendsTheDocumentedRequest(Operation operation) {
        try (Wire wire = answering(operation)) {
            var unused = operation.call(wire).execute();
            RecordedRequest request = wire.take();
            assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo(operation.line());
            assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
            if (operation.body() == null) {
                assertThat(request.getBodySize()).isZero();
            } else {
                assertThat(request.getBody().utf8()).isEqualTo(operation.body());
                assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void readsItsSample(Operation operation, End end) {
        try (Wire wire = answering(operation)) {
            assertThat(end.run(operation.call(wire))).isEqualTo(operation.value());
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void everyErrorHasItsException(Operation operation, End end) {
        try (Wire wire = new Wire()) {
            ERRORS.forEach((status, type) -> {
                wire.empty(status);
                assertThat(failure(wire, operation, end))
                        .isInstanceOf(type)
                        .hasMessageStartingWith(status + " ")
                        .hasMessageNotContaining("test-key")
                        .hasMessageNotContaining("pass-word")
                        .hasMessageNotContaining("t/1")
                        .hasMessageNotContaining("p 1");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aMissingApiIsExplained(Operation operation) {
        try (Wire wire = new Wire()) {
            wire.answer(new MockResponse.Builder()
                    .code(404)
                    .addHeader("Content-Type", "text/html")
                    .body("<html>no such page</html>"));
            assertThat(failure(wire, operation, End.EXECUTE))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("the base URL must carry the application path")
                    .hasMessageContaining("rest-api");
        }
    }

    @ParameterizedTest
    @MethodSource("ofPackages")
    void aMissingPermissionIsNamed(Operation operation) {
        try (Wire wire = new Wire().empty(403)) {
            assertThat(failure(wire, operation, End.EXECUTE)).hasMessageContaining(operation.permissions());
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
            wire.answer(200, "{\"snapshots\":[{");
            assertThat(failure(wire, operation, end)).isInstanceOf(DecodeException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anEmptyBodyIsAnErrorWhereThereIsSomethingToSay(Operation operation) {
        try (Wire wire = new Wire().empty(200)) {
            Throwable failure = failure(wire, operation, End.EXECUTE);
            if (operation.sample() == null) {
                assertThat(failure).isNull();
            } else {
                assertThat(failure).isInstanceOf(DecodeException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anErrorUnderASuccessIsAnErrorToo(Operation operation) {
        try (Wire wire = new Wire().answer(200, Samples.json("grsDeployPackage.field.422"))) {
            assertThat(failure(wire, operation, End.EXECUTE))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("name: snapshot name is not found (code 1000)");
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
            "{}",
            "7",
            "\"text\"",
            "null",
            "[null,7,{}]",
            "[{\"deploymentId\":\"S4254\"}]",
            "{\"deployments\":[null,{}]}",
            "{\"snapshots\":{}}",
            "{\"deploytargets\":7}",
            "{\"apiToken\":[]}",
            "{\"apiToken\":\" \"}",
            "{\"createDate\":{}}"
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
