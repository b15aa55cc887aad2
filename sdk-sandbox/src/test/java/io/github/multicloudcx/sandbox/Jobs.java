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

    static String scheduled(String schedule) {
        return body("scheduled", schedule, "{\"type\":\"Contact\",\"media\":[]}", false);
    }

    /** Creates a job and gives its id. */
    static long create(Sandbox sandbox, String body) {
        var response = Web.signedIn(sandbox).postJson("/udm/v10/export/jobs", body);
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
