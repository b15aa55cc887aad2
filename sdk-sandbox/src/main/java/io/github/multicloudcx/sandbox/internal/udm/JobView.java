package io.github.multicloudcx.sandbox.internal.udm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.time.Instant;

/** Jobs as JSON. */
final class JobView {
    private final UdmSettings settings;

    JobView(UdmSettings settings) {
        this.settings = settings;
    }

    ObjectNode info(ExportJob job, Instant now) {
        JobDefinition definition = job.definition();
        ObjectNode info = Json.object();
        putId(info, job.id());
        info.put("type", definition.type()).put("source", definition.source()).put("title", definition.title());
        putUnlessEmpty(info, "fileSplitSize", definition.splitSize());
        job.fileName().ifPresent(name -> info.put("fileName", name).put("fileSize", job.fileSize()));
        if (!settings.statusOmitted()) {
            info.put("status", job.status(now));
        }
        info.put("createdDate", Dates.write(job.created()));
        putUnlessEmpty(info, "dateFrom", definition.dateFrom());
        putUnlessEmpty(info, "dateTo", definition.dateTo());
        putUnlessEmpty(info, "description", job.description());
        definition.media().forEach(info.putArray("media")::add);
        info.put("progress", job.progression().percent(now));
        job.parentId().ifPresent(parent -> info.put("parentId", parent));
        return info.put("exportAttachments", definition.attachments());
    }

    ObjectNode progress(ExportJob job, Instant now) {
        ObjectNode progress = Json.object().put("progress", job.progression().percent(now));
        return settings.statusOmitted() ? progress : progress.put("status", job.status(now));
    }

    private void putId(ObjectNode info, long id) {
        if (settings.idsAsStrings()) {
            info.put("id", Long.toString(id));
        } else {
            info.put("id", id);
        }
    }

    private static void putUnlessEmpty(ObjectNode info, String field, String value) {
        if (!value.isEmpty()) {
            info.put(field, value);
        }
    }
}
