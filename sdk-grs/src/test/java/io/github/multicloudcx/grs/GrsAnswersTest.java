package io.github.multicloudcx.grs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.grs.model.ApiToken;
import io.github.multicloudcx.grs.model.DeployTarget;
import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.model.DeploymentOperation;
import io.github.multicloudcx.grs.model.DeploymentStatus;
import io.github.multicloudcx.grs.model.OpenedSession;
import io.github.multicloudcx.grs.model.ScheduleField;
import io.github.multicloudcx.grs.model.Snapshot;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both generations of every answer, and what is checked before anything is sent. */
@Timeout(60)
class GrsAnswersTest {
    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    private Deployment entry(String json) {
        wire.answer(200, json);
        return wire.rules.deployments().execute().get(0);
    }

    /** GRS3, GRS6, GRS17. */
    @Test
    void theHistoryOfNewServersIsABareArray() {
        Deployment live = entry(Samples.json("grsQueryDeploymentHistory.bare-array.200"));
        assertThat(live.target()).isEqualTo("GRECluster");
        assertThat(live.deployedFrom()).isEqualTo("GRAT_INSTANCE_1");
        assertThat(live.deployScheduledDateTime()).isEqualTo(Instant.ofEpochMilli(1453228140000L));

        Deployment gone = entry(Samples.json("grsQueryDeploymentHistory.undeployed.200"));
        assertThat(gone.deployedFrom()).isNull();
        assertThat(gone.packageVersion()).isZero();
        assertThat(gone.status()).isEqualTo(DeploymentStatus.PENDING);
        assertThat(gone.operation()).isEqualTo(DeploymentOperation.UNDEPLOYED);
    }

    /** GRS4, GRS5, GRS6: whichever of two spellings is there counts, whatever the other says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'target':'a','snapshotName':'s','deployScheduledDateTime':1000}]",
                "[{'deployedTo':'a','snapShotName':'s','deployScheduleDateTime':1000}]",
                "[{'target':'a','deployedTo':null,'snapshotName':'s','snapShotName':null,"
                        + "'deployScheduledDateTime':1000,'deployScheduleDateTime':null}]",
                "[{'target':null,'deployedTo':'a','snapshotName':null,'snapShotName':'s',"
                        + "'deployScheduledDateTime':null,'deployScheduleDateTime':1000}]"
            })
    void bothSpellingsAreRead(String json) {
        Deployment entry = entry(json.replace('\'', '"'));
        assertThat(entry.target()).isEqualTo("a");
        assertThat(entry.snapshotName()).isEqualTo("s");
        assertThat(entry.deployScheduledDateTime()).isEqualTo(Instant.ofEpochSecond(1));

        wire.answer(201, json.replace('\'', '"').replaceAll("^\\[|]$", "").replace("\"deployedTo\"", "\"comments\""));
        var started = wire.rules.deploy("a").call().execute();
        assertThat(started.snapshotName()).isEqualTo("s");
        assertThat(started.deployScheduledDateTime()).isEqualTo(Instant.ofEpochSecond(1));
    }

    /** GRS16. */
    @ParameterizedTest
    @CsvSource({
        "1000, 1970-01-01T00:00:01Z",
        "\"1000\", 1970-01-01T00:00:01Z",
        "\" 1000 \", 1970-01-01T00:00:01Z",
        "0, 1970-01-01T00:00:00Z",
        "\"2026-01-01T12:00:00Z\", 2026-01-01T12:00:00Z",
        "\"2026-01-01T12:00:00.123Z\", 2026-01-01T12:00:00.123Z",
        "\"2026-01-01T12:00:00+02:00\", 2026-01-01T10:00:00Z",
        "\"2026-01-01T12:00:00.5+0200\", 2026-01-01T10:00:00.500Z",
        "\"2026-01-01T12:00:00\", 2026-01-01T12:00:00Z",
        "\"2026-01-01\",",
        "\"yesterday\",",
        "\"\",",
        "\"99999999999999999999\",",
        "true,",
        "1.5,",
        "99999999999999999999,",
        "{},",
        "[1000],",
        "null,"
    })
    void timesAreReadInEveryFormAndNeverSpoilAnAnswer(String json, Instant time) {
        assertThat(entry("[{\"deploymentId\":7,\"deployScheduledDateTime\":" + json + "}]"))
                .isEqualTo(new Deployment(7L, null, null, null, null, null, null, time, null, null));
        wire.answer(200, "[{\"name\":\"a\",\"createDate\":" + json + "}]");
        assertThat(wire.rules.snapshots().execute()).containsExactly(new Snapshot(null, "a", null, time));
    }

