package io.github.multicloudcx.nexus.messaging;

import static io.github.multicloudcx.nexus.messaging.ChannelFixture.TEXT;
import static io.github.multicloudcx.nexus.messaging.ChannelFixture.assertSigned;
import static io.github.multicloudcx.nexus.messaging.ChannelFixture.channel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.Upload;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.nexus.NexusClient;
import io.github.multicloudcx.nexus.Samples;
import io.github.multicloudcx.nexus.Wire;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ChannelTest {
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
}
