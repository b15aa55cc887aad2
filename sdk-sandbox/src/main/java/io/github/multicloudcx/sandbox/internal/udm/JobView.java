package io.github.multicloudcx.sandbox.internal.udm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.time.Instant;

/** Jobs as the JSON of one generation. */
final class JobView {
    private final Generation generation;
    private final UdmSettings settings;

    JobView(Generation generation, UdmSettings settings) {
        this.generation = generation;
        this.settings = settings;
    }

    Generation generation() {
        return generation;
    }

    /** All that can be told about a job; {@link #shaped} makes an answer of it. */
    ObjectNode info(ExportJob job, Instant now) {
        JobDefinition definition = job.definition();
        ObjectNode info = Json.object().put("id", job.id());
        info.put("type", definition.type()).put("source", definition.source()).put("title", definition.title());
        putUnlessEmpty(info, "fileSplitSize", definition.splitSize());
        job.fileName().ifPresent(name -> info.put("fileName", name).put("fileSize", job.fileSize()));
        info.put("status", job.status(now)).put("createdDate", Dates.write(job.created()));
        putUnlessEmpty(info, "dateFrom", definition.dateFrom());
        putUnlessEmpty(info, "dateTo", definition.dateTo());
        putUnlessEmpty(info, "description", job.description());
        definition.media().forEach(info.putArray("media")::add);
        info.put("progress", job.progression().percent(now));
        job.parentId().ifPresent(parent -> info.put("parentId", parent));
        return info.put("exportAttachments", definition.attachments());
    }

    /** The form in which this generation, or a test that wants to see the other one, has a record. */
    ObjectNode shaped(ObjectNode info) {
        if (settings.idsAsStrings()) {
            info.put("id", info.path("id").asText());
        }
        if (settings.statusOmitted()) {
            info.remove("status");
        }
        if (settings.fileNameInLowerCase() && info.has("fileName")) {
            info.set("filename", info.remove("fileName"));
        }
        if (!generation.asksForAttachments()) {
            info.remove("exportAttachments");
        }
        return info;
    }

    /** What is answered to the question for one job. */
    ObjectNode single(ExportJob job, Instant now) {
        return generation.answersDefinition(settings.jobShape()) ? definition(job) : shaped(info(job, now));
    }

    /** What is answered when a job was suspended or resumed. */
    ObjectNode suspension(ExportJob job, Instant now) {
        if (!generation.suspendsWithStatus(settings.suspendShape())) {
            return shaped(info(job, now));
        }
        ObjectNode envelope = Json.object();
        ObjectNode status = envelope.putObject("status").put("code", 0);
        status.putObject("detail");
        status.put("message", "successful");
        return envelope;
    }

    private ObjectNode definition(ExportJob job) {
        ObjectNode definition = Json.object();
        if (settings.definitionIdEmpty()) {
            definition.put("id", "");
        } else if (settings.idsAsStrings()) {
            definition.put("id", Long.toString(job.id()));
        } else {
            definition.put("id", job.id());
        }
        definition.setAll(job.definition().v4());
        boolean suspended = job.progression().suspended();
        return settings.suspendedAsBoolean()
                ? definition.put("suspended", suspended)
                : definition.put("suspended", Boolean.toString(suspended));
    }

    ObjectNode progress(ExportJob job, Instant now) {
        ObjectNode progress = Json.object().put("progress", job.progression().percent(now));
        return settings.statusOmitted() ? progress : progress.put("status", job.status(now));
    }

    private static void putUnlessEmpty(ObjectNode info, String field, String value) {
        if (!value.isEmpty()) {
            info.put(field, value);
        }
    }
}