    /** GRS3, GRS19. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'name':'a','type':'RACK'}]",
                "{'deploytargets':[{'name':'a','type':'RACK'}]}",
                "{'deployTargets':[{'name':'a','type':'RACK'}]}"
            })
    void targetsAreWrappedOrNotAndOfAnyType(String json) {
        wire.answer(200, json.replace('\'', '"'));
        List<DeployTarget> targets = wire.grs.tenant("1").deployTargets().execute();
        assertThat(targets).hasSize(1);
        assertThat(targets.get(0).type()).hasToString("RACK");
    }

    @Test
    void noSnapshotsAreNone() {
        wire.answer(200, "{\"snapshots\":[]}").answer(200, "[]").empty(204);
        for (int i = 0; i < 3; i++) {
            assertThat(wire.rules.snapshots().execute()).isEmpty();
        }
    }

    /** GRS7, GRS18. */
    @ParameterizedTest
    @ValueSource(strings = {"\"1000\"", "1000"})
    void fieldErrorsAreGivenByField(String code) {
        wire.answer(
                422,
                "{\"message\":\"Validation Failed\",\"errors\":[{\"code\":" + code
                        + ",\"field\":\"name\",\"message\":\"one\"},{\"code\":2,\"field\":\"name\",\"message\":\"two\"},"
                        + "{\"message\":\"three\"}]}");
        ValidationFailedException e = catchThrowableOfType(
                ValidationFailedException.class,
                () -> wire.rules.deploy("a").call().execute());
        assertThat(e.byField()).containsOnlyKeys("name", "");
        assertThat(e.byField().get("name")).extracting("code").containsExactly("1000", "2");
        assertThat(e)
                .hasMessageContaining(
                        "Validation Failed: name: one (code 1000), name: two (code 2), three; mend what is named;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"message\":\"Package Validation Failed\",", ""})
    void rulesThatDoNotValidateAreAListOfMessages(String message) {
        wire.answer(
                422,
                "{" + message
                        + "\"errors\":[{\"message\":\"Validation error 1\"},{\"message\":\"Validation error 2\"}]}");
        PackageValidationException e = catchThrowableOfType(
                PackageValidationException.class,
                () -> wire.rules.createSnapshot("a").call().execute());
        assertThat(e.messages()).containsExactly("Validation error 1", "Validation error 2");
        assertThat(e)
                .hasMessageContaining(
                        "Validation error 1, Validation error 2; the rules of the package do not validate,");
    }

