package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.ByteRange;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.http.Multipart;
import io.github.multicloudcx.sandbox.internal.http.Payload;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The media files of all channels. */
final class Media {
    private static final String PART = "file";

    private final NexusSettings settings;
    private final Map<String, Stored> files = new ConcurrentHashMap<>();

    Media(NexusSettings settings) {
        this.settings = settings;
    }

    private record Stored(String channelId, String id, String name, String type, byte[] content) {
        ObjectNode json() {
            ObjectNode body = Json.envelope(0, "OK");
            body.putObject("data")
                    .put("mediaId", id)
                    .put("url", "genesys://nexus/" + id)
                    .put("filename", name)
                    .put("mimetype", type)
                    .put("length", content.length);
            return body;
        }

        ByteRange.Entity entity() {
            return new ByteRange.Entity(Payload.of(content), type, "\"" + id + "\"");
        }
    }

    Answer upload(MessageChannel channel, Invocation invocation) {
        Optional<Multipart> multipart = Multipart.parse(invocation.exchange());
        if (multipart.isEmpty() || !multipart.get().parts().containsKey(PART)) {
            return Answer.error(400, "There is no part called file");
        }
        String type = multipart.get().contentType(PART, "application/octet-stream");
        if (settings.refuses(type)) {
            return Answer.error(415, "Media type " + type + " is not supported");
        }
        Stored stored = new Stored(
                channel.id(),
                UUID.randomUUID().toString(),
                multipart.get().fileName(PART, "file"),
                type,
                multipart.get().parts().get(PART));
        files.put(stored.id(), stored);
        return Answer.json(200, stored.json());
    }

    Answer download(MessageChannel channel, Invocation invocation) {
        return find(channel, invocation)
                .map(stored -> ByteRange.answer(
                        stored.entity(),
                        invocation.exchange().headers(),
                        Answer.error(416, "The requested range is not satisfiable")))
                .orElseGet(Media::missing);
    }

    Answer delete(MessageChannel channel, Invocation invocation) {
        return find(channel, invocation)
                .map(stored -> {
                    files.remove(stored.id());
                    return Answer.json(200, stored.json());
                })
                .orElseGet(Media::missing);
    }

    private Optional<Stored> find(MessageChannel channel, Invocation invocation) {
        return Optional.ofNullable(files.get(invocation.path("mediaId")))
                .filter(stored -> stored.channelId().equals(channel.id()));
    }

    private static Answer missing() {
        return Answer.error(404, "Media not found");
    }

    List<String> ids(String channelId) {
        return files.values().stream()
                .filter(stored -> stored.channelId().equals(channelId))
                .map(Stored::id)
                .sorted()
                .toList();
    }
}
