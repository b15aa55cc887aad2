package io.github.multicloudcx.nexus.internal;

import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.NexusClient;
import io.github.multicloudcx.nexus.messaging.Channel;
import io.github.multicloudcx.nexus.messaging.ChannelCredentials;
import io.github.multicloudcx.nexus.openmedia.OpenMedia;
import io.github.multicloudcx.nexus.securemail.SecureMails;

/** The client over one connection: three APIs below one path, with an envelope each. */
public final class DefaultNexusClient implements NexusClient {
    private final CxClient cx;
    private final Api api;

    /** Sends nothing yet. */
    public DefaultNexusClient(CxClient cx) {
        this.cx = Require.present(cx, "cx");
        api = cx.api(ApiFamily.NEXUS);
    }

    @Override
    public SecureMails secureMails() {
        return new DefaultSecureMails(api.envelope(Envelope.SECURE_EMAIL));
    }

    @Override
    public OpenMedia openMedia(String service) {
        return new DefaultOpenMedia(cx, api.envelope(Envelope.BARE), Require.segment(service, "service"));
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
