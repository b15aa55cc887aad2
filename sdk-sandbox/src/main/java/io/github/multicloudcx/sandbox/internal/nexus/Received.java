package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A message or receipt that came in.
 *
 * @param channelId its channel
 * @param id id that it was answered with
 * @param json as it came
 * @param receiptFor the webhook that it is about, or null
 */
public record Received(
        String channelId,
        String id,
        JsonNode json,
        @Nullable Delivery receiptFor) {}
