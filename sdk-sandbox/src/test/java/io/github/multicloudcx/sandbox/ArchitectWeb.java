package io.github.multicloudcx.sandbox;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/** Requests to Architect. */
final class ArchitectWeb {
    static final String TOKEN = "/api/v2/oauth/token";
    static final String FLOWS = "/api/v2/architect/flows";
    static final String RELOAD = FLOWS + "/reload";
    static final String DEMO = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";

    private ArchitectWeb() {}

    /** With a token for everything, and without the key of the gateway. */
    static Web web(Sandbox sandbox) {
        return with(sandbox, sandbox.architect().accessToken());
    }

    static Web with(Sandbox sandbox, String token) {
        return Web.bare(sandbox).with("Authorization", "Bearer " + token);
    }

    static HttpResponse<String> patch(Web web, String flowId, String body) {
        return web.with("Content-Type", "application/json")
                .text("PATCH", FLOWS + "/" + flowId, BodyPublishers.ofString(body));
    }

    /** Changes the demo flow. */
    static HttpResponse<String> patch(Sandbox sandbox, int version, String settings) {
        return patch(web(sandbox), DEMO, body(version, settings));
    }

    static String body(int version, String settings) {
        return "{\"version\":" + version + ",\"settings\":" + settings + "}";
    }

    static List<String> ids(HttpResponse<String> page) {
        return StreamSupport.stream(Web.json(page).path("entities").spliterator(), false)
                .map(entity -> entity.path("id").asText())
                .toList();
    }
}
