package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportJobTest {
    private static final String JOBS = "/udm/v10/export/jobs";

    private final Sandbox sandbox = Jobs.sandbox();
    private final Web web = Web.signedIn(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode job(long id) {
        return Web.json(Web.signedIn(sandbox).get(JOBS + "/" + id));
    }

    private String status(long id) {
        return job(id).path("status").asText();
    }

    @Test
    void is_refused_before_a_certificate_is_uploaded() {
        try (Sandbox empty = Sandbox.start()) {
            HttpResponse<String> response = Web.signedIn(empty).postJson(JOBS, Jobs.contacts("early"));

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("certificate");
            empty.assertNoViolations();
        }
    }

    @Test
    void answers_its_record_when_accepted() {
        HttpResponse<String> response = web.postJson(JOBS, Jobs.contacts("weekly"));

        assertThat(response.statusCode()).isEqualTo(202);
        JsonNode info = Web.json(response);
        assertThat(info.path("id").asLong()).isEqualTo(1);
        assertThat(info.path("title").asText()).isEqualTo("weekly");
        assertThat(info.path("createdDate").asText()).isEqualTo("2026-01-05T10:00:00.000Z");
        assertThat(info.path("dateFrom").asText()).isEqualTo("2026-01-01");
        assertThat(info.path("media")).hasSize(2);
        assertThat(info.has("fileName")).isFalse();
        assertThat(info.has("dateTo")).isFalse();
    }

    @Test
    void runs_on_the_clock_and_names_its_file_at_the_end() {
        long id = Jobs.create(sandbox, Jobs.contacts("a"));
        assertThat(status(id)).isEqualTo("RUNNING");

        sandbox.clock().advance(Duration.ofSeconds(1));
        assertThat(job(id).path("progress").asInt()).isEqualTo(25);
        assertThat(job(id).has("fileName")).isFalse();

        sandbox.clock().advance(Duration.ofSeconds(3));
        assertThat(status(id)).isEqualTo("COMPLETED");
        assertThat(job(id).path("progress").asInt()).isEqualTo(100);
        assertThat(job(id).path("fileName").asText()).isEqualTo("UCS-Contact-1.smime");
        assertThat(job(id).path("fileSize").asInt()).isEqualTo(sandbox.udm().file("UCS-Contact-1.smime").length);
    }

    @Test
    void tells_its_progress() {
        long id = Jobs.create(sandbox, Jobs.contacts("a"));
        sandbox.clock().advance(Duration.ofSeconds(2));

        assertThat(web.get("/udm/v10/export/history/" + id + "/progress").body())
                .isEqualTo("{\"progress\":50,\"status\":\"RUNNING\"}");
    }

    @Test
    void waits_for_its_start_date() {
        long id = Jobs.create(sandbox, Jobs.scheduled("{\"startDate\":\"2026-01-05T11:00:00.000Z\"}"));
        assertThat(status(id)).isEqualTo("SCHEDULED");

        sandbox.clock().advance(Duration.ofHours(1));
        assertThat(status(id)).isEqualTo("RUNNING");

        sandbox.clock().advance(Jobs.RUN);
        assertThat(status(id)).isEqualTo("COMPLETED");
    }

    @Test
    void stays_scheduled_when_it_is_not_immediate_and_has_no_date() {
        long id = Jobs.create(sandbox, Jobs.scheduled("{\"immediately\":false}"));

        sandbox.clock().advance(Duration.ofDays(100));

        assertThat(status(id)).isEqualTo("SCHEDULED");
    }

    @Test
    void with_a_cron_expression_starts_runs_that_name_their_parent() {
        long id = Jobs.create(sandbox, Jobs.scheduled("{\"cron\":\"0 3 * * *\",\"runs\":\"2\"}"));
        sandbox.clock().advance(Duration.ofDays(5));
        Web later = Web.signedIn(sandbox);

        JsonNode history = Web.json(later.get("/udm/v10/export/history?jobId=" + id));

        assertThat(history.path("count").asInt()).isEqualTo(2);
        assertThat(history.at("/items/0/parentId").asLong()).isEqualTo(id);
        assertThat(history.at("/items/0/createdDate").asText()).isEqualTo("2026-01-06T03:00:00.000Z");
        assertThat(history.at("/items/1/createdDate").asText()).isEqualTo("2026-01-07T03:00:00.000Z");
        assertThat(history.at("/items/1/status").asText()).isEqualTo("COMPLETED");
        assertThat(status(id)).isEqualTo("SCHEDULED");
        assertThat(Web.json(later.get(JOBS)).path("count").asInt()).isEqualTo(1);
    }

    @Test
    void is_refused_with_an_unreadable_schedule_or_size() {
        assertThat(web.postJson(JOBS, Jobs.scheduled("{\"startDate\":\"soon\"}"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(web.postJson(JOBS, Jobs.scheduled("{\"cron\":\"whenever\"}")).statusCode())
                .isEqualTo(400);
        String size = "{\"type\":\"Contact\",\"media\":[],\"fileSplitSize\":\"big\"}";
        assertThat(web.postJson(JOBS, Jobs.body("a", Jobs.NOW, size, false)).statusCode())
                .isEqualTo(400);
        sandbox.assertNoViolations();
    }

    @Test
    void created_suspended_it_waits_to_be_resumed() {
        String parameters = "{\"type\":\"Contact\",\"media\":[]}";
        long id = Jobs.create(sandbox, Jobs.body("a", Jobs.NOW, parameters, true));
        sandbox.clock().advance(Duration.ofHours(1));
        assertThat(status(id)).isEqualTo("SUSPENDED");

        assertThat(Web.json(web.post(JOBS + "/resume/" + id)).path("status").asText())
                .isEqualTo("RUNNING");

        sandbox.clock().advance(Jobs.RUN);
        assertThat(status(id)).isEqualTo("COMPLETED");
    }

    @Test
    void suspended_in_the_middle_it_goes_on_from_there() {
        long id = Jobs.create(sandbox, Jobs.contacts("a"));
        sandbox.clock().advance(Duration.ofSeconds(3));

        assertThat(Web.json(web.post(JOBS + "/suspend/" + id)).path("status").asText())
                .isEqualTo("SUSPENDED");
        sandbox.clock().advance(Duration.ofSeconds(30));
        assertThat(job(id).path("progress").asInt()).isEqualTo(75);
        web.post(JOBS + "/resume/" + id);
        sandbox.clock().advance(Duration.ofSeconds(1));

        assertThat(status(id)).isEqualTo("COMPLETED");
    }

    @Test
    void cancelled_it_stays_so_and_makes_no_file() {
        long id = Jobs.create(sandbox, Jobs.contacts("a"));

        HttpResponse<String> response = web.post(JOBS + "/cancel/" + id);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        sandbox.clock().advance(Duration.ofHours(1));
        assertThat(status(id)).isEqualTo("CANCELLED");
        assertThat(sandbox.udm().fileNames()).isEmpty();
    }

    @Test
    void finished_it_cannot_be_cancelled_suspended_or_resumed() {
        long id = Jobs.finish(sandbox, Jobs.contacts("a"));

        for (String verb : new String[] {"cancel", "suspend", "resume"}) {
            assertThat(web.post(JOBS + "/" + verb + "/" + id).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void can_be_changed_until_it_starts() {
        long id = Jobs.create(sandbox, Jobs.scheduled("{\"startDate\":\"2026-01-05T11:00:00Z\"}"));

        HttpResponse<String> response = web.putJson(JOBS + "/" + id, Jobs.contacts("changed"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Web.json(response).path("title").asText()).isEqualTo("changed");
        assertThat(status(id)).isEqualTo("RUNNING");
        assertThat(web.putJson(JOBS + "/" + id, Jobs.contacts("again")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void can_be_deleted_when_it_is_finished() {
        long id = Jobs.create(sandbox, Jobs.contacts("a"));
        assertThat(web.without("Content-Type").delete(JOBS + "/" + id).statusCode())
                .isEqualTo(400);
        sandbox.clock().advance(Jobs.RUN);

        assertThat(web.delete(JOBS + "/" + id).statusCode()).isEqualTo(204);

        assertThat(web.get(JOBS + "/" + id).statusCode()).isEqualTo(404);
        assertThat(web.get("/udm/v10/export/history/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void a_bulk_delete_names_what_it_left() {
        long done = Jobs.finish(sandbox, Jobs.contacts("a"));
        long running = Jobs.create(sandbox, Jobs.contacts("b"));

        HttpResponse<String> response = web.delete(JOBS + "?jobIDs=" + done + "," + running + ",99,x");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("[\"2\",\"99\",\"x\"]");
        assertThat(web.get(JOBS + "/" + done).statusCode()).isEqualTo(404);
    }

    @Test
    void a_bulk_delete_of_finished_jobs_says_nothing() {
        Jobs.create(sandbox, Jobs.contacts("a"));
        Jobs.finish(sandbox, Jobs.contacts("b"));

        assertThat(web.delete(JOBS + "?jobIDs=1,2").statusCode()).isEqualTo(204);
        assertThat(web.get(JOBS).statusCode()).isEqualTo(204);
    }

    @Test
    void what_a_bulk_delete_left_can_be_numbers_or_objects() {
        sandbox.udm().undeletable("7");
        sandbox.udm().undeletedShape(UndeletedShape.NUMBERS);
        assertThat(web.delete(JOBS + "?jobIDs=7").body()).isEqualTo("[7]");

        sandbox.udm().undeletedShape(UndeletedShape.OBJECTS);
        assertThat(web.delete(JOBS + "?jobIDs=7").body()).isEqualTo("[{\"id\":\"7\"}]");
    }

    @Test
    void an_empty_id_in_a_bulk_delete_is_a_bad_request() {
        assertThat(web.delete(JOBS + "?jobIDs=1,,2").statusCode()).isEqualTo(400);
    }

    @Test
    void an_unknown_id_is_not_found_and_a_malformed_one_a_bad_request() {
        assertThat(web.get(JOBS + "/99").statusCode()).isEqualTo(404);
        assertThat(web.get(JOBS + "/abc").statusCode()).isEqualTo(400);
        assertThat(web.post(JOBS + "/cancel/99").statusCode()).isEqualTo(404);
    }

    @Test
    void cannot_be_seen_or_made_by_a_user_without_the_role() {
        SandboxUser agent = SandboxUser.withoutRoles("agent", "secret");
        try (Sandbox strict = Jobs.ready(Sandbox.builder().user(agent))) {
            long id = Jobs.finish(strict, Jobs.contacts("a"));
            Web blind = Web.signedInAs(strict, "agent");

            assertThat(blind.get(JOBS).statusCode()).isEqualTo(204);
            assertThat(blind.get(JOBS + "/" + id).statusCode()).isEqualTo(404);
            assertThat(blind.get("/udm/v10/export/history").statusCode()).isEqualTo(204);
            assertThat(Web.json(blind.get("/udm/v10/file-metadatas"))
                            .path("count")
                            .asInt(-1))
                    .isZero();
            HttpResponse<String> refused = blind.postJson(JOBS, Jobs.contacts("b"));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("\"status\"", SandboxUser.UDM_EXPORTER);
        }
    }

    @Test
    void can_be_controlled_from_behind() {
        long id = Jobs.create(sandbox, Jobs.contacts("a"));
        assertThat(sandbox.udm().jobIds()).containsExactly(id);
        assertThat(sandbox.udm().jobStatus(id)).isEqualTo("RUNNING");

        sandbox.udm().setJobStatus(id, "ARCHIVED");
        assertThat(status(id)).isEqualTo("ARCHIVED");
        sandbox.udm().setJobStatus(id, "FAILED");
        assertThat(web.without("Content-Type").delete(JOBS + "/" + id).statusCode())
                .isEqualTo(204);

        long other = Jobs.create(sandbox, Jobs.contacts("b"));
        sandbox.udm().failJob(other, "disk full");
        assertThat(status(other)).isEqualTo("FAILED");
        assertThat(job(other).path("description").asText()).isEqualTo("disk full");
        assertThatThrownBy(() -> sandbox.udm().jobStatus(99)).isInstanceOf(IllegalArgumentException.class);
    }
}
