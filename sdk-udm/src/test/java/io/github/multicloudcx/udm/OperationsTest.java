package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.DownloadException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.sandbox.ContractCoverage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operation of every generation has in common, each driven through all three ends of a call. */
class OperationsTest {
    /** The three ways to run a call. */
    enum End {
        EXECUTE(Call::execute),
        ASYNC(call -> {
            try {
                return call.executeAsync().join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }),
        RESPONSE(call -> call.executeForResponse().value());

        private final Function<Call<?>, @Nullable Object> run;

        End(Function<Call<?>, @Nullable Object> run) {
            this.run = run;
        }
    }

    private static final Set<String> WITH_BODY = Set.of("createExportJob", "updateExportJob", "uploadCertificate");

    static Stream<Operation> operations() {
        return Operation.all().stream();
    }

    static Stream<Arguments> operationsAndEnds() {
        return operations().flatMap(operation -> Arrays.stream(End.values()).map(end -> Arguments.of(operation, end)));
    }

    @Test
    void everyDocumentedOperationHasOneRow() {
        Set<String> documented = ContractCoverage.documentedOperations().stream()
                .filter(id -> id.matches("cdds\\w+|\\w+V(3|4|10)"))
                .collect(Collectors.toSet());
        assertThat(documented).hasSize(28 + 26 + 26);
        assertThat(operations().map(Operation::id)).containsExactlyInAnyOrderElementsOf(documented);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void sendsTheDocumentedRequest(Operation operation) {
        try (Wire wire = new Wire()) {
            success(wire, operation);
            operation.call(wire).execute();

            RecordedRequest request = wire.take();
            assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo(operation.line());
            assertThat(request.getHeaders().get("x-api-key")).isEqualTo("test-key");
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer test-token");
            assertThat(request.getHeaders().get("Accept")).startsWith("application/json");
            assertThat(request.getBody() == null || request.getBody().size() == 0)
                    .as("has no body, unless it sends a job or a certificate")
                    .isNotEqualTo(WITH_BODY.contains(operation.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void decodesTheSample(Operation operation, End end) {
        try (Wire wire = new Wire()) {
            success(wire, operation);
            assertThat(end.run.apply(operation.call(wire))).isEqualTo(operation.value());
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void everyDocumentedErrorHasItsException(Operation operation, End end) {
        Map<Integer, Class<? extends ApiException>> documented = Map.of(
                400, BadRequestException.class,
                401, UnauthorizedException.class,
                403, ForbiddenException.class,
                404, NotFoundException.class,
                500, ServerException.class);
        try (Wire wire = new Wire()) {
            documented.forEach((status, type) -> {
                wire.empty(status);
                assertThat(failure(wire, operation, end))
                        .isInstanceOf(type)
                        .hasMessageStartingWith(status + " ")
                        .hasMessageContaining(" for " + operation.place())
                        .hasMessageNotContaining("test-key")
                        .hasMessageNotContaining("test-token");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void theGatewayRefusesAWrongKey(Operation operation, End end) {
        try (Wire wire = new Wire()) {
            wire.answer(403, Samples.json("gateway.403"));
            assertThat(failure(wire, operation, end))
                    .isInstanceOfSatisfying(
                            ForbiddenException.class,
                            e -> assertThat(e.reason()).isEqualTo(ForbiddenException.Reason.API_KEY));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anyOther403NamesTheRoles(Operation operation) {
        try (Wire wire = new Wire()) {
            wire.empty(403);
            assertThat(failure(wire, operation, End.EXECUTE))
                    .hasMessageContaining("needs the role UDM UCSX Exporter or iWD Administrator");
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void anHtmlPageIsNoAnswer(Operation operation, End end) {
        if (operation.shape() == Operation.Shape.CONTENT) {
            return;
        }
        try (Wire wire = new Wire()) {
            wire.answer(new MockResponse.Builder()
                    .addHeader("Content-Type", "text/html")
                    .body("<html><body>Sign in</body></html>"));
            assertThat(failure(wire, operation, end))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("HTML");
            wire.answer(new MockResponse.Builder()
                    .code(502)
                    .addHeader("Content-Type", "text/html")
                    .body("<html><body>Bad gateway</body></html>"));
            assertThat(failure(wire, operation, end)).isInstanceOf(ServerException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void anEmptyBodyIsAnErrorOnlyWhereJsonIsDue(Operation operation, End end) {
        try (Wire wire = new Wire()) {
            wire.empty(200);
            if (operation.shape() == Operation.Shape.JSON) {
                assertThat(failure(wire, operation, end))
                        .isInstanceOf(DecodeException.class)
                        .hasMessageContaining("without a body");
            } else if (operation.shape() == Operation.Shape.CONTENT) {
                assertThat(failure(wire, operation, end)).isInstanceOf(DownloadException.class);
            } else {
                assertThat(catchThrowable(() -> end.run.apply(operation.call(wire))))
                        .isNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void truncatedJsonIsAnError(Operation operation, End end) {
        boolean json =
                operation.shape() == Operation.Shape.JSON || operation.shape() == Operation.Shape.JSON_OR_NOTHING;
        if (!json) {
            return;
        }
        try (Wire wire = new Wire()) {
            wire.answer(200, "{\"id\": 7, \"items\": [{");
            assertThat(failure(wire, operation, end)).isInstanceOf(DecodeException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aConnectionThatBreaksInTheBodyIsAConnectionError(Operation operation) {
        if (operation.shape() == Operation.Shape.CONTENT) {
            return;
        }
        try (Wire wire = new Wire()) {
            wire.answer(new MockResponse.Builder()
                    .addHeader("Content-Type", "application/json")
                    .body(" ".repeat(100_000))
                    .onResponseBody(new SocketEffect.CloseSocket()));
            assertThat(failure(wire, operation, End.EXECUTE)).isInstanceOf(ConnectionException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aPostIsNotRepeatedAndEverythingElseIs(Operation operation) {
        boolean post = operation.line().startsWith("POST");
        try (Wire wire = new Wire(RetryPolicy.standard())) {
            wire.empty(503).empty(503).empty(503);
            assertThat(failure(wire, operation, End.EXECUTE)).isInstanceOf(ServerException.class);
            assertThat(wire.count()).isEqualTo(post ? 1 : 3);
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        Map<String, String> words = Map.of(
                "getExportJob", "there is no job with this id",
                "getExportHistory", "there is no history record with this id",
                "downloadFile", "there is no file of this name: files are kept for 30 days",
                "getFileLinks", "one of the files is not there: files are kept for 30 days");
        List<Operation> named =
                operations().filter(row -> words.containsKey(row.name())).toList();
        assertThat(named).hasSize(12);
        for (Operation operation : named) {
            try (Wire wire = new Wire()) {
                wire.empty(404);
                assertThat(failure(wire, operation, End.EXECUTE)).hasMessageContaining(words.get(operation.name()));
            }
        }
    }

    private static void success(Wire wire, Operation operation) {
        if (operation.shape() == Operation.Shape.CONTENT) {
            wire.answer(new MockResponse.Builder().code(303).addHeader("Location", wire.url("/stored?sig=1")));
            wire.answer(200, "content");
        } else if (operation.answer() == null) {
            wire.empty(operation.status());
        } else {
            wire.answer(operation.status(), operation.answer());
        }
    }

    private static Throwable failure(Wire wire, Operation operation, End end) {
        return catchThrowable(() -> end.run.apply(operation.call(wire)));
    }
}
