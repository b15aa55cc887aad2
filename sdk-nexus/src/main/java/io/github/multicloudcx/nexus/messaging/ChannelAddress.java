package io.github.multicloudcx.nexus.messaging;

import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * Sender or recipient of a message.
 *
 * @param id phone number, mail address or the like
 * @param name display name, which e-mail has, or null
 */
public record ChannelAddress(String id, @Nullable String name) {
    /**
     * Checks and copies.
     *
     * @param id phone number, mail address or the like
     * @param name display name, which e-mail has, or null
     */
    public ChannelAddress {
        Require.text(id, "id");
    }

    /**
     * An address without a display name.
     *
     * @param id phone number, mail address or the like
     * @return the address
     */
    public static ChannelAddress of(String id) {
        return new ChannelAddress(id, null);
    }
}
