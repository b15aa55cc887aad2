package io.github.multicloudcx.nexus.messaging;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Download;
import io.github.multicloudcx.core.Upload;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel of third-party messaging; see "Third-Party Messaging". Every request carries {@code x-ccid} and
 * {@code X-Hub-Signature}, the HMAC-SHA1 of exactly the bytes that are sent, in place of a token. The webhooks of the other
 * direction are in the package {@code io.github.multicloudcx.nexus.webhook}.
 *
 * <p>A 401 means that the app secret does not fit, a 403 that the contact center may not use the channel, a 404 that there
 * is no such channel.
 */
public interface Channel {
    /**
     * Returns the id of the channel.
     *
     * @return for example a phone number or a mail domain
     */
    String id();

    /**
     * Delivers messages of consumers, or receipts, to Digital Channels; see "Send messages"
     * ({@code POST /channels/{channelId}/messages}). One whose fate is unknown is not sent again: the reference does not say
     * that messages are recognised.
     *
     * @param messages one or more, each with sender and recipient
     * @return the call
     * @throws IllegalArgumentException when a message lacks something, naming it
     */
    Call<SentMessages> send(Collection<InboundMessage> messages);

    /**
     * Delivers one message or receipt as {@link #send(Collection)} does.
     *
     * @param message with sender and recipient
     * @return the call
     * @throws IllegalArgumentException when it lacks something, naming it
     */
    default Call<SentMessages> send(InboundMessage message) {
        return send(List.of(message));
    }

    /**
     * Uploads a media file for a message; see "Upload media" ({@code POST /channels/{channelId}/media}). The file is read
     * twice, for the signature that goes ahead of it and for sending, and never held in memory.
     *
     * @param file a file or bytes; its content type is {@link Upload#contentType(String)}
     * @return the call
     * @throws IllegalArgumentException when the upload is a stream, which can be read once only
     */
    Call<UploadedMedia> upload(Upload file);

    /**
     * Downloads a media file; see "Download media" ({@code GET /channels/{channelId}/media/{mediaId}}). Its media type is the
     * header {@code Content-Type} of {@link Call#executeForResponse()}.
     *
     * @param mediaId id of the media
     * @return the download
     * @throws IllegalArgumentException when the id is blank
     */
    Download download(String mediaId);

    /**
     * Deletes a media file; see "Delete media" ({@code DELETE /channels/{channelId}/media/{mediaId}}).
     *
     * @param mediaId id of the media
     * @return the call
     * @throws IllegalArgumentException when the id is blank
     */
    Call<@Nullable Void> deleteMedia(String mediaId);
}
