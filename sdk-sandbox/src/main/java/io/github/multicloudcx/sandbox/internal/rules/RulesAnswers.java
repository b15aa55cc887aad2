package io.github.multicloudcx.sandbox.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.RulesGeneration;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers in the form of the generation in use. */
final class RulesAnswers {
    private static final int UNPROCESSABLE = 422;

    private final RulesSettings settings;

    RulesAnswers(RulesSettings settings) {
        this.settings = settings;
    }

    Answer session(int status, String token) {
        String written = settings.brokenTokens ? token.substring(0, 8) + "\n  " + token.substring(8) : token;
        return Answer.json(status, Json.object().put("apiToken", written).put("lastLogin", 0));
    }

    /** Code and message of a refused session; the login page has numbers for codes. */
    Answer refusedSession(int status, int code, String message) {
        ObjectNode body = Json.object().put("message", "Validation Failed");
        body.putArray("errors").addObject().put("code", code).put("message", message);
        return Answer.json(status, body);
    }

    Answer refusedField(int code, String field, String message) {
        ObjectNode body = Json.object().put("message", "Validation Failed");
        ObjectNode error = body.putArray("errors").addObject();
        if (settings.numericCodes) {
            error.put("code", code);
        } else {
            error.put("code", Integer.toString(code));
        }
        error.put("field", field).put("message", message);
        return Answer.json(UNPROCESSABLE, body);
    }

    Answer refusedPackage(List<String> messages) {
        ObjectNode body = Json.object().put("message", "Package Validation Failed");
        ArrayNode errors = body.putArray("errors");
        messages.forEach(message -> errors.addObject().put("message", message));
        return Answer.json(UNPROCESSABLE, body);
    }

    Answer list(String key, ArrayNode items, boolean bare) {
        JsonNode body = bare ? items : Json.object().set(key, items);
        return Answer.json(200, body);
    }

    ObjectNode snapshot(RulesSnapshot snapshot) {
        ObjectNode json = Json.object();
        if (!settings.snapshotsWithoutId) {
            json.put("snapshotId", snapshot.id());
        }
        json.put("name", snapshot.name()).put("comment", snapshot.comment());
        return time(json, "createDate", snapshot.created());
    }

    ObjectNode entry(RulesDeployment each, Instant now) {
        boolean old = settings.generation == RulesGeneration.V8_5_300;
        ObjectNode json = Json.object().put("deploymentId", each.id).put("packageVersion", each.undeploys ? 0 : 1);
        json.put(settings.capitalSnapShotName ? "snapShotName" : "snapshotName", each.snapshot);
        json.put(old ? "deployedTo" : "target", each.target).put("deployedBy", each.user);
        if (!old) {
            json.put("deployedFrom", each.undeploys ? null : "GRAT_INSTANCE_1");
        }
        json.put("comments", each.comments);
        time(json, old ? "deployScheduleDateTime" : "deployScheduledDateTime", each.due);
        json.put("status", each.status(now));
        if (settings.generation == RulesGeneration.V8_5_303) {
            json.put("operation", each.undeploys ? "UNDEPLOYED" : "DEPLOYED");
        }
        return json;
    }

    ObjectNode started(RulesDeployment each) {
        ObjectNode json = Json.object().put("target", each.target).put("deploymentId", each.id);
        if (!each.undeploys) {
            json.put(settings.capitalSnapShotName ? "snapShotName" : "snapshotName", each.snapshot);
        }
        json.put("comments", each.comments);
        return each.scheduled ? time(json, "deployScheduleDateTime", each.due) : json;
    }

    private ObjectNode time(ObjectNode json, String name, @Nullable Instant time) {
        if (time == null) {
            return json;
        }
        return switch (settings.dates) {
            case MILLISECONDS -> json.put(name, time.toEpochMilli());
            case NUMERIC_TEXT -> json.put(name, Long.toString(time.toEpochMilli()));
            case ISO_8601 ->
                json.put(name, Instant.ofEpochMilli(time.toEpochMilli()).toString());
        };
    }
}
