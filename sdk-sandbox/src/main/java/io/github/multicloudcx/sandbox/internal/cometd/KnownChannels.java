package io.github.multicloudcx.sandbox.internal.cometd;

import java.util.Set;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.SecurityPolicy;
import org.cometd.bayeux.server.ServerChannel;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;

/** Clients may listen to the channels of the service; they may publish nothing. */
final class KnownChannels implements SecurityPolicy {
    /** What a server fails with that is asked for a channel it does not know. */
    static final class UnknownChannelException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownChannelException(String channel) {
            super("Unknown channel " + channel);
        }
    }

    private final Set<String> channels;

    KnownChannels(Set<String> channels) {
        this.channels = channels;
    }

    @Override
    public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
        return true;
    }

    @Override
    public void canCreate(
            BayeuxServer server,
            ServerSession session,
            String channelId,
            ServerMessage message,
            Promise<Boolean> promise) {
        if (Channel.META_SUBSCRIBE.equals(message.getChannel())) {
            promise.fail(new UnknownChannelException(channelId));
        } else {
            promise.succeed(false);
        }
    }

    @Override
    public void canSubscribe(
            BayeuxServer server,
            ServerSession session,
            ServerChannel channel,
            ServerMessage message,
            Promise<Boolean> promise) {
        if (channels.contains(channel.getId())) {
            promise.succeed(true);
        } else {
            promise.fail(new UnknownChannelException(channel.getId()));
        }
    }

    @Override
    public boolean canPublish(
            BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
        return false;
    }
}
