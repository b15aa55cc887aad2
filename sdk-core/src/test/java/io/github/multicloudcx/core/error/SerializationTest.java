package io.github.multicloudcx.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.Fate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SerializationTest {
    private static final ErrorContext CONTEXT = new ErrorContext(
            "GET",
            "/x",
            "0123456789abcdef",
            Fate.PARTIAL,
            List.of(new Attempt(1, Instant.EPOCH, Duration.ZERO, null, Duration.ZERO, "500")));
    private static final ErrorAnswer ANSWER =
            new ErrorAnswer(500, Map.of(), "c", "m", TextNode.valueOf("d"), List.of(), List.of(), "body");

    static Stream<CxException> exceptions() {
        IOException cause = new IOException("cause");
        return Stream.of(
                new ApiException("m", ANSWER, CONTEXT),
                new BadRequestException("m", ANSWER, CONTEXT),
                new UnauthorizedException("m", ANSWER, CONTEXT),
                new ForbiddenException("m", ForbiddenException.Reason.PERMISSION, ANSWER, CONTEXT),
                new NotFoundException("m", ANSWER, CONTEXT),
                new ConflictException("m", ANSWER, CONTEXT),
                new UnsupportedMediaTypeException("m", ANSWER, CONTEXT),
                new UnprocessableException("m", ANSWER, CONTEXT),
                new TooManyRequestsException("m", Duration.ofSeconds(3), ANSWER, CONTEXT),
                new ServerException("m", ANSWER, CONTEXT),
                new AuthenticationException("m", "invalid_grant", cause, CONTEXT),
                new CallInterruptedException("m", cause, CONTEXT),
                new CallTimeoutException("m", cause, CONTEXT),
                new ConnectionException("m", cause, CONTEXT),
                new DecodeException("m", cause, CONTEXT),
                new DownloadException("m", cause, CONTEXT),
                new StorageException("m", cause, CONTEXT));
    }

    private static CxException copy(CxException e) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (CxException) in.readObject();
        }
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void messageCauseSuppressedAndFateSurvive(CxException e) throws Exception {
        e.addSuppressed(new ConnectionException("earlier", null, CONTEXT));
        CxException copy = copy(e);
        assertThat(copy).hasSameClassAs(e).hasMessage("m");
        assertThat(copy.fate()).isEqualTo(Fate.PARTIAL);
        assertThat(copy.context()).isEqualTo(new ErrorContext(Fate.PARTIAL));
        assertThat(copy.attempts()).isEmpty();
        assertThat(copy.traceId()).isNull();
        assertThat(copy.getSuppressed()).singleElement().isInstanceOf(ConnectionException.class);
        if (e.getCause() != null) {
            assertThat(copy.getCause()).hasMessage("cause");
        }
    }

    @Test
    void statusReasonRetryAfterAndOauthErrorSurvive() throws Exception {
        ApiException api = (ApiException) copy(new ApiException("m", ANSWER, CONTEXT));
        assertThat(api.status()).isEqualTo(500);
        assertThat(api.answer().status()).isEqualTo(500);
        assertThat(api.code()).isNull();
        assertThat(((ForbiddenException)
                                copy(new ForbiddenException("m", ForbiddenException.Reason.API_KEY, ANSWER, CONTEXT)))
                        .reason())
                .isEqualTo(ForbiddenException.Reason.API_KEY);
        assertThat(((TooManyRequestsException)
                                copy(new TooManyRequestsException("m", Duration.ofSeconds(3), ANSWER, CONTEXT)))
                        .retryAfter())
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(((AuthenticationException) copy(new AuthenticationException("m", "e", null, CONTEXT))).oauthError())
                .isEqualTo("e");
    }

    @Test
    void aWrongSignatureSurvives() throws Exception {
        assertThat(copy(new InvalidSignatureException("m")).fate()).isEqualTo(Fate.REJECTED);
    }
}
