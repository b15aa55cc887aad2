package io.github.multicloudcx.nexus.messaging;

import static io.github.multicloudcx.nexus.messaging.ChannelFixture.SECRET;
import static io.github.multicloudcx.nexus.messaging.ChannelFixture.TEXT;
import static io.github.multicloudcx.nexus.messaging.ChannelFixture.assertSigned;
import static io.github.multicloudcx.nexus.messaging.ChannelFixture.channel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.Upload;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.error.UnsupportedMediaTypeException;
import io.github.multicloudcx.nexus.Samples;
import io.github.multicloudcx.nexus.Wire;
import io.github.multicloudcx.testsupport.End;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the operations of a channel have in common, each driven through all ends of a call. */
@Timeout(60)
class ChannelOperationsTest {
    private static final UploadedMedia MEDIA = new UploadedMedia("string", "string", "string", "string", 0L);

    private static final Map<Integer, Class<? extends ApiException>> ERRORS = Map.of(
            400, BadRequestException.class,
            401, UnauthorizedException.class,
            403, ForbiddenException.class,
            404, NotFoundException.class,
            409, ConflictException.class,
            415, UnsupportedMediaTypeException.class,
            500, ServerException.class,
            503, ServerException.class);

    private record Operation(
            String id, String line, @Nullable Object value, boolean repeatable, Function<Channel, Call<?>> call) {
        Call<?> call(Wire wire) {
            return call.apply(channel(wire.nexus));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Operation> operations() {
        String base = "/nexus/v3/channels/%2B49%2F30%201/";
        return Stream.of(
                new Operation(
                        "sendChannelMessages",
                        "POST " + base + "messages",
                        new SentMessages(List.of("string")),
                        false,
                        channel -> channel.send(TEXT)),
                new Operation(
                        "uploadChannelMedia",
                        "POST " + base + "media",
                        MEDIA,
                        false,
                        channel -> channel.upload(Upload.bytes("a.png", new byte[] {1, 2}))),
                new Operation(
                        "deleteChannelMedia",
                        "DELETE " + base + "media/b%2F1",
                        null,
                        true,
                        channel -> channel.deleteMedia("b/1")));
    }

    static Stream<Arguments> operationsAndEnds() {
        return operations().flatMap(operation -> Arrays.stream(End.values()).map(end -> Arguments.of(operation, end)));
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void sendsTheDocumentedRequestAndDecodesTheSample(Operation operation, End end) {
        try (Wire wire = new Wire().answer(200, Samples.json(operation.id() + ".200"))) {
            assertThat(end.run(operation.call(wire))).isEqualTo(operation.value());
            RecordedRequest request = wire.take();
            assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo(operation.line());
            assertSigned(request);
            assertThat(request.getHeaders().get("x-api-key")).isEqualTo("test-key");
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void everyErrorHasItsException(Operation operation, End end) {
        try (Wire wire = new Wire()) {
            ERRORS.forEach((status, type) -> {
                wire.answer(status, "{\"status\":{\"code\":17,\"message\":\"Channel 1 not found\"}}");
                assertThat(failure(wire, operation, end))
                        .isInstanceOf(type)
                        .hasMessageContaining("Channel 1 not found (code 17)")
                        .hasMessageContaining("/nexus/v3/channels/{channelId}/m")
                        .hasMessageNotContaining("+49")
                        .hasMessageNotContaining(SECRET);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theSamplesOfErrorsAndEmptyBodiesAreErrorsWithAdvice(Operation operation) {
        try (Wire wire = new Wire()) {
            ERRORS.forEach((status, type) -> {
                wire.answer(status, "{}").empty(status);
                assertThat(failure(wire, operation, End.EXECUTE)).isInstanceOf(type);
                assertThat(failure(wire, operation, End.EXECUTE)).isInstanceOf(type);
            });
            wire.empty(401).empty(403).empty(404).empty(415);
            assertThat(failure(wire, operation, End.EXECUTE))
                    .hasMessageContaining("check the app secret of the channel");
            assertThat(failure(wire, operation, End.EXECUTE)).hasMessageContaining("check the contact center id");
            assertThat(failure(wire, operation, End.EXECUTE)).hasMessageContaining("there is no channel of this id");
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndEnds")
    void anErrorCodeUnderStatus200IsAnError(Operation operation, End end) {
        try (Wire wire = new Wire().answer(200, "{\"status\":{\"code\":404,\"message\":\"no\"}}")) {
            assertThat(failure(wire, operation, end)).isInstanceOf(ApiException.class);
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
            wire.answer(200, "{\"status\":{\"code\":0},\"data\":{");
            assertThat(failure(wire, operation, end)).isInstanceOf(DecodeException.class);
            wire.answer(200, "{\"data\":{}}");
            assertThat(failure(wire, operation, end)).isInstanceOf(DecodeException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void onlyADeletionIsRepeated(Operation operation) {
        try (Wire wire = new Wire(RetryPolicy.standard()).empty(503).empty(503).empty(503)) {
            assertThat(failure(wire, operation, End.EXECUTE)).isInstanceOf(ServerException.class);
            assertThat(wire.count()).isEqualTo(operation.repeatable() ? 3 : 1);
        }
    }

    private static Throwable failure(Wire wire, Operation operation, End end) {
        return catchThrowable(() -> end.run(operation.call(wire)));
    }
}
