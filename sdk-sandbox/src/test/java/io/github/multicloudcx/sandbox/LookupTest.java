package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookupTest {
    private final Sandbox sandbox =
            Sandbox.builder().clock(SandboxClock.manual(Jobs.START)).start();
    private final Web web = Web.signedIn(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode get(String path) {
        return Web.json(web.get("/udm/v10" + path));
    }

    @Test
    void job_statuses_are_those_that_jobs_have() {
        assertThat(get("/data/job-statuses").findValuesAsText("value"))
                .containsExactly("SCHEDULED", "RUNNING", "SUSPENDED", "COMPLETED", "FAILED", "CANCELLED");
    }

    @Test
    void sources_types_sub_types_attributes_and_labels_are_listed() {
        assertThat(get("/data/sources").at("/0/value").asText()).isEqualTo("UCS");
        assertThat(get("/data/types?source=UCS").at("/0/name").asText()).isEqualTo("UCS");
        assertThat(get("/data/sub-types").findValuesAsText("name")).containsExactly("Contact", "Interaction");
        assertThat(get("/data/attributes?entities=Interaction").isArray()).isTrue();
        assertThat(get("/resources/labels").path("status.RUNNING").asText()).isEqualTo("Running");
        sandbox.assertNoViolations();
    }

    @Test
    void a_filter_that_meets_nothing_gives_no_content() {
        assertThat(web.get("/udm/v10/data/types?source=other").statusCode()).isEqualTo(204);
        assertThat(web.get("/udm/v10/data/sub-types?dataType=other").statusCode())
                .isEqualTo(204);
    }

    @Test
    void the_version_is_told_without_a_token() {
        HttpResponse<String> response = Web.keyed(sandbox).get("/udm/v10/version");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Web.json(response).path("version").asText()).isNotEmpty();
        sandbox.assertNoViolations();
    }

    @Test
    void a_certificate_is_uploaded_and_described() {
        assertThat(get("/cipher")).isEmpty();

        HttpResponse<String> response = web.upload("/udm/v10/cipher/my%20key.pem", "file", sandbox.demoCertificate());

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("\"my key.pem\"");
        JsonNode info = Web.json(Web.signedIn(sandbox).get("/udm/v10/cipher"));
        assertThat(info.path("name").asText()).isEqualTo("my key.pem");
        assertThat(info.path("size").asInt())
                .isEqualTo(sandbox.demoCertificate().length());
        assertThat(info.path("lastModified").asText()).isEqualTo("2026-01-05T10:00:00.000Z");
        assertThat(sandbox.udm().certificate()).hasValue(sandbox.demoCertificate());
    }

    @Test
    void a_file_that_is_no_certificate_is_refused() {
        assertThat(web.upload("/udm/v10/cipher/c.pem", "file", "hello").statusCode())
                .isEqualTo(400);
        assertThat(sandbox.udm().certificate()).isEmpty();
        assertThatThrownBy(() -> sandbox.udm().useCertificate("hello")).isInstanceOf(IllegalArgumentException.class);
    }
}
