package io.github.multicloudcx.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.core.testing.WireServer;
import io.github.multicloudcx.core.webhook.HubSignature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An authenticator that signs what is sent. */
@Timeout(60)
class SignedRequestTest {
    private static final HubSignature SIGNATURE = HubSignature.of("app-secret");
    private static final Authenticator SIGNER =
            request -> new Authorization(Map.of(HubSignature.HEADER, SIGNATURE.sign(request.body())), null);

    private final WireServer server = new WireServer();
    private final CxClient client = server.client();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        server.close();
    }

    private ApiRequest post() {
        return client.request().post("/media").authorizedBy(SIGNER);
    }

    private Path file(int size) throws IOException {
        return Files.write(directory.resolve("picture.png"), new byte[size]);
    }

    private static void assertSigned(RecordedRequest request) {
        byte[] body =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        assertThat(request.getHeaders().get(HubSignature.HEADER)).isEqualTo(SIGNATURE.sign(body));
    }

    @Test
    void jsonIsSignedAsItIsSent() {
        server.answer(200, "{}");
        post().json(Map.of("text", "Grüße")).returningNothing().execute();
        RecordedRequest request = server.take();
        assertThat(request.getBody().utf8()).isEqualTo("{\"text\":\"Grüße\"}");
        assertSigned(request);
    }

    @Test
    void withoutABodyTheEmptyByteStringIsSigned() {
        server.answer(200, "{}").answer(200, "{}").answer(200, "{}");
        client.request().get("/x").authorizedBy(SIGNER).returningNothing().execute();
        client.request().delete("/x").authorizedBy(SIGNER).returningNothing().execute();
        post().returningNothing().execute();
        for (int i = 0; i < 3; i++) {
            RecordedRequest request = server.take();
            assertThat(request.getBodySize()).isZero();
            assertSigned(request);
        }
    }

    @Test
    void aFileIsSignedWithAllThatMultipartPutsAroundItAndSoIsItsRepetition() throws IOException {
        server.answer(WireServer.json(503, "{}").addHeader("Retry-After", "1")).answer(200, "{}");
        post().multipart("file", Upload.file(file(300_000)).contentType("image/png"))
                .returningNothing()
                .execute();
        RecordedRequest first = server.take();
        assertThat(first.getBodySize()).isGreaterThan(300_000);
        assertSigned(first);
        RecordedRequest second = server.take();
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertSigned(second);
    }

    @Test
    void aStreamIsRefusedBecauseItsSignatureWouldHaveToGoAhead() {
        Upload stream = Upload.stream("a.png", new ByteArrayInputStream("x".getBytes(UTF_8)), 1);
        Throwable failure = catchThrowable(
                () -> post().multipart("file", stream).returningNothing().execute());
        assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessageContaining("give a file or bytes");
        assertThat(server.count()).isZero();
        assertThat(stream.repeatable()).isFalse();
        assertThat(Upload.bytes("a.png", new byte[1]).repeatable()).isTrue();
    }

    @Test
    void aFileThatIsGoneWhenItIsSignedIsAStorageError() throws IOException {
        Path file = file(1);
        Call<?> call = post().multipart("file", Upload.file(file)).returningNothing();
        Files.delete(file);
        CxException failure = catchThrowableOfType(CxException.class, call::execute);
        assertThat(failure).isInstanceOf(StorageException.class).hasMessageContaining("picture.png");
        assertThat(failure.fate()).isEqualTo(Fate.NOT_SENT);
        assertThat(server.count()).isZero();
    }

    @Test
    void anAuthenticatorThatFailsOtherwiseIsNoTroubleWithAFile() {
        Authenticator failing = request -> {
            throw new IOException("the vault is shut");
        };
        CxException failure = catchThrowableOfType(
                CxException.class,
                () -> client.request()
                        .get("/x")
                        .authorizedBy(failing)
                        .returningNothing()
                        .execute());
        assertThat(failure)
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("(no credentials)")
                .hasMessageContaining("the authenticator failed, see the cause")
                .hasRootCauseMessage("the vault is shut");
        assertThat(failure.fate()).isEqualTo(Fate.NOT_SENT);
        assertThat(server.count()).isZero();
    }

    @Test
    void whatAnAuthenticatorAddsIsMaskedWhereTheServerRepeatsIt() {
        server.answer(400, "{\"message\":\"who is ticket-4711?\"}");
        Authenticator own = request -> new Authorization(Map.of("X-Own", "ticket-4711"), null);
        CxException failure = catchThrowableOfType(
                CxException.class,
                () -> client.request()
                        .get("/x")
                        .authorizedBy(own)
                        .returningNothing()
                        .execute());
        assertThat(failure).hasMessageContaining("who is ****?");
    }

    @Test
    void signingEndsWhenTheThreadIsInterrupted() throws IOException {
        Call<?> call = meanwhile(() -> Thread.currentThread().interrupt());
        assertThat(catchThrowable(call::execute)).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.count()).isZero();
    }

    @Test
    void signingEndsWhenTheTimeIsOver() throws IOException {
        Call<?> call =
                meanwhile(() -> server.time.advance(Duration.ofSeconds(11))).timeout(Duration.ofSeconds(10));
        assertThat(catchThrowable(call::execute)).isInstanceOf(CallTimeoutException.class);
        assertThat(server.count()).isZero();
    }

    @Test
    void signingEndsWhenTheClientIsClosed() throws IOException {
        assertThat(catchThrowable(meanwhile(client::close)::execute)).hasMessageContaining("closed");
        assertThat(server.count()).isZero();
    }

    /** A call that lets something happen when the first piece of its file has been signed. */
    private Call<?> meanwhile(Runnable event) throws IOException {
        Authenticator signer = request -> {
            request.body().writeTo(new OutputStream() {
                private boolean begun;

                @Override
                public void write(int b) {
                    throw new AssertionError("in pieces");
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    assertThat(begun).as("goes on after its end").isFalse();
                    begun = true;
                    event.run();
                }
            });
            throw new AssertionError("signed to the end");
        };
        return client.request()
                .post("/media")
                .authorizedBy(signer)
                .multipart("file", Upload.file(file(300_000)))
                .returningNothing();
    }
}
