package io.github.multicloudcx.sandbox;

/** How far a webhook is. */
public enum WebhookState {
    /** It is on its way, or will be delivered again. */
    PENDING,
    /** The application has accepted it. */
    DELIVERED,
    /** The application has refused it, all attempts failed, or the sandbox was closed before it was delivered. */
    GIVEN_UP
}
