package io.github.multicloudcx.sandbox.internal.udm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A job as it was asked for. */
final class JobDefinition {
    private final JsonNode body;
    private final Generation generation;

    JobDefinition(JsonNode body, Generation generation) {
        this.body = body;
        this.generation = generation;
    }

    /** Through which the job was made, whichever changed it since. */
    Generation generation() {
        return generation;
    }

    /** What makes the definition unusable although it is valid against the schema. */
    Optional<String> problem() {
        if (body.isEmpty()) {
            return Optional.of("There is no job definition");
        }
        String suspended = body.path("suspended").asText("false");
        if (!suspended.matches("true|false")) {
            return Optional.of("suspended is neither true nor false: " + suspended);
        }
        String start = schedule("startDate");
        if (!start.isEmpty() && Dates.read(start).isEmpty()) {
            return Optional.of("schedulerParam.startDate is not a date: " + start);
        }
        if (!cron().isEmpty() && CronSchedule.parse(cron()).isEmpty()) {
            return Optional.of("schedulerParam.cron is not a cron expression: " + cron());
        }
        if (!splitSize().isEmpty() && FileSplit.bytes(splitSize()).isEmpty()) {
            return Optional.of("fileSplitSize is not a size: " + splitSize());
        }
        return Optional.empty();
    }

    String title() {
        return body.path("title").asText();
    }

    String source() {
        return body.path("source").asText();
    }

    /** The older versions have no type when a job is created: it is that of the source then. */
    String type() {
        return body.path("type").asText(source());
    }

    String description() {
        return body.path("description").asText();
    }

    String dateFrom() {
        return body.path("timeFrame").path("dateFrom").asText();
    }

    String dateTo() {
        return body.path("timeFrame").path("dateTo").asText();
    }

    /** Kinds of the exported records, for example Contact; several stand between commas. */
    List<String> entities() {
        return Stream.of(parameters().path("type").asText().split(",", -1))
                .map(String::strip)
                .toList();
    }

    List<String> media() {
        List<String> media = new ArrayList<>();
        parameters().path("media").forEach(medium -> media.add(medium.asText()));
        return media;
    }

    /** The older versions know it in two places. */
    String splitSize() {
        return parameters()
                .path("fileSplitSize")
                .asText(body.path("fileSplitSize").asText());
    }

    boolean attachments() {
        return parameters().path("exportAttachments").asBoolean(!generation.asksForAttachments());
    }

    boolean suspended() {
        return body.path("suspended").asBoolean();
    }

    String cron() {
        return immediately() ? "" : schedule("cron");
    }

    /** How often a repeated job runs. */
    long runs() {
        String runs = schedule("runs");
        return runs.matches("\\d{1,9}") ? Long.parseLong(runs) : Long.MAX_VALUE;
    }

    /** When the job starts, or, when it is repeated, when its schedule does. */
    Instant start(Instant now) {
        Optional<Instant> start = Dates.read(schedule("startDate"));
        if (immediately()) {
            return now;
        }
        if (start.isPresent()) {
            return start.get();
        }
        boolean told = body.path("schedulerParam").has("immediately");
        return told && cron().isEmpty() ? Instant.MAX : now;
    }

    String scheduleType() {
        if (!cron().isEmpty()) {
            return "cron";
        }
        return schedule("startDate").isEmpty() || immediately() ? "immediately" : "startDate";
    }

    private boolean immediately() {
        return body.path("schedulerParam").path("immediately").asBoolean();
    }

    private String schedule(String field) {
        return body.path("schedulerParam").path(field).asText();
    }

    /** The definition as v4 knows it, but for the id and the state. */
    ObjectNode v4() {
        ObjectNode definition = Json.object();
        copy(body, definition, "source", "title", "timeFrame", "fileSplitSize", "description", "schedulerParam");
        copy(parameters(), definition.putObject("jobParams"), "fileSplitSize", "type", "media");
        return definition;
    }

    private static void copy(JsonNode from, ObjectNode to, String... fields) {
        for (String field : fields) {
            if (from.has(field)) {
                to.set(field, from.get(field));
            }
        }
    }

    private JsonNode parameters() {
        return body.path("jobParams");
    }
}
