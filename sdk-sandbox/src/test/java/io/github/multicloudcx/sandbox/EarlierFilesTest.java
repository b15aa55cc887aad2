package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates, lookup lists and files of v3, under both base paths. */
class EarlierFilesTest {
    private static final String UDM = "/udm/v3";
    private static final String DATA_DOWNLOAD = "/data-download/v3";

    private final Sandbox sandbox = Jobs.sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Web web() {
        return Web.signedIn(sandbox);
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void a_certificate_is_uploaded_and_described(String base) {
        var uploaded = web().upload(base + "/cipher/mine.pem", "file", sandbox.demoCertificate());

        assertThat(uploaded.statusCode()).isEqualTo(201);
        assertThat(uploaded.body()).isEqualTo("\"mine.pem\"");
        JsonNode info = Web.json(web().get(base + "/cipher"));
        assertThat(info.path("name").asText()).isEqualTo("mine.pem");
        assertThat(info.path("lastModified").asText()).isEqualTo("2026-01-05T10:00:00.000Z");
        sandbox.assertNoViolations();
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void an_upload_without_a_file_is_a_bad_request_and_keeps_the_contract(String base) {
        assertThat(web().post(base + "/cipher/mine.pem").statusCode()).isEqualTo(400);
        sandbox.assertNoViolations();
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void lookup_lists_have_the_documented_models(String base) {
        assertThat(web().get(base + "/data/sources").body()).isEqualTo("[{\"label\":\"UCS\",\"value\":\"UCS\"}]");
        assertThat(web().get(base + "/data/types?source=UCS").body())
                .isEqualTo("[{\"name\":\"UCS\",\"source\":\"UCS\"}]");
        assertThat(web().get(base + "/data/types?source=other").statusCode()).isEqualTo(204);
        assertThat(Web.json(web().get(base + "/data/sub-types?source=UCS&dataType=UCS"))
                        .get(0))
                .isEqualTo(Web.json("{\"name\":\"Contact\",\"displayName\":\"Contacts\",\"source\":\"UCS\","
                        + "\"dataType\":\"UCS\",\"enabled\":true}"));
        assertThat(Web.json(web().get(base + "/data/job-statuses")).get(1))
                .isEqualTo(Web.json("{\"label\":\"Running\",\"value\":\"RUNNING\"}"));
        sandbox.assertNoViolations();
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void lists_of_v10_only_are_not_there(String base) {
        assertThat(web().get(base + "/data/attributes").statusCode()).isEqualTo(404);
        assertThat(web().get(base + "/resources/labels").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void the_version_names_the_service_and_needs_a_token(String base) {
        String service = base.equals(UDM) ? "User Data Management" : "Cloud Data Download";

        assertThat(Web.json(web().get(base + "/version")).path("name").asText()).startsWith(service);
        assertThat(Web.keyed(sandbox).get(base + "/version").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void a_file_is_listed_linked_downloaded_and_deleted(String base) {
        Jobs.finish(sandbox, Jobs.contacts("weekly"));
        String name = "UCS-Contact-1.smime";

        JsonNode page = Web.json(web().get(base + "/file-metadatas?jobTitle=week&name=contact&type=uc"
                + "&startDate=2026-01-05&endDate=2026-01-06&orderField=name&descAsc=false&from=0&size=5"));
        JsonNode link = Web.json(web().get(base + "/files?filename=" + name));
        var redirect = web().get(base + "/files/" + name);

        assertThat(page.at("/items/0/name").asText()).isEqualTo(name);
        assertThat(redirect.statusCode()).isEqualTo(303);
        byte[] content = sandbox.udm().file(name);
        assertThat(Web.bare(sandbox).bytes("GET", Web.location(redirect)).body())
                .isEqualTo(content);
        assertThat(Web.bare(sandbox).bytes("GET", link.path("path").asText()).body())
                .isEqualTo(content);
        assertThat(web().delete(base + "/files/" + name).statusCode()).isEqualTo(204);
        assertThat(web().get(base + "/files/" + name).statusCode()).isEqualTo(404);
        sandbox.assertNoViolations();
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void links_name_the_missing_files_whatever_v10_does(String base) {
        sandbox.udm().omitMissingFileNames(true);

        var response = web().get(base + "/files?filename=x.smime,y.smime");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("[{\"path\":\"x.smime\"},{\"path\":\"y.smime\"}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void files_are_deleted_together_and_the_ones_left_are_named(String base) {
        sandbox.udm().addFile("a.bin", new byte[] {1});
        sandbox.udm().addFile("kept.bin", new byte[] {2});
        sandbox.udm().undeletable("kept.bin");

        var response = web().delete(base + "/files?filename=a.bin,kept.bin");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("[\"kept.bin\"]");
        assertThat(sandbox.udm().fileNames()).containsExactly("kept.bin");
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void filters_of_v10_are_not_documented(String base) {
        web().get(base + "/file-metadatas?historyId=1");
        web().get(base + "/file-metadatas?source=UCS");
        web().get(base + "/file-metadatas?bgUpdate=true");

        assertThat(sandbox.violations())
                .extracting(Violation::problem)
                .containsExactly(
                        "query historyId is not documented",
                        "query source is not documented",
                        "query bgUpdate is not documented");
    }
}
