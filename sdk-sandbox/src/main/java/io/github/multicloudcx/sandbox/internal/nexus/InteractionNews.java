package io.github.multicloudcx.sandbox.internal.nexus;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/** Tells that a secure email is processed, and once that it is no more. */
final class InteractionNews {
    private final Set<String> open = new HashSet<>();
    private final BiConsumer<String, String> webhook;

    /** Takes a name of an event and an interaction id. */
    InteractionNews(BiConsumer<String, String> webhook) {
        this.webhook = webhook;
    }

    void started(String interactionId) {
        synchronized (open) {
            open.add(interactionId);
        }
        webhook.accept("STARTED", interactionId);
    }

    void finished(String interactionId) {
        boolean wasOpen;
        synchronized (open) {
            wasOpen = open.remove(interactionId);
        }
        if (wasOpen) {
            webhook.accept("FINISHED", interactionId);
        }
    }
}
