package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.multicloudcx.sandbox.WebhookAttempt;
import io.github.multicloudcx.sandbox.WebhookState;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A webhook and what became of it. */
public final class Delivery {
    private final WebhookKind kind;
    private final String channelId;
    private final URI target;
    private final byte[] body;
    private final String signature;
    private final List<WebhookAttempt> attempts = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean accepted;
    private WebhookState state = WebhookState.PENDING;
    private @Nullable String messageId;

    Delivery(WebhookKind kind, String channelId, URI target, byte[] body, String signature) {
        this.kind = kind;
        this.channelId = channelId;
        this.target = target;
        this.body = body;
        this.signature = signature;
    }

    WebhookKind kind() {
        return kind;
    }

    URI target() {
        return target;
    }

    String signature() {
        return signature;
    }

    public String channelId() {
        return channelId;
    }

    public byte[] body() {
        return body;
    }

    public JsonNode json() {
        return Json.parse(body).orElseGet(MissingNode::getInstance);
    }

    public synchronized List<WebhookAttempt> attempts() {
        return List.copyOf(attempts);
    }

    public synchronized WebhookState state() {
        return state;
    }

    public synchronized @Nullable String messageId() {
        return messageId;
    }

    synchronized void tried(WebhookAttempt attempt, boolean isAccepted, @Nullable String answeredId) {
        attempts.add(attempt);
        accepted |= isAccepted;
        messageId = messageId == null && isAccepted ? answeredId : messageId;
    }

    /** Nothing more is tried; only the first call decides. */
    synchronized void end() {
        if (state == WebhookState.PENDING) {
            state = accepted ? WebhookState.DELIVERED : WebhookState.GIVEN_UP;
            ended.countDown();
        }
    }

    public void await(Duration atMost) {
        try {
            if (!ended.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new AssertionError(
                        "The webhook is still pending after " + attempts().size() + " attempts");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while a webhook was pending", e);
        }
    }
}
