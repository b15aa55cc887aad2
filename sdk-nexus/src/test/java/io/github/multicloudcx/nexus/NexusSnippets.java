package io.github.multicloudcx.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Upload;
import io.github.multicloudcx.nexus.messaging.Channel;
import io.github.multicloudcx.nexus.messaging.ChannelCredentials;
import io.github.multicloudcx.nexus.messaging.InboundMessage;
import io.github.multicloudcx.nexus.messaging.UploadedMedia;
import io.github.multicloudcx.nexus.openmedia.CreatedInteraction;
import io.github.multicloudcx.nexus.openmedia.OpenMedia;
import io.github.multicloudcx.nexus.securemail.SecureMail;
import io.github.multicloudcx.nexus.securemail.SecureMailStatus;
import io.github.multicloudcx.nexus.securemail.SentSecureMail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The snippets of docs/nexus.md, which NexusGuideTest runs. */
final class NexusSnippets {
    final List<JsonNode> shown = new ArrayList<>();
    private final NexusClient nexus;

    NexusSnippets(NexusClient nexus) {
        this.nexus = nexus;
    }

    private void show(JsonNode json) {
        shown.add(json);
    }

    void unread() {
        List<SecureMail> unread = nexus
                .secureMails()
                .list("consumer@example.com")
                .securebox("Billing")
                .status(SecureMailStatus.UNREAD)
                .stream()
                .toList();
        for (SecureMail mail : unread) {
            show(nexus.secureMails().getAndMarkRead(mail.id()).execute().json());
        }
    }

    SentSecureMail send() {
        SentSecureMail sent = nexus.secureMails()
                .send(Map.of("from", "consumer@example.com", "subject", "My bill", "text", "Why two of them?"))
                .securebox("Billing")
                .call()
                .execute();
        return sent;
    }

    CreatedInteraction create() {
        OpenMedia cases = nexus.openMedia("cases");
        CreatedInteraction created = cases.create()
                .externalId("case-4711")
                .userData("priority", 1)
                .returnExisting()
                .call()
                .execute();
        return created;
    }

    void doors(OpenMedia cases, String interactionId) {
        JsonNode bySystem = cases.byId(interactionId).get().execute();
        JsonNode byOurs = cases.byExternalId("case-4711").get().execute();
        cases.byExternalId("case-4711")
                .update()
                .change("priority", 2)
                .delete("draft")
                .call()
                .execute();
        cases.byExternalId("case-4711").stop().reasonSystemName("solved").call().execute();
        show(bySystem);
        show(byOurs);
    }

    List<String> hello(String contactCenterId, String appSecret) {
        Channel sms = nexus.channel("0123456789", ChannelCredentials.of(contactCenterId, appSecret));
        InboundMessage hello = InboundMessage.text("hello").from("16504661149").to("0123456789");
        List<String> ids = sms.send(hello).execute().ids();
        return ids;
    }

    ApiResponse<Path> picture(Channel sms, Path path, Path target) {
        UploadedMedia picture =
                sms.upload(Upload.file(path).contentType("image/png")).execute();
        InboundMessage message = InboundMessage.ofType("RichMedia")
                .from("16504661149")
                .to("0123456789")
                .with("text", "a picture")
                .with("url", picture.url());
        sms.send(message).execute();
        ApiResponse<Path> saved = sms.download(picture.mediaId()).to(target).executeForResponse();
        sms.deleteMedia(picture.mediaId()).execute();
        return saved;
    }
}
