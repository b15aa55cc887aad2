package io.github.multicloudcx.nexus.messaging;

import static io.github.multicloudcx.nexus.messaging.ChannelFixture.assertSigned;
import static io.github.multicloudcx.nexus.messaging.ChannelFixture.channel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.Upload;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.error.UnsupportedMediaTypeException;
import io.github.multicloudcx.nexus.Samples;
import io.github.multicloudcx.nexus.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ChannelMediaTest {
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

    @TempDir
    Path directory;

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
            assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json, */*");
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
}