    @ParameterizedTest
    @CsvSource({"Validation Failed, false", "package validation failed., true", "PACKAGE VALIDATION FAILED, true"})
    void theMessageTellsTheTwoKindsApart(String message, boolean rules) {
        wire.answer(422, "{\"message\":\"" + message + "\",\"errors\":[{\"message\":\"a\"}]}");
        assertThatThrownBy(() -> wire.rules.createSnapshot("a").call().execute())
                .isInstanceOf(rules ? PackageValidationException.class : ValidationFailedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "[", "]", ".", "*", "|", "/", ":", "<", ">", "'", "&"})
    void aNameThatNoSnapshotCanHaveIsRefusedWithItsCharacter(String character) {
        assertThatThrownBy(() -> wire.rules.createSnapshot("ab" + character + "c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("name must not contain " + character + " (position 2); none of { } [ ] . * |");
        assertThatThrownBy(() -> wire.rules.rollout().takeSnapshot("ab" + character))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name must not contain " + character);
        assertThat(wire.count()).isZero();
    }

    /** An older server, or the authoring tool, may have given it. */
    @Test
    void anyNameCanBeDeployed() {
        wire.answer(201, "{}");
        var unused = wire.rules.deploy("a").snapshot("Release 1.2").call().execute();
        assertThat(wire.take().getBody().utf8()).isEqualTo("{\"target\":\"a\",\"snapshotName\":\"Release 1.2\"}");
        assertThatThrownBy(() -> wire.rules.deploy("a").snapshot(" ")).hasMessageContaining("name");
    }

    @Test
    void otherBadInputIsRefusedToo() {
        for (String blank : new String[] {null, "", " "}) {
            assertThatThrownBy(() -> wire.rules.createSnapshot(blank)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> wire.grs.tenant(blank)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> wire.grs.tenant("1").rulePackage(blank))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> wire.rules.deploy(blank)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> wire.rules.undeploy(blank)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> wire.rules.deleteSnapshot(blank)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> GrsLogin.of(blank, "p")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> GrsLogin.of("u", blank)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ApiToken.of(blank)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> wire.grs.sessions().login(blank, "p"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> wire.grs.sessions().changePassword("u", "p", blank))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> GrsLogin.of("a:b", "p")).hasMessageContaining("colon");
        assertThatThrownBy(() -> wire.rules.createSnapshot("LATEST")).hasMessageContaining("LATEST");
        assertThatThrownBy(() -> wire.grs.tenant("..")).isInstanceOf(IllegalArgumentException.class);
        assertThat(wire.count()).isZero();
    }

    @Test
    void theLatestPackageIsDeployedWithoutANameOrAsLatest() {
        wire.answer(201, "{\"target\":\"a\",\"deploymentId\":1}").answer(201, "{\"deploymentId\":\"2\"}");
        assertThat(wire.rules.deploy("a").call().execute().deploymentId()).isEqualTo(1);
        assertThat(wire.rules.deploy("a").snapshot("LATEST").call().execute().deploymentId())
                .isEqualTo(2);
        assertThat(wire.take().getBody().utf8()).isEqualTo("{\"target\":\"a\"}");
        assertThat(wire.take().getBody().utf8()).isEqualTo("{\"target\":\"a\",\"snapshotName\":\"LATEST\"}");
    }

    /** GRS4. */
    @Test
    void theOtherSpellingOfTheTimeIsSentWhenAskedFor() {
        wire.answer(201, "{}");
        var unused = wire.grs
                .scheduleField(ScheduleField.DEPLOY_SCHEDULE_DATE_TIME)
                .tenant("1")
                .rulePackage("2")
                .deploy("a")
                .scheduledAt(Instant.ofEpochMilli(1234))
                .call()
                .execute();
        assertThat(wire.take().getBody().utf8()).isEqualTo("{\"target\":\"a\",\"deployScheduleDateTime\":1234}");
    }

    /** GRS13. */
    @Test
    void aTokenBrokenOverLinesIsWhole() {
        wire.answer(200, "{\"apiToken\":\"ab\\n  cd\\t\",\"lastLogin\":1000}");
        OpenedSession session = wire.grs.sessions().login("u", "p4ssword").execute();
        assertThat(session.apiToken().value()).isEqualTo("abcd");
        assertThat(session.lastLogin()).isEqualTo(Instant.ofEpochSecond(1));
        assertThat(session).hasToString("OpenedSession[apiToken=****, lastLogin=1970-01-01T00:00:01Z]");
    }

    @Test
    void settersReturnCopies() {
        var deployment = wire.rules.deploy("a");
        assertThat(deployment.comments("c")).isNotEqualTo(deployment);
        var snapshot = wire.rules.createSnapshot("a");
        assertThat(snapshot.comment("c")).isNotEqualTo(snapshot);
        assertThat(wire.rules).hasToString("RulePackage");
        assertThat(wire.grs.tenant("secret-id")).hasToString("GrsTenant");
    }
}
