package io.github.multicloudcx.sandbox.internal.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/** The documents of an export: file names and their content, one JSON object per line. */
final class Documents {
    private final ExportRequest request;
    private final Map<String, byte[]> documents = new LinkedHashMap<>();

    private Documents(ExportRequest request) {
        this.request = request;
    }

    static Map<String, byte[]> of(ExportRequest request) {
        Documents made = new Documents(request);
        request.entities().forEach(made::add);
        return made.documents;
    }

    private void add(String entity) {
        if (!entity.toLowerCase(Locale.ROOT).contains("interaction")) {
            addLines(entity, Records::contact);
        } else if (request.merged()) {
            addLines(entity, number -> Records.downloadedInteraction(number, request.media()));
            addAttachmentLines(entity);
        } else {
            addInteractions();
        }
    }

    private void addLines(String name, IntFunction<ObjectNode> records) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < request.records(); i++) {
            lines.writeBytes(line(records.apply(i)));
        }
        documents.put(name + "-" + request.jobId() + ".json", lines.toByteArray());
    }

    private void addAttachmentLines(String entity) {
        if (request.attachments()) {
            addLines(entity + "-Attachment", Records::attachment);
        }
    }

    private void addInteractions() {
        List<String> media = request.media();
        for (int i = 0; i < request.records(); i++) {
            ObjectNode interaction = Records.interaction(i, media);
            String name = interaction.path("ixnId").asText();
            documents.put(name + ".json", line(interaction));
            if (request.attachments()) {
                documents.put(name + "-attachment.json", line(Records.attachment(i)));
            }
        }
    }

    private static byte[] line(ObjectNode node) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(Json.bytes(node));
        line.write('\n');
        return line.toByteArray();
    }
}
