package io.github.multicloudcx.nexus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Download;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.Upload;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.nexus.messaging.Channel;
import io.github.multicloudcx.nexus.messaging.InboundMessage;
import io.github.multicloudcx.nexus.messaging.SentMessages;
import io.github.multicloudcx.nexus.messaging.UploadedMedia;
import io.github.multicloudcx.nexus.webhook.MessageChannel;
import io.github.multicloudcx.nexus.webhook.OutgoingSmsMessage;
import io.github.multicloudcx.nexus.webhook.WebhookApplication;
import io.github.multicloudcx.nexus.webhook.WebhookBody;
import io.github.multicloudcx.nexus.webhook.WebhookDelivery;
import io.github.multicloudcx.nexus.webhook.WebhookMessage;
import io.github.multicloudcx.nexus.webhook.WebhookOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How an application tests its own code without any server: it implements the interfaces that it uses. */
class FakeNexusClientTest {
    /** The code of the application. */
    record Greeter(Channel channel) implements WebhookApplication<WebhookMessage> {
        boolean greet(String consumer) {
            try {
                channel.send(InboundMessage.text("hello").from(consumer).to(channel.id()))
                        .execute();
                return true;
            } catch (ConnectionException e) {
                return false;
            }
        }

        @Override
        public WebhookOutcome receive(WebhookDelivery<WebhookMessage> delivery) {
            return delivery.content() instanceof OutgoingSmsMessage
                    ? WebhookOutcome.accepted()
                    : WebhookOutcome.later();
        }
    }

    private record FakeChannel(List<InboundMessage> sent, boolean connected) implements Channel {
        @Override
        public String id() {
            return "0123456789";
        }

        @Override
        public Call<SentMessages> send(Collection<InboundMessage> messages) {
            sent.addAll(messages);
            return connected
                    ? Call.of(new SentMessages(List.of("1")))
                    : Call.failed(new ConnectionException("no connection", null, new ErrorContext(Fate.NOT_SENT)));
        }

        @Override
        public Call<UploadedMedia> upload(Upload file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Download download(String mediaId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Call<@Nullable Void> deleteMedia(String mediaId) {
            return Call.of(null);
        }
    }

    @Test
    void theApplicationSends() {
        List<InboundMessage> sent = new ArrayList<>();
        assertThat(new Greeter(new FakeChannel(sent, true)).greet("16504661149"))
                .isTrue();
        assertThat(new Greeter(new FakeChannel(sent, false)).greet("16504661149"))
                .isFalse();
        assertThat(sent)
                .hasSize(2)
                .first()
                .isEqualTo(InboundMessage.text("hello").from("16504661149").to("0123456789"));
    }

    @Test
    void theApplicationReceives() {
        WebhookBody body = WebhookBody.of("{}".getBytes(StandardCharsets.UTF_8));
        MessageChannel channel = new MessageChannel(null, null, null, List.of(), "1", null);
        WebhookMessage message = new OutgoingSmsMessage(channel, "Text", "hello", body);
        assertThat(new Greeter(new FakeChannel(List.of(), true)).receive(new WebhookDelivery<>(message, null)))
                .isEqualTo(WebhookOutcome.accepted());
    }
}
