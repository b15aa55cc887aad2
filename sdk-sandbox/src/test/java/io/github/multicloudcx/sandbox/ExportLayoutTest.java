package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportLayoutTest {
    private static final String UDM = "/udm/v10";
    private static final String DATA_DOWNLOAD = "/data-download/v4";
    private static final String INTERACTIONS = "{\"type\":\"Interaction\",\"media\":[\"email\",\"chat\"]}";

    private final Sandbox sandbox = Jobs.ready(Sandbox.builder().recordsPerExport(4));

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Map<String, String> export(String base, String parameters) throws Exception {
        String body = base.equals(UDM)
                ? Jobs.body("a", Jobs.NOW, parameters, false)
                : Jobs.v4("a", Jobs.NOW, parameters, "false");
        long id = Jobs.create(sandbox, base, body);
        sandbox.clock().advance(Jobs.RUN);
        String file = Web.json(Web.signedIn(sandbox).get("/udm/v10/export/jobs/" + id))
                .path("fileName")
                .asText();
        return Archives.unzip(Archives.decrypt(sandbox, file));
    }

    private static List<JsonNode> lines(String document) {
        return document.lines().map(Web::json).toList();
    }

    @Test
    void of_data_download_has_one_document_for_interactions_and_one_for_attachments() throws Exception {
        Map<String, String> documents = export(DATA_DOWNLOAD, INTERACTIONS);

        assertThat(documents).containsOnlyKeys("Interaction-1.json", "Interaction-Attachment-1.json");
        List<JsonNode> interactions = lines(documents.get("Interaction-1.json"));
        List<JsonNode> attachments = lines(documents.get("Interaction-Attachment-1.json"));
        assertThat(interactions).hasSize(4);
        assertThat(interactions.get(1).path("MEDIATYPEID").asText()).isEqualTo("chat");
        assertThat(interactions.get(1).has("ixnId")).isFalse();
        assertThat(interactions).extracting(line -> line.path("IXNID").asText()).doesNotHaveDuplicates();
        assertThat(attachments)
                .extracting(line -> line.path("entityid").asText())
                .isEqualTo(interactions.stream()
                        .map(line -> line.path("id").asText())
                        .toList());
        assertThat(interactions.get(0).path("id")).isEqualTo(interactions.get(0).path("IXNID"));
    }

    @Test
    void of_udm_has_a_document_per_interaction_and_no_attachments_that_nobody_asked_for() throws Exception {
        Map<String, String> documents = export(UDM, INTERACTIONS);

        assertThat(documents).hasSize(4);
        documents.forEach((name, document) -> {
            assertThat(lines(document)).hasSize(1);
            assertThat(lines(document).get(0).path("ixnId").asText() + ".json").isEqualTo(name);
        });
    }

    @Test
    void of_v4_has_attachments_because_nobody_can_ask_for_them() throws Exception {
        Map<String, String> documents = export("/udm/v4", INTERACTIONS);

        assertThat(documents).hasSize(8);
        assertThat(documents.keySet()).anyMatch(name -> name.endsWith("-attachment.json"));
    }

    @Test
    void of_contacts_is_the_same_everywhere() throws Exception {
        String contacts = "{\"type\":\"Contact\",\"media\":[]}";

        Map<String, String> udm = export(UDM, contacts);
        Map<String, String> dataDownload = export(DATA_DOWNLOAD, contacts);

        assertThat(udm).containsOnlyKeys("Contact-1.json");
        assertThat(dataDownload).containsOnlyKeys("Contact-2.json");
        assertThat(dataDownload.get("Contact-2.json")).isEqualTo(udm.get("Contact-1.json"));
    }

    @Test
    void holds_several_types_when_they_stand_between_commas() throws Exception {
        String both = "{\"type\":\"Contact, Interaction\",\"media\":[]}";

        assertThat(export(DATA_DOWNLOAD, both))
                .containsOnlyKeys("Contact-1.json", "Interaction-1.json", "Interaction-Attachment-1.json");
        assertThat(export(UDM, both)).hasSize(5).containsKey("Contact-2.json");
        assertThat(sandbox.udm().fileNames())
                .containsExactly("UCS-Contact_Interaction-1.smime", "UCS-Contact_Interaction-2.smime");
    }

    @Test
    void can_be_that_of_the_other_service() throws Exception {
        sandbox.udm().exportLayout(ExportLayout.DATA_DOWNLOAD);
        assertThat(export(UDM, INTERACTIONS)).containsOnlyKeys("Interaction-1.json");

        sandbox.udm().exportLayout(ExportLayout.UDM);
        assertThat(export(DATA_DOWNLOAD, INTERACTIONS)).hasSize(8).doesNotContainKey("Interaction-2.json");
    }

    @Test
    void stays_that_of_the_service_that_made_the_job_when_the_other_one_changes_it() throws Exception {
        String later = "{\"startDate\":\"2026-01-05T11:00:00Z\"}";
        long id = Jobs.create(sandbox, DATA_DOWNLOAD, Jobs.v4("a", later, INTERACTIONS, "false"));

        Web.signedIn(sandbox).putJson(UDM + "/export/jobs/" + id, Jobs.body("b", Jobs.NOW, INTERACTIONS, false));
        sandbox.clock().advance(Jobs.RUN);

        assertThat(Archives.unzip(Archives.decrypt(sandbox, "UCS-Interaction-1.smime")))
                .containsOnlyKeys("Interaction-1.json", "Interaction-Attachment-1.json");
    }

    @Test
    void of_a_job_that_is_done_stays() throws Exception {
        Jobs.finish(sandbox, Jobs.body("a", Jobs.NOW, INTERACTIONS, false));
        sandbox.udm().exportLayout(ExportLayout.DATA_DOWNLOAD);

        assertThat(Archives.unzip(Archives.decrypt(sandbox, "UCS-Interaction-1.smime")))
                .hasSize(4);
    }
}
