package io.github.multicloudcx.sandbox;

import java.time.Duration;
import java.time.Instant;

/** What tests of exports have in common. */
final class Jobs {
    static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    static final Duration RUN = Duration.ofSeconds(4);
    static final String NOW = "{\"immediately\":true}";

    private Jobs() {}

    /** A sandbox on a manual clock with a certificate in use. */
    static Sandbox sandbox() {
        return ready(Sandbox.builder());
    }

    static Sandbox ready(SandboxBuilder builder) {
        Sandbox sandbox = builder.clock(SandboxClock.manual(START)).start();
        sandbox.udm().useCertificate(sandbox.demoCertificate());
        return sandbox;
    }

    static String body(String title, String schedule, String parameters, boolean suspended) {
        return """
                {"suspended":%s,"title":"%s","source":"UCS","type":"UCS","timeFrame":{"dateFrom":"2026-01-01"},
                 "schedulerParam":%s,"jobParams":%s}
                """.formatted(suspended, title, schedule, parameters);
    }

    static String contacts(String title) {
        return body(title, NOW, "{\"type\":\"Contact\",\"media\":[\"chat\",\"email\"]}", false);
    }

    /** A body for v4, which has no type when a job is created and a string for {@code suspended}. */
    static String v4(String title, String schedule, String parameters, String suspended) {
        return body(title, schedule, parameters, true)
                .replace("\"suspended\":true", "\"suspended\":\"" + suspended + "\"")
                .replace("\"type\":\"UCS\",", "");
    }

    static String v4(String title) {
        return v4(title, NOW, "{\"type\":\"Contact\",\"media\":[\"chat\",\"email\"]}", "false");
    }

    /** With the type that {@code /udm} wants when a v4 job is changed. */
    static String withType(String body) {
        return body.replace("\"timeFrame\"", "\"type\":\"UCS\",\"timeFrame\"");
    }

    static String scheduled(String schedule) {
        return body("scheduled", schedule, "{\"type\":\"Contact\",\"media\":[]}", false);
    }

    /** Creates a job and gives its id. */
    static long create(Sandbox sandbox, String body) {
        return create(sandbox, "/udm/v10", body);
    }

    /** Creates a job through a generation of the API and gives its id. */
    static long create(Sandbox sandbox, String base, String body) {
        var response = Web.signedIn(sandbox).postJson(base + "/export/jobs", body);
        if (response.statusCode() != 202) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return Web.json(response).path("id").asLong();
    }

    /** Creates a job and lets it finish. */
    static long finish(Sandbox sandbox, String body) {
        long id = create(sandbox, body);
        sandbox.clock().advance(RUN);
        return id;
    }
}
