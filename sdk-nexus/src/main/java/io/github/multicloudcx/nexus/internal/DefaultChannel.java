package io.github.multicloudcx.nexus.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Download;
import io.github.multicloudcx.core.Upload;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.messaging.Channel;
import io.github.multicloudcx.nexus.messaging.ChannelCredentials;
import io.github.multicloudcx.nexus.messaging.InboundMessage;
import io.github.multicloudcx.nexus.messaging.SentMessages;
import io.github.multicloudcx.nexus.messaging.UploadedMedia;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record DefaultChannel(Api api, String id, ChannelCredentials credentials) implements Channel {
    private static final String MEDIA = "/channels/{channelId}/media";

    /** A picture is no JSON; an error is. */
    private static final String ANYTHING = "application/json, */*";

    @Override
    public Call<SentMessages> send(Collection<InboundMessage> messages) {
        List<JsonNode> sent = InboundMessages.checked(messages);
        return signed(api.post("/channels/{channelId}/messages"))
                .json(Map.of("messages", sent))
                .returningJson()
                .map(data -> new SentMessages(ids(data.path("ids"))));
    }

    /** Texts per the sample, objects per the reference. What is neither is no reason to take an accepted message for lost. */
    private static List<String> ids(JsonNode ids) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : ids) {
            JsonNode id = element.isObject() ? element.path("id") : element;
            if (id.isValueNode() && !id.isNull()) {
                texts.add(id.asText());
            }
        }
        return texts;
    }

    @Override
    public Call<UploadedMedia> upload(Upload file) {
        if (!Require.present(file, "file").repeatable()) {
            throw new IllegalArgumentException("file must be a file or bytes, not a stream:"
                    + " it is read twice, because its signature goes ahead of it");
        }
        return signed(api.post(MEDIA))
                .advice(415, "the channel does not take this media type; see Upload.contentType")
                .multipart("file", file)
                .returning(UploadedMedia.class);
    }

    @Override
    public Download download(String mediaId) {
        return media(api.get(MEDIA + "/{mediaId}"), mediaId)
                .header("Accept", ANYTHING)
                .download();
    }

    @Override
    public Call<@Nullable Void> deleteMedia(String mediaId) {
        return media(api.delete(MEDIA + "/{mediaId}"), mediaId).returningNothing();
    }

    private ApiRequest media(ApiRequest request, String mediaId) {
        return signed(request)
                .path("mediaId", mediaId)
                .advice(404, "there is no channel of this id, or no media of this id in it");
    }

    private ApiRequest signed(ApiRequest request) {
        return request.path("channelId", id)
                .header("x-ccid", credentials.contactCenterId())
                .authorizedBy(new ChannelSigner(credentials.signature()))
                .advice(
                        401,
                        "check the app secret of the channel; a file that changes while it is uploaded does not fit either")
                .advice(403, "check the contact center id, and that the channel belongs to it")
                .advice(404, "there is no channel of this id");
    }

    @Override
    public String toString() {
        return "Channel";
    }
}
