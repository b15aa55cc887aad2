package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.internal.check.Require;

/**
 * Kind of an interaction; other values than the constants are read as they are.
 *
 * @param value as it is written
 */
public record InteractionSubtype(String value) {
    /** InboundNew. */
    public static final InteractionSubtype INBOUND_NEW = new InteractionSubtype("InboundNew");

    /** Outbound. */
    public static final InteractionSubtype OUTBOUND = new InteractionSubtype("Outbound");

    /** SMS. */
    public static final InteractionSubtype SMS = new InteractionSubtype("SMS");

    /** WhatsApp. */
    public static final InteractionSubtype WHATS_APP = new InteractionSubtype("WhatsApp");

    /** FacebookPublic. */
    public static final InteractionSubtype FACEBOOK_PUBLIC = new InteractionSubtype("FacebookPublic");

    /** FacebookPrivate. */
    public static final InteractionSubtype FACEBOOK_PRIVATE = new InteractionSubtype("FacebookPrivate");

    /** TwitterPublic. */
    public static final InteractionSubtype TWITTER_PUBLIC = new InteractionSubtype("TwitterPublic");

    /** TwitterPrivate. */
    public static final InteractionSubtype TWITTER_PRIVATE = new InteractionSubtype("TwitterPrivate");

    /**
     * Checks.
     *
     * @param value as it is written
     */
    public InteractionSubtype {
        Require.text(value, "interactionSubtype");
    }

    @Override
    public String toString() {
        return value;
    }
}
