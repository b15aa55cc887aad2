package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that the reference leaves in doubt, in each documented form. */
class AnswerShapesTest {
    private static final List<String> GENERATIONS = List.of("/udm/v10", "/udm/v4", "/data-download/v4");
    private static final String SUCCESSFUL = "{\"status\":{\"code\":0,\"detail\":{},\"message\":\"successful\"}}";

    private final Sandbox sandbox = Jobs.sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String send(String method, String path) {
        var response = Web.signedIn(sandbox).text(method, path, BodyPublishers.noBody());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private JsonNode job(String base, long id) {
        return Web.json(send("GET", base + "/export/jobs/" + id));
    }

    /** What suspending and then resuming a new job answers. */
    private List<String> suspension(String base) {
        long id = Jobs.create(sandbox, Jobs.contacts("a"));
        return List.of(
                send("POST", base + "/export/jobs/suspend/" + id), send("POST", base + "/export/jobs/resume/" + id));
    }

    private List<String> statuses(String base) {
        return suspension(base).stream()
                .map(answer -> Web.json(answer).path("status").asText())
                .toList();
    }

    @Test
    void suspending_answers_what_the_reference_of_the_service_says() {
        assertThat(suspension("/udm/v4")).containsExactly(SUCCESSFUL, SUCCESSFUL);
        assertThat(statuses("/data-download/v4")).containsExactly("SUSPENDED", "RUNNING");
        assertThat(statuses("/udm/v10")).containsExactly("SUSPENDED", "RUNNING");
    }

    @Test
    void suspending_can_answer_a_status_in_both_services_of_v4() {
        sandbox.udm().suspendShape(SuspendShape.STATUS);

        assertThat(suspension("/udm/v4")).containsExactly(SUCCESSFUL, SUCCESSFUL);
        assertThat(suspension("/data-download/v4")).containsExactly(SUCCESSFUL, SUCCESSFUL);
        assertThat(statuses("/udm/v10")).containsExactly("SUSPENDED", "RUNNING");
    }

    @Test
    void suspending_can_answer_the_job_in_both_services_of_v4() {
        sandbox.udm().suspendShape(SuspendShape.JOB_INFO);

        for (String base : GENERATIONS) {
            assertThat(statuses(base)).containsExactly("SUSPENDED", "RUNNING");
        }
    }

    @Test
    void one_job_of_v4_is_its_definition_in_udm() {
        String body = Jobs.v4("weekly").replace("\"title\"", "\"fileSplitSize\":\"8\",\"description\":\"d\",\"title\"");
        long id = Jobs.create(sandbox, "/udm/v4", body);

        JsonNode definition = job("/udm/v4", id);

        assertThat(definition).isEqualTo(Web.json("""
                {"id":1,"source":"UCS","title":"weekly","timeFrame":{"dateFrom":"2026-01-01"},"fileSplitSize":"8",
                 "description":"d","schedulerParam":{"immediately":true},
                 "jobParams":{"type":"Contact","media":["chat","email"]},"suspended":"false"}
                """));
    }

    @Test
    void a_definition_of_v4_leaves_out_what_only_v10_knows() {
        String parameters =
                "{\"type\":\"Interaction\",\"media\":[],\"exportAttachments\":true,\"fileSplitSize\":\"8\"}";
        long id = Jobs.create(sandbox, Jobs.body("a", Jobs.NOW, parameters, true));

        JsonNode definition = job("/udm/v4", id);

        assertThat(definition.has("type")).isFalse();
        assertThat(definition.path("jobParams"))
                .isEqualTo(Web.json("{\"fileSplitSize\":\"8\",\"type\":\"Interaction\",\"media\":[]}"));
        assertThat(definition.path("suspended").textValue()).isEqualTo("true");
    }

    @Test
    void one_job_of_v4_is_a_record_in_data_download() {
        long id = Jobs.create(sandbox, "/data-download/v4", Jobs.v4("weekly"));

        assertThat(job("/data-download/v4", id).path("status").asText()).isEqualTo("RUNNING");
        assertThat(job("/udm/v10", id).path("status").asText()).isEqualTo("RUNNING");
    }

    @Test
    void one_job_of_v4_can_be_either_in_both_services() {
        long id = Jobs.create(sandbox, "/udm/v4", Jobs.v4("weekly"));

        sandbox.udm().jobShape(JobShape.DEFINITION);
        assertThat(job("/data-download/v4", id).has("schedulerParam")).isTrue();
        assertThat(job("/udm/v4", id).has("schedulerParam")).isTrue();
        assertThat(job("/udm/v10", id).has("schedulerParam")).isFalse();

        sandbox.udm().jobShape(JobShape.JOB_INFO);
        for (String base : GENERATIONS) {
            assertThat(job(base, id).path("status").asText()).isEqualTo("RUNNING");
        }
    }

    @Test
    void the_id_of_a_definition_can_be_a_string_or_empty() {
        long id = Jobs.create(sandbox, "/udm/v4", Jobs.v4("weekly"));

        sandbox.udm().idsAsStrings(true);
        assertThat(job("/udm/v4", id).path("id").textValue()).isEqualTo("1");

        sandbox.udm().emptyDefinitionIds(true);
        assertThat(job("/udm/v4", id).path("id").textValue()).isEmpty();
        assertThat(job("/udm/v10", id).path("id").textValue()).isEqualTo("1");
    }

    @Test
    void suspended_of_a_definition_can_be_a_boolean() {
        long id = Jobs.create(sandbox, "/udm/v4", Jobs.v4("weekly"));
        sandbox.udm().suspendedAsBoolean(true);

        assertThat(job("/udm/v4", id).path("suspended").isBoolean()).isTrue();
    }

    @Test
    void the_file_name_of_a_record_can_be_in_lower_case_and_is_still_filtered_and_ordered_by() {
        Jobs.finish(sandbox, Jobs.contacts("a"));
        Jobs.finish(sandbox, Jobs.contacts("b"));
        sandbox.udm().lowerCaseFileName(true);

        for (String base : GENERATIONS) {
            JsonNode page = Web.json(send("GET", base + "/export/history?orderField=fileName&descAsc=true"));
            assertThat(page.at("/items/0/filename").asText()).isEqualTo("UCS-Contact-2.smime");
            assertThat(page.at("/items/0").has("fileName")).isFalse();
            JsonNode found = Web.json(send("GET", base + "/export/history?fileName=Contact-1"));
            assertThat(found.path("count").asInt()).isEqualTo(1);
        }
    }

    @Test
    void a_record_without_status_is_still_found_by_it() {
        Jobs.finish(sandbox, Jobs.contacts("a"));
        sandbox.udm().omitStatus(true);

        JsonNode page = Web.json(send("GET", "/udm/v10/export/history?status=COMPLETED"));

        assertThat(page.path("count").asInt()).isEqualTo(1);
        assertThat(page.at("/items/0").has("status")).isFalse();
    }

    @Test
    void missing_files_can_go_without_a_name_in_v10() {
        sandbox.udm().omitMissingFileNames(true);

        var response = Web.signedIn(sandbox).get("/udm/v10/files?filename=x.smime");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{}");
    }
}
