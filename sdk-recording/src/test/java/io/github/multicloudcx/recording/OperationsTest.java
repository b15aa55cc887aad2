package io.github.multicloudcx.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.testsupport.End;
import io.github.multicloudcx.testsupport.RandomJson;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both operations, driven through all ends of a call. */
@Timeout(60)
class OperationsTest {
    /** The two operations behind one path. */
    enum Operation {
        APPLY("applyNonDelete"),
        UNAPPLY("unapplyNonDelete");

        private final String sample;

        Operation(String sample) {
            this.sample = sample;
        }

        Call<?> call(Wire wire, String id) {
            return this == APPLY ? wire.recordings.protect(id) : wire.recordings.unprotect(id);
        }
    }

    static Stream<Arguments> operationsAndEnds() {
        return Arrays.stream(Operation.values())
                .flatMap(operation -> Arrays.stream(End.values()).map(end -> Arguments.of(operation, end)));
    }

    private static Throwable failure(Wire wire, Operation operation, End end) {
        return catchThrowable(() -> end.run(operation.call(wire, "the-id")));
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void sendsTheDocumentedRequestAndReadsItsSample(Operation operation, End end) {
        try (Wire wire = new Wire().sample(200, operation.sample + ".200")) {
            assertThat(end.run(operation.call(wire, "a/1"))).isNull();
            RecordedRequest request = wire.take();
            assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("POST /api/v2/recordings/a%2F1");
            assertThat(request.getBody().utf8()).isEqualTo("{\"operationName\":\"" + operation.sample + "\"}");
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
            assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void everyDocumentedErrorHasItsExceptionAndItsAdvice(Operation operation, End end) {
        String permission =
                "RECORDING_PERMISSION_" + (operation == Operation.APPLY ? "APPLY" : "UNAPPLY") + "_NON_DELETE";
        try (Wire wire = new Wire()) {
            wire.sample(400, operation.sample + ".400");
            assertThat(failure(wire, operation, end))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("not within valid range (code 2)");
            wire.sample(403, operation.sample + ".roles.403");
            assertThat(failure(wire, operation, end))
                    .isInstanceOf(MissingRoleException.class)
                    .hasMessageContaining(
                            "Insufficient user roles. (code 5); the user has none of the roles Administrator,"
                                    + " Supervisor and Agent; whoever administers users");
            wire.sample(403, operation.sample + ".permissions.403");
            assertThat(failure(wire, operation, end))
                    .isInstanceOf(MissingPermissionException.class)
                    .hasMessageContaining("(code 3); the user lacks " + permission + "; it is granted at the person,");
            wire.sample(404, operation.sample + ".404");
            assertThat(failure(wire, operation, end))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("(code 6); there is no recording with this {recid};")
                    .hasMessageNotContaining("the-id");
            wire.sample(500, operation.sample + ".500");
            assertThat(failure(wire, operation, end))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("please contact administrator. (code 4)");
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void otherRefusalsAreTold(Operation operation) {
        try (Wire wire = new Wire()) {
            wire.empty(401);
            assertThat(failure(wire, operation, End.EXECUTE)).isInstanceOf(UnauthorizedException.class);
            wire.empty(403);
            assertThat(failure(wire, operation, End.EXECUTE))
                    .isExactlyInstanceOf(ForbiddenException.class)
                    .hasMessageContaining("the user lacks a permission or role");
            wire.answer(403, "{\"statusCode\":9}");
            assertThat(failure(wire, operation, End.EXECUTE)).isExactlyInstanceOf(ForbiddenException.class);
            wire.answer(new MockResponse.Builder()
                    .code(404)
                    .addHeader("Content-Type", "text/html")
                    .body("<html></html>"));
            assertThat(failure(wire, operation, End.EXECUTE))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("the operation is not there")
                    .hasMessageContaining("Elasticsearch schema v2");
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void anythingButAStatusCodeOfZeroIsNoSuccess(Operation operation, End end) {
        try (Wire wire = new Wire()) {
            for (String body : List.of("", "{}", "null", "[]", "{\"statusCode\":null}", "<html>", "{\"statusCode\":")) {
                wire.answer(200, body);
                assertThat(failure(wire, operation, end)).as(body).isInstanceOf(DecodeException.class);
            }
            wire.answer(200, "{\"statusCode\":6,\"statusMessage\":\"gone\"}");
            assertThat(failure(wire, operation, end))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("gone (code 6)");
            wire.answer(200, "{\"statusCode\":\"0\",\"more\":1}");
            assertThat(end.run(operation.call(wire, "a"))).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void onlyTheProtectionIsSafeToRepeat(Operation operation) {
        boolean repeatable = operation == Operation.APPLY;
        try (Wire wire = new Wire(RetryPolicy.standard())) {
            wire.sample(500, operation.sample + ".500")
                    .answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()))
                    .sample(200, operation.sample + ".200");
            Throwable failure = failure(wire, operation, End.EXECUTE);
            assertThat(wire.count()).isEqualTo(repeatable ? 3 : 1);
            if (!repeatable) {
                assertThat(((CxException) failure).fate()).isEqualTo(Fate.UNKNOWN);
            }
        }
        try (Wire wire = new Wire(RetryPolicy.standard())) {
            for (int i = 0; i < 3; i++) {
                wire.answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
            }
            assertThat(failure(wire, operation, End.EXECUTE)).isInstanceOf(ConnectionException.class);
            assertThat(wire.count()).isEqualTo(repeatable ? 3 : 1);
        }
        try (Wire wire = new Wire(RetryPolicy.standard())) {
            wire.answer(new MockResponse.Builder().code(429).addHeader("Retry-After", "1"))
                    .sample(200, operation.sample + ".200");
            assertThat(failure(wire, operation, End.EXECUTE)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a b", "a\tb", "a\u0000", "a\u00a0b", " a", "a\n", "\ud800"})
    void whatCannotBeAnIdIsRefused(String id) {
        try (Wire wire = new Wire()) {
            assertThatThrownBy(() -> wire.recordings.protect(id))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("recordingId ");
            assertThatThrownBy(() -> wire.recordings.unprotect(id)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> wire.recordings.protect(null)).hasMessage("recordingId is required");
            assertThat(wire.count()).isZero();
        }
    }

    @RepeatedTest(5)
    void anyJsonIsReadOrRefused(RepetitionInfo repetition) {
        RandomJson random = new RandomJson(
                repetition.getCurrentRepetition(),
                List.of("statusCode", "statusMessage", "status", "code", "message", "errors"),
                List.of("", "0", "2", "x"));
        try (Wire wire = new Wire()) {
            for (int i = 0; i < 100; i++) {
                for (int status : new int[] {200, 403, 404}) {
                    wire.answer(status, random.object(3).toString());
                    Throwable failure = failure(wire, Operation.APPLY, End.EXECUTE);
                    assertThat(failure == null || failure instanceof CxException)
                            .as("" + failure)
                            .isTrue();
                }
            }
        }
    }
}
