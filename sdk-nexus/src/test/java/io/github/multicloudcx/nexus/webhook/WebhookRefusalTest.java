package io.github.multicloudcx.nexus.webhook;

import static io.github.multicloudcx.nexus.webhook.Given.WEBHOOKS;
import static io.github.multicloudcx.nexus.webhook.Given.bytes;
import static io.github.multicloudcx.nexus.webhook.Given.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What never reaches the application. */
class WebhookRefusalTest extends ReceiverFixture {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha1=",
                "sha256=da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "sha1=da39a3ee5e6b4b0d3255bfef95601890afd8070",
                "sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "sha1=\uff24a39a3ee5e6b4b0d3255bfef95601890afd80709",
                "sha1=zz39a3ee5e6b4b0d3255bfef95601890afd80709"
            })
    void aWrongSignatureIs403AndTellsNothing(String header) {
        WebhookAnswer answer = now(post(receiver, sms("1"), Map.of("X-Hub-Signature", List.of(header))));
        assertThat(answer).isEqualTo(WebhookAnswer.forbidden());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":\"The signature is missing or does not fit\"}");
        assertThat(waiting).isEmpty();
    }

    @Test
    void noSignatureAndTwoOfThemAre403() {
        byte[] body = sms("1");
        String right = WEBHOOKS.sign(body);
        assertThat(now(post(receiver, body, Map.of())).status()).isEqualTo(403);
        assertThat(now(post(receiver, body, Map.of("X-Hub-Signature", List.of(right, right))))
                        .status())
                .isEqualTo(403);
        assertThat(now(post(receiver, body, Map.of("X-Hub-Signature", List.of(right + ", " + right))))
                        .status())
                .isEqualTo(403);
        assertThat(waiting).isEmpty();
    }

    @Test
    void aBodyThatCannotBeReadIs400AndTellsNothing() {
        for (String body : List.of("", "no json", "[]", "{\"a\":".repeat(1000))) {
            WebhookAnswer answer = now(post(receiver, bytes(body)));
            assertThat(answer).isEqualTo(new WebhookAnswer(400, "{\"message\":\"The body is not as documented\"}"));
        }
        assertThat(waiting).isEmpty();
    }

    @Test
    void anotherMethodIs405() throws IOException {
        for (String method : List.of("GET", "PUT", "post")) {
            assertThat(now(receiver.receive(method, name -> List.of(), InputStream.nullInputStream()))
                            .status())
                    .isEqualTo(405);
        }
    }

    @Test
    void aBodyBeyondTheLimitIs413AndNotReadToItsEnd() throws IOException {
        WebhookReceiver small = WebhookReceiver.messages(
                WEBHOOKS.maxBodyBytes(100), Runnable::run, delivery -> WebhookOutcome.accepted());
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[50_000_000]);
        assertThat(now(small.receive("POST", name -> List.of(), endless)).status())
                .isEqualTo(413);
        assertThat(endless.available()).isEqualTo(50_000_000 - 101);
        InputStream untouched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };
        Map<String, List<String>> announced = Map.of("Content-Length", List.of("101"));
        assertThat(now(small.receive("POST", name -> announced.getOrDefault(name, List.of()), untouched))
                        .status())
                .isEqualTo(413);
        byte[] exact = bytes("{\"a\":\"" + "x".repeat(92) + "\"}");
        assertThat(now(post(small, exact)).status()).isEqualTo(200);
    }

    @Test
    void aBodyThatBreaksOffIsNotAnswered() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        assertThatIOException().isThrownBy(() -> {
            var unused = receiver.receive("POST", name -> List.of(), broken);
        });
    }
}
