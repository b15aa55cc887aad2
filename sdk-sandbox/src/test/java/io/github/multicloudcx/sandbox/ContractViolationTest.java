package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContractViolationTest {
    private static final String JOBS = "/udm/v10/export/jobs";

    private final Sandbox sandbox = Jobs.sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private List<String> problems() {
        return sandbox.violations().stream().map(Violation::toString).toList();
    }

    @Test
    void a_good_request_leaves_none() {
        Web.signedIn(sandbox).postJson(JOBS, Jobs.contacts("a"));

        assertThatCode(sandbox::assertNoViolations).doesNotThrowAnyException();
    }

    @Test
    void a_missing_required_field_is_named() {
        HttpResponse<String> response =
                Web.signedIn(sandbox).postJson(JOBS, Jobs.contacts("a").replace("\"title\":\"a\",", ""));

        assertThat(problems()).containsExactly("createExportJobV10: body $.title is required");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("body $.title is required");
    }

    @Test
    void an_invented_field_is_named_wherever_it_is() {
        Web.signedIn(sandbox).postJson(JOBS, Jobs.contacts("a").replace("\"media\"", "\"color\":\"red\",\"media\""));

        assertThat(problems()).containsExactly("createExportJobV10: body $.jobParams.color is not documented");
    }

    @Test
    void a_wrong_type_and_a_value_outside_the_list_are_named() {
        Web.signedIn(sandbox)
                .postJson(
                        JOBS,
                        Jobs.contacts("a")
                                .replace("\"suspended\":false", "\"suspended\":\"false\"")
                                .replace("\"type\":\"UCS\"", "\"type\":\"UDM\""));

        assertThat(problems())
                .anyMatch(problem -> problem.startsWith("createExportJobV10: body $.suspended string found"))
                .anyMatch(problem -> problem.startsWith("createExportJobV10: body $.type does not have a value"))
                .hasSize(2);
    }

    @Test
    void a_missing_body_a_wrong_content_type_and_a_broken_document_are_named() {
        Web.signedIn(sandbox).post(JOBS);
        Web.signedIn(sandbox)
                .with("Content-Type", "text/plain")
                .text("POST", JOBS, BodyPublishers.ofString(Jobs.contacts("a")));
        Web.signedIn(sandbox).postJson(JOBS, "{\"title\":");

        assertThat(problems())
                .containsExactly(
                        "createExportJobV10: body is required",
                        "createExportJobV10: header Content-Type is not application/json: text/plain",
                        "createExportJobV10: body is not application/json");
    }

    @Test
    void a_body_nobody_asked_for_is_named() {
        Web.signedIn(sandbox).postJson(JOBS + "/cancel/1", "{}");

        assertThat(problems()).containsExactly("cancelExportJobV10: body is not documented");
    }

    @Test
    void unknown_repeated_and_missing_query_parameters_are_named() {
        Web.signedIn(sandbox).get(JOBS + "?page=2&title=a&title=b");
        Web.signedIn(sandbox).delete(JOBS);

        assertThat(problems())
                .containsExactly(
                        "listExportJobsV10: query page is not documented",
                        "listExportJobsV10: query title comes more than once",
                        "deleteExportJobsV10: query jobIDs is required");
    }

    @Test
    void a_query_parameter_of_the_wrong_type_is_named() {
        Web.signedIn(sandbox).post("/auth/v3/sign-out?global=yes");

        assertThat(problems()).containsExactly("signOutPost: query global is neither true nor false: yes");
    }

    @Test
    void a_query_value_outside_the_list_is_named() {
        Web.bare(sandbox).get("/auth/v3/oauth/authorize?client_id=a&redirect_uri=b&response_type=id_token");

        assertThat(problems()).containsExactly("authorize: query response_type is none of [code, token]: id_token");
    }

    @Test
    void a_query_value_that_does_not_match_its_pattern_is_named() {
        Web web = Web.keyed(sandbox);
        for (String box : List.of("box", "Box1", "0123456789abcdef")) {
            web.get("/nexus/v3/securemail/count?address=a@mail.com&securebox=" + box);
        }
        sandbox.assertNoViolations();

        HttpResponse<String> refused = web.get("/nexus/v3/securemail?address=a@mail.com&securebox=ab");
        for (String box : List.of("", "box-1", "0123456789abcdefg", "box%0A")) {
            web.get("/nexus/v3/securemail/count?address=a@mail.com&securebox=" + box);
        }
        web.postJson("/nexus/v3/securemail?securebox=%C3%A4bc", "{\"data\":{}}");

        String box = "query securebox does not match ^[A-Za-z0-9]{3,16}$: ";
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(problems())
                .containsExactly(
                        "listSecureEmails: " + box + "ab",
                        "countSecureEmails: " + box,
                        "countSecureEmails: " + box + "box-1",
                        "countSecureEmails: " + box + "0123456789abcdefg",
                        "countSecureEmails: " + box + "box\n",
                        "sendSecureEmail: " + box + "\u00e4bc");
    }

    @Test
    void a_missing_accept_header_is_named() {
        Web.signedIn(sandbox).with("Accept", "text/html, */*").get(JOBS);

        assertThat(problems()).containsExactly("listExportJobsV10: header Accept: application/json is missing");
    }

    @Test
    void basic_credentials_in_place_of_a_token_are_named() {
        Web.client(sandbox).get("/udm/v10/cipher");

        assertThat(problems()).containsExactly("getCertificateV10: header Authorization: Bearer is missing");
    }

    @Test
    void a_form_with_an_unknown_field_is_named() {
        Web.client(sandbox)
                .postForm("/auth/v3/oauth/token", Map.of("grant_type", "client_credentials", "client_secret", "x"));

        assertThat(problems()).containsExactly("retrieveToken: body $.client_secret is not documented");
    }

    @Test
    void an_upload_without_the_part_called_file_is_named() {
        Web.signedIn(sandbox).upload("/udm/v10/cipher/c.pem", "certificate", sandbox.demoCertificate());

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "uploadCertificateV10: body $.file is required",
                        "uploadCertificateV10: body $.certificate is not documented");
    }

    @Test
    void the_assertion_lists_them_all_until_they_are_cleared() {
        Web.signedIn(sandbox).get(JOBS + "?a=1");
        Web.signedIn(sandbox).get(JOBS + "?b=1");

        assertThatThrownBy(sandbox::assertNoViolations)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("listExportJobsV10: query a is not documented")
                .hasMessageContaining("listExportJobsV10: query b is not documented");
        sandbox.clearViolations();
        sandbox.assertNoViolations();
    }

    @Test
    void violations_are_only_recorded_when_not_rejected() {
        try (Sandbox lenient = Sandbox.builder().rejectViolations(false).start()) {
            int status = Web.signedIn(lenient).get(JOBS + "?page=2").statusCode();

            assertThat(status).isEqualTo(204);
            assertThat(lenient.violations()).hasSize(1);
        }
    }
}
