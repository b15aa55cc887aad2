package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Rules System. */
class RulesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String PACKAGE = "/grs/v1/tenant/1/package/100";

    private final SandboxClock clock = SandboxClock.manual(NOON);
    private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
    private final RulesControl rules = sandbox.rules();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Web with(String secret) {
        return Web.bare(sandbox).with("Authorization", Web.basic(rules.username(), secret));
    }

    private String token() {
        return Web.json(with(rules.password()).get("/grs/v1/login"))
                .path("apiToken")
                .asText()
                .replaceAll("\\s", "");
    }

    private static int code(HttpResponse<String> response) {
        return Web.json(response).at("/errors/0/code").asInt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/genesys-rules-authoring", "/other"})
    void both_forms_of_the_base_url_are_served(String path) {
        assertThat(with(rules.password()).get(path + "/grs/v1/login").statusCode())
                .isEqualTo(200);
        assertThat(rules.baseUrl()).hasPath("/genesys-rules-authoring");
        assertThat(sandbox.exercisedOperations()).contains("grsLogin");
        sandbox.assertNoViolations();
    }

    @Test
    void a_session_is_opened_used_and_closed() {
        rules.forms().brokenTokens(true);
        JsonNode login = Web.json(with(rules.password()).get("/grs/v1/login"));
        String token = token();

        assertThat(login.path("apiToken").asText()).contains("\n");
        assertThat(rules.sessions()).hasSize(2).contains(token);
        assertThat(with(token).get(PACKAGE + "/snapshots").statusCode()).isEqualTo(200);
        rules.lockedResources(true);
        assertThat(with(token).get("/grs/v1/logout").statusCode()).isEqualTo(422);
        assertThat(with(token).get("/grs/v1/logout?force=true").statusCode()).isEqualTo(204);
        assertThat(rules.sessions()).hasSize(1);
        assertThat(with(token).get(PACKAGE + "/snapshots").statusCode()).isEqualTo(401);
        assertThat(with(token).get("/grs/v1/logout").statusCode()).isEqualTo(401);
        sandbox.assertNoViolations();
    }

    @Test
    void logins_fail_as_documented() {
        assertThat(with("wrong").get("/grs/v1/login").statusCode()).isEqualTo(401);
        assertThat(Web.bare(sandbox)
                        .with("Authorization", "Basic nonsense")
                        .get("/grs/v1/login")
                        .statusCode())
                .isEqualTo(401);
        rules.maxConnections(0);
        assertThat(with(rules.password()).get("/grs/v1/login").statusCode()).isEqualTo(503);
        assertThat(code(with(rules.password()).get("/grs/v1/login"))).isEqualTo(1003);
        rules.maxConnections(1);
        String change = "{\"newPassword\":\"another\"}";
        assertThat(with(rules.password())
                        .putJson("/grs/v1/changepassword", change)
                        .statusCode())
                .isEqualTo(422);
        rules.expirePassword();
        HttpResponse<String> expired = with(rules.password()).get("/grs/v1/login");
        assertThat(expired.statusCode()).isEqualTo(422);
        assertThat(Web.json(expired).at("/errors/0/code").isInt()).isTrue();
        assertThat(with("wrong").putJson("/grs/v1/changepassword", change).statusCode())
                .isEqualTo(401);
        assertThat(with(rules.password())
                        .putJson("/grs/v1/changepassword", change)
                        .statusCode())
                .isEqualTo(200);
        assertThat(rules.password()).isEqualTo("another");
        assertThat(rules.sessions()).hasSize(1);
        rules.expireSessions();
        assertThat(token()).isNotEmpty();
        sandbox.assertNoViolations();
    }

    @Test
    void snapshots_are_taken_listed_and_deleted() {
        Web web = with(token());
        HttpResponse<String> made = web.postJson(PACKAGE + "/snapshot", "{\"name\":\"Snap 01\",\"comment\":\"c\"}");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(Web.json(made).path("createDate").asLong()).isEqualTo(NOON.toEpochMilli());
        assertThat(rules.snapshots()).containsExactly("Snap 01");
        for (String name : List.of("Snap 01", "a/b", "a&b", " ")) {
            HttpResponse<String> refused = web.postJson(PACKAGE + "/snapshot", "{\"name\":\"" + name + "\"}");
            assertThat(refused.statusCode()).as(name).isIn(400, 422);
        }
        sandbox.clearViolations();
        rules.packageErrors(List.of("one", "two"));
        JsonNode invalid = Web.json(web.postJson(PACKAGE + "/snapshot", "{\"name\":\"b\"}"));
        assertThat(invalid)
                .isEqualTo(Web.json("{\"message\":\"Package Validation Failed\",\"errors\":[{\"message\":\"one\"},"
                        + "{\"message\":\"two\"}]}"));
        String id = Web.json(made).path("snapshotId").asText();
        assertThat(web.delete(PACKAGE + "/snapshot/" + id).statusCode()).isEqualTo(204);
        assertThat(web.delete(PACKAGE + "/snapshot/" + id).statusCode()).isEqualTo(404);
        assertThat(Web.json(web.get(PACKAGE + "/snapshots"))).isEqualTo(Web.json("{\"snapshots\":[]}"));
        sandbox.assertNoViolations();
    }

    private JsonNode entry(Web web) {
        JsonNode history = Web.json(web.get(PACKAGE + "/deploy"));
        JsonNode all = history.isArray() ? history : history.path("deployments");
        return all.path(all.size() - 1);
    }

    @Test
    void a_deployment_takes_its_time_and_its_looks() {
        Web web = with(token());
        rules.deploymentDuration(Duration.ofSeconds(5));
        rules.looksUntilDeployed(1);
        assertThat(web.postJson(PACKAGE + "/deploy", "{\"target\":\"GRE_1\"}").statusCode())
                .isEqualTo(201);

        assertThat(entry(web).path("status").asText()).isEqualTo("PENDING");
        clock.advance(Duration.ofSeconds(5));
        assertThat(rules.live("GRE_1")).isEmpty();
        assertThat(entry(web).path("status").asText()).isEqualTo("PENDING");
        assertThat(entry(web).path("status").asText()).isEqualTo("SUCCESS");
        assertThat(rules.live("GRE_1")).contains("LATEST");
        assertThat(web.postJson(PACKAGE + "/undeploy", "{\"target\":\"GRE_1\"}").statusCode())
                .isEqualTo(201);
        clock.advance(Duration.ofSeconds(5));
        assertThat(entry(web).path("operation").asText()).isEqualTo("UNDEPLOYED");
        assertThat(entry(web).path("status").asText()).isEqualTo("SUCCESS");
        assertThat(rules.live("GRE_1")).isEmpty();
        sandbox.assertNoViolations();
    }

    @Test
    void a_deployment_waits_for_its_time_and_ends_as_decided() {
        Web web = with(token());
        rules.deploymentDuration(Duration.ZERO);
        rules.deploymentsEnd(target -> RulesDeploymentEnd.valueOf(target.equals("GRE_1") ? "PARTIAL" : "FAILED"));
        long later = NOON.plusSeconds(60).toEpochMilli();
        JsonNode started = Web.json(
                web.postJson(PACKAGE + "/deploy", "{\"target\":\"GRE_1\",\"deployScheduledDateTime\":" + later + "}"));

        assertThat(started.path("deployScheduleDateTime").asLong()).isEqualTo(later);
        assertThat(entry(web).path("status").asText()).isEqualTo("SCHEDULED");
        clock.advance(Duration.ofSeconds(60));
        assertThat(entry(web).path("status").asText()).isEqualTo("PARTIAL");
        JsonNode past = Web.json(web.postJson(
                PACKAGE + "/deploy", "{\"target\":\"GRE_1\",\"deployScheduleDateTime\":" + later / 2 + "}"));
        assertThat(past.at("/errors/0/code").asText()).isEqualTo("1001");
        rules.forms().numericCodes(true);
        assertThat(Web.json(web.postJson(PACKAGE + "/deploy", "{\"target\":\"GRE_1\",\"snapshotName\":\"x\"}"))
                        .at("/errors/0/code")
                        .isInt())
                .isTrue();
        assertThat(web.postJson(PACKAGE + "/deploy", "{\"target\":\"GRE_9\"}").statusCode())
                .isEqualTo(422);
        assertThat(web.postJson(PACKAGE + "/deploy", "{\"target\":\"GRE_2\"}").statusCode())
                .isEqualTo(201);
        assertThat(entry(web).path("status").asText()).isEqualTo("FAILED");
        sandbox.assertNoViolations();
    }

    @Test
    void what_ends_last_runs_although_it_was_asked_for_first() {
        Web web = with(token());
        rules.addSnapshot("Release 1.2");
        long later = NOON.plusSeconds(60).toEpochMilli();
        assertThat(web.postJson(
                                PACKAGE + "/deploy",
                                "{\"target\":\"GRE_1\",\"snapshotName\":\"Release 1.2\",\"deployScheduledDateTime\":"
                                        + later + "}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(web.postJson(PACKAGE + "/deploy", "{\"target\":\"GRE_1\"}").statusCode())
                .isEqualTo(201);
        clock.advance(Duration.ofMinutes(10));
        assertThat(rules.live("GRE_1")).contains("Release 1.2");
    }

    @ParameterizedTest
    @EnumSource(RulesGeneration.class)
    void each_generation_answers_in_its_form(RulesGeneration generation) {
        Web web = with(token());
        rules.generation(generation);
        assertThat(web.postJson(PACKAGE + "/deploy", "{\"target\":\"GRE_1\"}").statusCode())
                .isEqualTo(201);
        boolean old = generation == RulesGeneration.V8_5_300;

        assertThat(Web.json(web.get(PACKAGE + "/deploy")).isArray()).isEqualTo(!old);
        assertThat(entry(web).has("deployedTo")).isEqualTo(old);
        assertThat(entry(web).has("deployScheduleDateTime")).isEqualTo(old);
        assertThat(entry(web).has("target")).isEqualTo(!old);
        assertThat(entry(web).has("deployedFrom")).isEqualTo(!old);
        assertThat(entry(web).has("operation")).isEqualTo(generation == RulesGeneration.V8_5_303);
        sandbox.assertNoViolations();
    }

    @Test
    void the_other_forms_are_switched_one_by_one() {
        Web web = with(token());
        rules.addTarget("GRE_3", false);
        assertThat(Web.json(web.get("/grs/v1/tenant/1/deploytargets"))
                        .at("/deploytargets/3/name")
                        .asText())
                .isEqualTo("GRE_3");
        rules.forms().camelCaseTargets(true);
        assertThat(Web.json(web.get("/grs/v1/tenant/1/deploytargets"))
                        .at("/deployTargets/2/type")
                        .asText())
                .isEqualTo("CLUSTER");
        rules.forms().bareLists(true);
        assertThat(Web.json(web.get("/grs/v1/tenant/1/deploytargets"))).hasSize(4);
        rules.forms().snapshotsWithoutId(true);
        rules.forms().dates(RulesDates.ISO_8601);
        JsonNode snapshot = Web.json(web.postJson(PACKAGE + "/snapshot", "{\"name\":\"a\"}"));
        assertThat(snapshot.has("snapshotId")).isFalse();
        assertThat(snapshot.path("createDate").asText()).isEqualTo("2026-01-01T12:00:00Z");
        rules.forms().dates(RulesDates.NUMERIC_TEXT);
        rules.forms().capitalSnapShotName(true);
        JsonNode started = Web.json(web.postJson(PACKAGE + "/deploy", "{\"target\":\"GRE_1\",\"snapshotName\":\"a\"}"));
        assertThat(started.path("snapShotName").asText()).isEqualTo("a");
        assertThat(entry(web).path("snapShotName").asText()).isEqualTo("a");
        assertThat(entry(web).path("deployScheduledDateTime").asText()).isEqualTo(Long.toString(NOON.toEpochMilli()));
        sandbox.assertNoViolations();
    }

    @Test
    void permissions_tenants_and_packages_are_checked() {
        Web web = with(token());
        rules.addPackage("200");
        assertThat(web.get("/grs/v1/tenant/1/package/200/snapshots").statusCode())
                .isEqualTo(200);
        assertThat(web.get("/grs/v1/tenant/1/package/300/snapshots").statusCode())
                .isEqualTo(404);
        assertThat(web.get("/grs/v1/tenant/2/package/100/snapshots").statusCode())
                .isEqualTo(403);
        rules.permissions(Set.of("SNAPSHOT_VIEW"));
        assertThat(web.get(PACKAGE + "/snapshots").statusCode()).isEqualTo(200);
        assertThat(web.postJson(PACKAGE + "/deploy", "{\"target\":\"GRE_1\"}").statusCode())
                .isEqualTo(403);
        rules.permissions(rules.allPermissions());
        assertThat(web.postJson(PACKAGE + "/deploy", "{\"target\":\"GRE_1\"}").statusCode())
                .isEqualTo(201);
        rules.denyTenant(true);
        assertThat(web.get("/grs/v1/tenant/1/deploytargets").statusCode()).isEqualTo(403);
        assertThat(with("no token").get("/grs/v1/tenant/1/deploytargets").statusCode())
                .isEqualTo(401);
        sandbox.assertNoViolations();
    }
}
