package io.github.multicloudcx.nexus.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.webhook.HubSignature;
import io.github.multicloudcx.nexus.NexusClient;
import mockwebserver3.RecordedRequest;

/** The channel of the tests, and what its requests must look like. */
final class ChannelFixture {
    private ChannelFixture() {}

    static final String SECRET = "app-secret";

    private static final HubSignature SIGNATURE = HubSignature.of(SECRET);

    static final InboundMessage TEXT =
            InboundMessage.text("Consumer message text").from("16504661149").to("0123456789");

    static Channel channel(NexusClient nexus) {
        return nexus.channel("+49/30 1", ChannelCredentials.of("cc-1", SECRET));
    }

    static void assertSigned(RecordedRequest request) {
        byte[] body =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        assertThat(request.getHeaders().get("X-Hub-Signature")).isEqualTo(SIGNATURE.sign(body));
        assertThat(request.getHeaders().get("x-ccid")).isEqualTo("cc-1");
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(request.getHeaders().get("X-B3-TraceId")).matches("[0-9a-f]{16}");
    }
}
