package io.github.multicloudcx.nexus.internal;

import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.NexusClient;
import io.github.multicloudcx.nexus.messaging.Channel;
import io.github.multicloudcx.nexus.messaging.ChannelCredentials;

/** The client over one connection. */
public final class DefaultNexusClient implements NexusClient {
    private final Api api;

    /** Sends nothing yet. */
    public DefaultNexusClient(CxClient cx) {
        api = Require.present(cx, "cx").api(ApiFamily.NEXUS);
    }

    @Override
    public Channel channel(String channelId, ChannelCredentials credentials) {
        return new DefaultChannel(
                api, Require.segment(channelId, "channelId"), Require.present(credentials, "credentials"));
    }

    @Override
    public String toString() {
        return "NexusClient";
    }
}
