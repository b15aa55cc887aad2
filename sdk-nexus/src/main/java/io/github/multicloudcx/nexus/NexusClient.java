package io.github.multicloudcx.nexus;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.nexus.internal.DefaultNexusClient;
import io.github.multicloudcx.nexus.messaging.Channel;
import io.github.multicloudcx.nexus.messaging.ChannelCredentials;
import io.github.multicloudcx.nexus.openmedia.OpenMedia;
import io.github.multicloudcx.nexus.securemail.SecureMails;

/**
 * Nexus API v3: secure email, open media and third-party messaging. What Nexus sends to the application is in the package
 * {@code io.github.multicloudcx.nexus.webhook}.
 *
 * <pre>{@code
 * NexusClient nexus = NexusClient.create(cx);
 * Channel sms = nexus.channel("0123456789", ChannelCredentials.of(contactCenterId, appSecret));
 * sms.send(InboundMessage.text("hello").from("16504661149").to("0123456789")).execute();
 * }</pre>
 */
public interface NexusClient {
    /**
     * Makes the client of a connection.
     *
     * @param cx the connection
     * @return the client
     * @throws IllegalArgumentException when the connection has no base URL for this API
     */
    static NexusClient create(CxClient cx) {
        return new DefaultNexusClient(cx);
    }

    /**
     * Returns the calls for secure email; see "Secure Email" ({@code /securemail}).
     *
     * @return secure emails, under the credentials of the connection
     */
    SecureMails secureMails();

    /**
     * Returns the calls for an open media service; see "Open Media" ({@code /openmedia/{openMediaService}}).
     *
     * @param service name that identifies the open media service
     * @return its interactions, under the credentials of the connection
     * @throws IllegalArgumentException when the name is blank
     */
    OpenMedia openMedia(String service);

    /**
     * Returns a channel of third-party messaging; see "Third-Party Messaging" ({@code /channels/{channelId}}). Its requests
     * are signed with the app secret of the channel, in place of the credentials of the connection.
     *
     * @param channelId id of the channel, for example a phone number or a mail domain
     * @param credentials contact center id and app secret
     * @return the channel
     * @throws IllegalArgumentException when the id is blank
     */
    Channel channel(String channelId, ChannelCredentials credentials);
}
