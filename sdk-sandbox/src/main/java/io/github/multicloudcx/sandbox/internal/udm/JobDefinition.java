package io.github.multicloudcx.sandbox.internal.udm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A job as it was asked for. */
final class JobDefinition {
    private final JsonNode body;

    JobDefinition(JsonNode body) {
        this.body = body;
    }

    /** What makes the definition unusable although it is valid against the schema. */
    Optional<String> problem() {
        String start = schedule("startDate");
        if (!start.isEmpty() && Dates.read(start).isEmpty()) {
            return Optional.of("schedulerParam.startDate is not a date: " + start);
        }
        if (!cron().isEmpty() && CronSchedule.parse(cron()).isEmpty()) {
            return Optional.of("schedulerParam.cron is not a cron expression: " + cron());
        }
        if (!splitSize().isEmpty() && FileSplit.bytes(splitSize()).isEmpty()) {
            return Optional.of("jobParams.fileSplitSize is not a size: " + splitSize());
        }
        return Optional.empty();
    }

    String title() {
        return body.path("title").asText();
    }

    String source() {
        return body.path("source").asText();
    }

    String type() {
        return body.path("type").asText();
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

    /** Kind of the exported records, for example Contact. */
    String entity() {
        return parameters().path("type").asText();
    }

    List<String> media() {
        List<String> media = new ArrayList<>();
        parameters().path("media").forEach(medium -> media.add(medium.asText()));
        return media;
    }

    String splitSize() {
        return parameters().path("fileSplitSize").asText();
    }

    boolean attachments() {
        return parameters().path("exportAttachments").asBoolean();
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

    private JsonNode parameters() {
        return body.path("jobParams");
    }
}
