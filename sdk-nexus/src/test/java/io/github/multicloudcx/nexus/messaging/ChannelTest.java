package io.github.multicloudcx.nexus.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.Upload;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.error.UnsupportedMediaTypeException;
import io.github.multicloudcx.core.webhook.HubSignature;
import io.github.multicloudcx.nexus.End;
import io.github.multicloudcx.nexus.NexusClient;
import io.github.multicloudcx.nexus.Samples;
import io.github.multicloudcx.nexus.Wire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ChannelTest {
    private static final String SECRET = "app-secret";
    private static final HubSignature SIGNATURE = HubSignature.of(SECRET);
    private static final UploadedMedia MEDIA = new UploadedMedia("string", "string", "string", "string", 0L);
    private static final InboundMessage TEXT =
            InboundMessage.text("Consumer message text").from("16504661149").to("0123456789");
    private static final Map<Integer, Class<? extends ApiException>> ERRORS = Map.of(
            400, BadRequestException.class,
            401, UnauthorizedException.class,
            403, ForbiddenException.class,
            404, NotFoundException.class,
            409, ConflictException.class,
            415, UnsupportedMediaTypeException.class,
            500, ServerException.class,
            503, ServerException.class);

    @TempDir
    Path directory;

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

    private static Channel channel(NexusClient nexus) {
        return nexus.channel("+49/30 1", ChannelCredentials.of("cc-1", SECRET));
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

    private static void assertSigned(RecordedRequest request) {
        byte[] body =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        assertThat(request.getHeaders().get("X-Hub-Signature")).isEqualTo(SIGNATURE.sign(body));
        assertThat(request.getHeaders().get("x-ccid")).isEqualTo("cc-1");
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(request.getHeaders().get("X-B3-TraceId")).matches("[0-9a-f]{16}");
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

    @Test
    void withoutAnApiKeyNoneIsSent() {
        try (Wire wire = new Wire().answer(200, "{\"status\":{\"code\":0}}");
                CxClient cx = CxClient.builder().baseUrl(wire.url("/")).build()) {
            channel(NexusClient.create(cx)).send(TEXT).execute();
            RecordedRequest request = wire.take();
            assertThat(request.getHeaders().get("x-api-key")).isNull();
            assertSigned(request);
        }
    }

    @Test
    void messagesAndReceiptsAreSentAsInTheSamplesSeveralAtOnce() {
        InboundMessage delivered = InboundMessage.receipt(ReceiptStatus.DELIVERED)
                .from("0123456789")
                .to("16504661149")
                .messageId("1613474523265-0");
        InboundMessage failed = InboundMessage.receipt(ReceiptStatus.FAILED)
                .from("no-reply@company.com")
                .to("recipient-1@mail.com")
                .messageId("f7acbac6-68db-4031-aec2-4bbd02627c4b")
                .reasons(ReceiptReason.of(
                        ReceiptReasonCode.NOT_ALLOWED, "Message not allowed. Your account has been suspended."));
        try (Wire wire = new Wire()) {
            Map.of("sms", TEXT, "sms-receipt", delivered, "email-receipt", failed)
                    .forEach((sample, message) -> {
                        wire.answer(200, Samples.json("sendChannelMessages." + sample + ".200"));
                        SentMessages sent = channel(wire.nexus).send(message).execute();
                        assertThat(sent.ids()).isEqualTo(sample.equals("sms") ? List.of("1613473893265-0") : List.of());
                        assertThat(Samples.tree(wire.take().getBody().utf8()))
                                .isEqualTo(Samples.tree(Samples.json("sendChannelMessages." + sample + ".request")));
                    });
            wire.answer(200, "{\"status\":{\"code\":0}}");
            channel(wire.nexus).send(List.of(TEXT, delivered)).execute();
            RecordedRequest request = wire.take();
            assertThat(Samples.tree(request.getBody().utf8()).path("messages"))
                    .containsExactly(TEXT.json(), delivered.json());
            assertSigned(request);
        }
    }

    /** M1 and M12; the messages are accepted in any case. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"1\",\"2\"]",
                "[{\"id\":\"1\"},{\"id\":\"2\"}]",
                "[{\"id\":1,\"x\":0},\"2\"]",
                "[\"1\",{},null,{\"id\":{}},2]"
            })
    void idsAreTextsOrObjects(String ids) {
        try (Wire wire = new Wire().answer(200, "{\"status\":{\"code\":0},\"data\":{\"ids\":" + ids + "}}")) {
            assertThat(channel(wire.nexus).send(TEXT).execute().ids()).containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":{\"code\":0}}",
                "{\"status\":{\"code\":\"0\"},\"data\":null}",
                "{\"status\":{\"code\":1},\"data\":{}}",
                "{\"status\":{\"code\":0},\"data\":{\"ids\":null}}",
                "{\"status\":{\"code\":0},\"data\":{\"ids\":7}}"
            })
    void idsMayBeAbsent(String answer) {
        try (Wire wire = new Wire().answer(200, answer)) {
            assertThat(channel(wire.nexus).send(TEXT).execute().ids()).isEmpty();
        }
    }

    @Test
    void aFileIsUploadedAsTheSampleSaysAndSignedWithAllThatIsAroundIt() throws IOException {
        Path file = Files.write(directory.resolve("MyImage"), new byte[200_000]);
        try (Wire wire = new Wire()
                .answer(
                        200,
                        "{\"status\":{\"code\":0},\"data\":{\"mediaId\":\"bb4a9f86\",\"url\":\"genesys://nexus/bb4a9f86\","
                                + "\"filename\":\"MyImage\",\"mimetype\":\"image/jpeg\",\"length\":200000}}")) {
            UploadedMedia media = channel(wire.nexus)
                    .upload(Upload.file(file).contentType("image/jpeg"))
                    .execute();
            assertThat(media)
                    .isEqualTo(new UploadedMedia(
                            "bb4a9f86", "genesys://nexus/bb4a9f86", "MyImage", "image/jpeg", 200_000L));
            RecordedRequest request = wire.take();
            assertSigned(request);
            assertThat(request.getHeaders().get("Content-Type")).startsWith("multipart/form-data; boundary=");
            assertThat(request.getBody().substring(0, 200).utf8())
                    .contains("Content-Disposition: form-data; name=\"file\"; filename=\"MyImage\"\r\n")
                    .contains("Content-Type: image/jpeg\r\n");
        }
    }

    @Test
    void anUploadThatIsToBeRepeatedIsSignedAgain() {
        try (Wire wire = new Wire(RetryPolicy.standard())
                .answer(new MockResponse.Builder().code(429).addHeader("Retry-After", "1"))
                .answer(200, Samples.json("uploadChannelMedia.200"))) {
            assertThat(channel(wire.nexus)
                            .upload(Upload.bytes("a", new byte[1000]))
                            .execute())
                    .isEqualTo(MEDIA);
            assertSigned(wire.take());
            assertSigned(wire.take());
        }
    }

    @Test
    void aFieldOfAnUploadMayBeAbsent() {
        try (Wire wire = new Wire().answer(200, "{\"status\":{\"code\":0},\"data\":{}}")) {
            assertThat(channel(wire.nexus)
                            .upload(Upload.bytes("a", new byte[1]))
                            .execute())
                    .isEqualTo(new UploadedMedia(null, null, null, null, null));
        }
    }

    /** M4. */
    @ParameterizedTest
    @ValueSource(strings = {"", "{\"status\":{\"code\":0}}", "{\"status\":{\"code\":0},\"data\":[1]}"})
    void whatADeletionAnswersDoesNotMatter(String answer) {
        try (Wire wire = new Wire().answer(200, answer)) {
            assertThat(channel(wire.nexus).deleteMedia("1").execute()).isNull();
        }
    }

    /** M5 and M7. */
    @Test
    void mediaAreStreamedAndTheirTypeIsKept() throws IOException {
        byte[] content = new byte[300_000];
        Arrays.fill(content, (byte) 7);
        try (Wire wire = new Wire()) {
            for (int i = 0; i < 2; i++) {
                wire.answer(new MockResponse.Builder()
                        .addHeader("Content-Type", "image/jpeg")
                        .body(new Buffer().write(content)));
            }
            ByteArrayOutputStream sink = new ByteArrayOutputStream();
            ApiResponse<Long> response =
                    channel(wire.nexus).download("b/1").to(sink).executeForResponse();
            assertThat(response.value()).isEqualTo(300_000);
            assertThat(response.headers().get("Content-Type")).containsExactly("image/jpeg");
            assertThat(sink.toByteArray()).isEqualTo(content);
            RecordedRequest request = wire.take();
            assertThat(request.getMethod() + " " + request.getTarget())
                    .isEqualTo("GET /nexus/v3/channels/%2B49%2F30%201/media/b%2F1");
            assertSigned(request);
            assertThat(channel(wire.nexus)
                            .download("b/1")
                            .to(directory.resolve("picture.jpg"))
                            .execute())
                    .hasBinaryContent(content);
        }
    }

    @Test
    void aDownloadThatBreaksIsContinuedWithASignatureOfItsOwn() {
        try (Wire wire = new Wire(RetryPolicy.standard())) {
            wire.answer(new MockResponse.Builder()
                    .addHeader("ETag", "\"a\"")
                    .body("0123456789".repeat(10_000))
                    .onResponseBody(new SocketEffect.CloseSocket()));
            wire.server.setDispatcher(new RestOfTheContent(wire.server.getDispatcher()));
            ByteArrayOutputStream sink = new ByteArrayOutputStream();
            channel(wire.nexus).download("1").to(sink).execute();
            assertThat(sink.toString(UTF_8)).isEqualTo("0123456789".repeat(10_000));
            assertSigned(wire.take());
            RecordedRequest rest = wire.take();
            assertThat(rest.getHeaders().get("Range")).startsWith("bytes=");
            assertSigned(rest);
        }
    }

    /** Answers the first request from the queue, and the others with the range that they ask for. */
    private static final class RestOfTheContent extends mockwebserver3.Dispatcher {
        private final mockwebserver3.Dispatcher first;

        private RestOfTheContent(mockwebserver3.Dispatcher first) {
            this.first = first;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            String range = request.getHeaders().get("Range");
            if (range == null) {
                return first.dispatch(request);
            }
            int start = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
            return new MockResponse.Builder()
                    .code(206)
                    .addHeader("ETag", "\"a\"")
                    .addHeader("Content-Range", "bytes " + start + "-99999/100000")
                    .body("0123456789".repeat(10_000).substring(start))
                    .build();
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

    @Test
    void errorsOfADownloadAreErrorsToo() {
        try (Wire wire = new Wire()) {
            ERRORS.forEach((status, type) -> {
                wire.answer(status, "{\"status\":{\"code\":17,\"message\":\"Channel 1 not found\"}}");
                assertThat(catchThrowable(() -> channel(wire.nexus)
                                .download("1")
                                .to(new ByteArrayOutputStream())
                                .execute()))
                        .isInstanceOf(type)
                        .hasMessageContaining("Channel 1 not found");
            });
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

    @Test
    void aMessageWhoseFateIsUnknownIsNotSentAgain() {
        try (Wire wire = new Wire(RetryPolicy.standard())
                .answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()))) {
            assertThat(catchThrowable(() -> channel(wire.nexus).send(TEXT).execute()))
                    .isInstanceOf(ConnectionException.class);
            assertThat(wire.count()).isEqualTo(1);
        }
    }

    @Test
    void aSignatureThatIsRefusedIsNotTriedAgain() {
        try (Wire wire = new Wire(RetryPolicy.standard()).empty(401)) {
            assertThat(catchThrowable(() -> channel(wire.nexus).send(TEXT).execute()))
                    .isInstanceOf(UnauthorizedException.class);
            assertThat(wire.count()).isEqualTo(1);
        }
    }

    @Test
    void credentialsAndSignaturesAreNotSentInTheClear() {
        try (CxClient cx =
                CxClient.builder().baseUrl("http://digital.example.com").build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> channel(NexusClient.create(cx)).send(TEXT).execute());
        }
    }

    @Test
    void badInputIsRefusedByNameBeforeAnythingIsSent() {
        try (Wire wire = new Wire()) {
            Channel channel = channel(wire.nexus);
            refused("channelId", () -> wire.nexus.channel(" ", ChannelCredentials.of("a", "b")));
            refused("channelId", () -> wire.nexus.channel("..", ChannelCredentials.of("a", "b")));
            refused("credentials", () -> wire.nexus.channel("1", null));
            refused("contactCenterId", () -> ChannelCredentials.of("", "b"));
            refused("contactCenterId has a line break", () -> ChannelCredentials.of("a\n", "b"));
            refused("appSecret", () -> ChannelCredentials.of("a", " "));
            refused("messages must hold one or more", () -> channel.send(List.of()));
            refused(
                    "messages[0]: from is required",
                    () -> channel.send(InboundMessage.text("a").to("1")));
            refused(
                    "messages[1]: to is required",
                    () -> channel.send(List.of(TEXT, InboundMessage.text("a").from("1"))));
            refused("messages[0] is required", () -> channel.send(Arrays.asList((InboundMessage) null)));
            refused(
                    "messages[0]: messageId",
                    () -> channel.send(InboundMessage.receipt(ReceiptStatus.REMOVED)
                            .from("1")
                            .to("2")));
            refused(
                    "messages[0]: status",
                    () -> channel.send(
                            InboundMessage.ofType("Receipt").from("1").to("2").messageId("3")));
            refused(
                    "file must be a file or bytes",
                    () -> channel.upload(Upload.stream("a", new ByteArrayInputStream(new byte[1]), 1)));
            refused("file", () -> channel.upload(null));
            refused("mediaId", () -> channel.download(""));
            refused("mediaId", () -> channel.deleteMedia(".."));
            assertThat(wire.count()).isZero();
            assertThat(channel.id()).isEqualTo("+49/30 1");
            assertThat(channel).hasToString("Channel");
        }
    }

    private static void refused(String words, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(words);
    }

    private static Throwable failure(Wire wire, Operation operation, End end) {
        return catchThrowable(() -> end.run(operation.call(wire)));
    }
}
