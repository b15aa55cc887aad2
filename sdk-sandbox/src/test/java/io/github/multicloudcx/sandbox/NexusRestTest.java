package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Secure email and open media. */
class NexusRestTest {
    private static final String MAILS = "/nexus/v3/securemail";
    private static final String CASES = "/nexus/v3/openmedia/cases/interactions";

    private final Sandbox sandbox = Sandbox.start();
    private final Web web = Web.keyed(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode get(String path) {
        HttpResponse<String> response = web.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return Web.json(response);
    }

    private JsonNode post(String path, String body) {
        HttpResponse<String> response = web.postJson(path, body);
        assertThat(response.statusCode()).isEqualTo(200);
        return Web.json(response);
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.path("data").forEach(mail -> ids.add(mail.path("secureMailId").asText()));
        return ids;
    }

    private String add(int number) {
        return sandbox.nexus().addSecureMail("a@mail.com", "", Web.json("{\"subject\":\"" + number + "\"}"));
    }

    @Test
    void mails_are_listed_newest_first_by_index_and_count() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            newestFirst.add(0, add(i));
        }

        assertThat(ids(get(MAILS + "?address=a@mail.com"))).isEqualTo(newestFirst.subList(0, 10));
        assertThat(ids(get(MAILS + "?address=A@mail.com&index=10&count=5"))).isEqualTo(newestFirst.subList(10, 12));
        assertThat(ids(get(MAILS + "?address=b@mail.com"))).isEmpty();
        assertThat(ids(get(MAILS + "?address=a@mail.com&securebox=box1"))).isEmpty();
        assertThat(get(MAILS + "/count?address=a@mail.com").at("/data/count").asInt())
                .isEqualTo(12);
        sandbox.assertNoViolations();
    }

    @Test
    void a_mail_is_read_hidden_and_purged() {
        String id = add(1);

        assertThat(get(MAILS + "/" + id).at("/secureMail/subject").asText()).isEqualTo("1");
        assertThat(ids(get(MAILS + "?address=a@mail.com&status=unread"))).containsExactly(id);
        get(MAILS + "/" + id + "?read=true");
        assertThat(ids(get(MAILS + "?address=a@mail.com&status=unread"))).isEmpty();
        assertThat(ids(get(MAILS + "?address=a@mail.com&status=read"))).containsExactly(id);
        assertThat(get(MAILS + "/" + id + "/userdata").at("/data/EmailAddress").asText())
                .isEqualTo("a@mail.com");

        assertThat(web.delete(MAILS + "/" + id + "?remove=delete").statusCode()).isEqualTo(200);
        assertThat(ids(get(MAILS + "?address=a@mail.com"))).isEmpty();
        assertThat(sandbox.nexus().secureMails()).hasSize(1);
        assertThat(web.delete(MAILS + "/" + id + "?remove=purge").statusCode()).isEqualTo(200);
        assertThat(sandbox.nexus().secureMails()).isEmpty();
        HttpResponse<String> gone = web.get(MAILS + "/" + id);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(Web.json(gone).at("/status/code").asText()).isEqualTo("INVALID_ENDPOINT");
        sandbox.assertNoViolations();
    }

    @Test
    void a_mail_of_a_consumer_is_sent_and_its_id_is_at_either_place() {
        JsonNode sent = post(MAILS + "?securebox=box1", "{\"data\":{\"from\":\"a@mail.com\",\"subject\":\"s\"}}");
        sandbox.nexus().forms().sentMailBelowData(true);
        sandbox.nexus().forms().referencesAsObjects(true);
        JsonNode other = post(MAILS, "{\"data\":\"text only\"}");

        assertThat(sent.path("referenceId").isTextual()).isTrue();
        assertThat(ids(get(MAILS + "?address=a@mail.com&securebox=box1")))
                .containsExactly(sent.path("secureMailId").asText());
        assertThat(other.path("referenceId").isObject()).isTrue();
        assertThat(other.at("/data/secureMailId").asText()).isNotEmpty();
        assertThat(other.has("secureMailId")).isFalse();
        sandbox.assertNoViolations();
    }

    @Test
    void what_is_wrong_is_refused_in_words() {
        assertThat(Web.json(web.get(MAILS + "?address=nobody"))
                        .at("/status/code")
                        .asText())
                .isEqualTo("INVALID_PARAMETER");
        assertThat(web.get(MAILS + "?address=a@mail.com&count=0").statusCode()).isEqualTo(400);
        sandbox.nexus().strangersAreUnknown(true);
        assertThat(web.get(MAILS + "?address=a@mail.com").statusCode()).isEqualTo(404);
        assertThat(Web.bare(sandbox).get(MAILS + "?address=a@mail.com").statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_error_has_the_whole_envelope() {
        JsonNode texts = Web.json(web.get(MAILS + "?address=nobody"));
        sandbox.nexus().forms().referencesAsObjects(true);
        JsonNode objects = Web.json(web.get(MAILS + "/1"));

        assertThat(texts.path("referenceId").isTextual()).isTrue();
        assertThat(texts.path("operationId").isTextual()).isTrue();
        assertThat(objects.path("referenceId").isObject()).isTrue();
        assertThat(objects.path("operationId").isObject()).isTrue();
        assertThat(objects.path("status").has("detail")).isTrue();
    }

    @Test
    void codes_of_secure_email_are_texts_or_numbers() {
        assertThat(get(MAILS + "?address=a@mail.com").at("/status/code")).isEqualTo(Web.json("\"SUCCESS\""));
        sandbox.nexus().forms().mailCodesAsNumbers(true);

        assertThat(get(MAILS + "?address=a@mail.com").at("/status/code")).isEqualTo(Web.json("0"));
        assertThat(post(MAILS, "{\"data\":{}}").at("/status/code")).isEqualTo(Web.json("0"));
        assertThat(Web.json(web.get(MAILS + "/1")).at("/status/code")).isEqualTo(Web.json("404"));
    }

    @Test
    void an_interaction_is_created_once_per_external_id_and_found_by_both_ids() {
        String body = "{\"data\":{\"externalId\":\"e/1\",\"userData\":{\"a\":1}}}";
        String id = post(CASES, body).path("id").asText();

        assertThat(web.postJson(CASES, body).statusCode()).isEqualTo(409);
        assertThat(get(CASES + "/" + id)).isEqualTo(get(CASES + "/ext_e%2F1"));
        assertThat(web.get(CASES + "/ext_other").statusCode()).isEqualTo(404);
        assertThat(web.get("/nexus/v3/openmedia/other/interactions/" + id).statusCode())
                .isEqualTo(404);
        sandbox.nexus().unknownService("other");
        assertThat(web.postJson("/nexus/v3/openmedia/other/interactions", "{\"data\":{}}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(sandbox.exercisedOperations())
                .contains("getOpenMediaInteraction", "getOpenMediaInteractionByExternalId");
        sandbox.assertNoViolations();
    }

    @Test
    void an_interaction_is_changed_and_stopped() {
        post(CASES, "{\"data\":{\"externalId\":\"1\",\"userData\":{\"a\":1,\"b\":2}}}");
        String changes =
                "{\"data\":{\"changedProperties\":{\"a\":3},\"addedProperties\":{\"c\":4},\"deletedProperties\":[\"b\"]}}";

        assertThat(post(CASES + "/ext_1/update", changes).path("userData")).isEqualTo(Web.json("{\"a\":3,\"c\":4}"));
        assertThat(post(CASES + "/ext_1/stop", "{\"data\":{\"reasonSystemName\":\"done\"}}")
                        .path("state")
                        .asText())
                .isEqualTo("stopped");
        assertThat(sandbox.nexus()
                        .interactions("cases")
                        .get(0)
                        .path("reasonSystemName")
                        .asText())
                .isEqualTo("done");
        sandbox.assertNoViolations();
    }
}
