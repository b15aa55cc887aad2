package io.github.multicloudcx.nexus.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.multicloudcx.testsupport.SampleFiles;

/** Webhooks as they arrive. */
final class Given {
    static final String SECRET = "app-secret";
    static final Webhooks WEBHOOKS = Webhooks.signedWith(SECRET);

    private Given() {}

    static byte[] sample(String name) {
        return SampleFiles.bytes(Given.class, name);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** JSON with single quotes. */
    static byte[] json(String text) {
        return bytes(text.replace('\'', '"'));
    }

    static WebhookMessage message(byte[] body) {
        return WEBHOOKS.messaging(WEBHOOKS.sign(body), body);
    }

    static InteractionEvents events(byte[] body) {
        return WEBHOOKS.interactions(WEBHOOKS.sign(body), body);
    }

    /** An SMS with an id. */
    static byte[] sms(String id) {
        return json("{'channel':{'id':'0123456789','type':'sms','from':{'id':'0123456789'},'to':{'id':'16504661149'},"
                + "'messageId':'" + id + "'},'type':'Text','text':'hello'}");
    }
}
