package io.github.multicloudcx.nexus.openmedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.nexus.Samples;
import io.github.multicloudcx.nexus.Wire;
import io.github.multicloudcx.testsupport.End;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OpenMediaTest {
    private static final String BASE = "/nexus/v3/openmedia/cases/interactions";

    private static CreateInteraction create(Wire wire) {
        return wire.nexus.openMedia("cases").create().externalId("e-1");
    }

    @Test
    void everyFieldIsOptionalAndFreeDataIsSentAsItIs() {
        try (Wire wire = new Wire().answer(200, "{}").answer(200, "{}")) {
            wire.nexus.openMedia("cases").create().call().execute();
            assertThat(wire.take().getBody().utf8()).isEqualTo("{\"data\":{}}");
            wire.nexus
                    .openMedia("cases")
                    .create()
                    .parentInteractionId("p")
                    .receivedAt(Instant.parse("2026-01-05T10:00:00Z"))
                    .userData(Map.of("list", List.of(1, "a")))
                    .userData("text", "Grüße")
                    .call()
                    .execute();
            assertThat(wire.take().getBody().utf8())
                    .isEqualTo("{\"data\":{\"parentInteractionId\":\"p\",\"receivedAt\":\"2026-01-05T10:00:00Z\","
                            + "\"userData\":{\"list\":[1,\"a\"],\"text\":\"Grüße\"}}}");
        }
    }

    @Test
    void whatIsThereAlreadyIsAConflictUnlessItIsAskedFor() {
        try (Wire wire = new Wire().empty(409)) {
            assertThat(catchThrowable(() -> create(wire).call().execute()))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining(
                            "an interaction with this externalId is there already; returnExisting() returns it")
                    .hasMessageNotContaining("e-1");
            assertThat(wire.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void whatIsThereAlreadyIsReturnedWhenThatIsAskedFor(End end) {
        try (Wire wire = new Wire().empty(409).answer(200, "{\"id\":\"i-1\"}")) {
            assertThat(end.run(create(wire).returnExisting().call()))
                    .isEqualTo(new CreatedInteraction(true, Samples.tree("{\"id\":\"i-1\"}")));
            assertThat(wire.line()).isEqualTo("POST " + BASE);
            assertThat(wire.line()).isEqualTo("GET " + BASE + "/ext_e-1");
        }
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void whatIsNotThereIsCreated(End end) {
        try (Wire wire = new Wire().answer(200, "{\"id\":\"i-1\"}")) {
            assertThat(end.run(create(wire).returnExisting().call()))
                    .isEqualTo(new CreatedInteraction(false, Samples.tree("{\"id\":\"i-1\"}")));
            assertThat(wire.count()).isEqualTo(1);
        }
    }

    @Test
    void aLostAnswerIsSettledByRepeating() {
        try (Wire wire = new Wire(RetryPolicy.standard())
                .answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()))
                .empty(409)
                .answer(200, "{\"id\":\"i-1\"}")) {
            ApiResponse<CreatedInteraction> response =
                    create(wire).returnExisting().call().executeForResponse();
            assertThat(response.value().existed()).isTrue();
            assertThat(response.attempts())
                    .extracting(Attempt::outcome)
                    .containsExactly("connection broken", "409", "200");
            assertThat(wire.count()).isEqualTo(3);
        }
    }

    @Test
    void aConflictAfterALostAnswerSaysWhereItMayComeFrom() {
        try (Wire wire = new Wire(RetryPolicy.standard())
                .answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()))
                .empty(409)) {
            assertThat(catchThrowable(() -> create(wire).call().execute()))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("an earlier attempt of this call may have created it");
        }
    }

    @Test
    void aConflictOverNothingStaysAConflict() {
        try (Wire wire = new Wire().empty(409).empty(404)) {
            ConflictException conflict = catchThrowableOfType(
                    ConflictException.class,
                    () -> create(wire).returnExisting().call().execute());
            assertThat(conflict.getSuppressed()).hasSize(1).hasOnlyElementsOfType(NotFoundException.class);
        }
    }

    @Test
    void whatKeepsItFromBeingAskedForIsThrownWithTheConflict() {
        try (Wire wire = new Wire().empty(409).empty(500)) {
            ServerException failure = catchThrowableOfType(
                    ServerException.class,
                    () -> create(wire).returnExisting().call().execute());
            assertThat(failure.getSuppressed()).hasSize(1).hasOnlyElementsOfType(ConflictException.class);
        }
    }

    @Test
    void optionsOfTheCallCountForBothRequests() {
        try (Wire wire =
                new Wire().empty(409).answer(200, "{}").empty(409).empty(503).answer(200, "{}")) {
            Call<CreatedInteraction> call =
                    create(wire).returnExisting().call().header("X-Own", "1").timeout(Duration.ofSeconds(10));
            call.execute();
            assertThat(wire.take().getHeaders().get("X-Own")).isEqualTo("1");
            assertThat(wire.take().getHeaders().get("X-Own")).isEqualTo("1");
            assertThat(call.retryPolicy(RetryPolicy.standard()).execute().existed())
                    .isTrue();
        }
    }

    @Test
    void theTimeForBothRequestsIsReckonedTogether() {
        try (Wire wire = new Wire(RetryPolicy.standard())
                .answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "9"))
                .empty(409)
                .answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "2"))) {
            assertThat(catchThrowable(() -> create(wire)
                            .returnExisting()
                            .call()
                            .timeout(Duration.ofSeconds(10))
                            .execute()))
                    .isInstanceOf(ServerException.class);
            assertThat(wire.count()).isEqualTo(3);
        }
    }

    /** O2. */
    @ParameterizedTest
    @ValueSource(strings = {"ext_", "ext_7", "ext_/../7"})
    void anExternalIdCannotSlipThroughTheOtherDoor(String id) {
        try (Wire wire = new Wire()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wire.nexus.openMedia("cases").byId(id))
                    .withMessage(
                            "interactionId must not begin with ext_, which leads to external ids; use byExternalId");
        }
    }

    @Test
    void anExternalIdMayItselfBeginWithThePrefixAndIsEncodedAlone() {
        try (Wire wire = new Wire().answer(200, "{}").answer(200, "{}").answer(200, "{}")) {
            OpenMedia cases = wire.nexus.openMedia("cases");
            cases.byExternalId("ext_7").get().execute();
            assertThat(wire.line()).isEqualTo("GET " + BASE + "/ext_ext_7");
            cases.byExternalId("a/b?c#d %ü").get().execute();
            assertThat(wire.line()).isEqualTo("GET " + BASE + "/ext_a%2Fb%3Fc%23d%20%25%C3%BC");
            cases.byId("EXT_7").get().execute();
            assertThat(wire.line()).isEqualTo("GET " + BASE + "/EXT_7");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void anExternalIdMayBeADotSegmentBecauseThePrefixStandsBeforeIt(String id) {
        try (Wire wire = new Wire().empty(409).answer(200, "{}").answer(200, "{}")) {
            OpenMedia cases = wire.nexus.openMedia("cases");
            cases.create().externalId(id).returnExisting().call().execute();
            assertThat(wire.line()).isEqualTo("POST " + BASE);
            assertThat(wire.line()).isEqualTo("GET " + BASE + "/ext_" + id);
            cases.byExternalId(id).stop().call().execute();
            assertThat(wire.line()).isEqualTo("POST " + BASE + "/ext_" + id + "/stop");
        }
    }

    @Test
    void answersAreOpenJson() {
        try (Wire wire =
                new Wire().answer(200, "{\"data\":{\"id\":1},\"x\":[]}").answer(200, "[1]")) {
            assertThat(wire.nexus.openMedia("cases").byId("1").get().execute())
                    .isEqualTo(Samples.tree("{\"data\":{\"id\":1},\"x\":[]}"));
            assertThat(wire.nexus.openMedia("cases").byId("1").stop().call().execute())
                    .isEqualTo(Samples.tree("[1]"));
        }
    }

    @Test
    void buildersAreImmutable() {
        try (Wire wire = new Wire().answer(200, "{}").answer(200, "{}").answer(200, "{}")) {
            OpenMedia cases = wire.nexus.openMedia("cases");
            CreateInteraction create = cases.create();
            var more = create.externalId("1").userData("a", 1);
            create.call().execute();
            assertThat(wire.take().getBody().utf8()).isEqualTo("{\"data\":{}}");
            UpdateInteraction update = cases.byId("1").update().change("a", 1);
            var other = update.change("b", 2).delete("c");
            update.call().execute();
            assertThat(wire.take().getBody().utf8()).isEqualTo("{\"data\":{\"changedProperties\":{\"a\":1}}}");
            StopInteraction stop = cases.byId("1").stop();
            var reasoned = stop.reasonSystemName("x");
            stop.call().execute();
            assertThat(wire.take().getBody().utf8()).isEqualTo("{\"data\":{}}");
            assertThat(more + " " + other + " " + reasoned + " " + cases + " " + cases.byExternalId("secret"))
                    .isEqualTo("CreateInteraction UpdateInteraction StopInteraction OpenMedia[cases]"
                            + " OpenMediaInteraction[by externalId]");
        }
    }

    @Test
    void badInputIsRefusedByName() {
        try (Wire wire = new Wire()) {
            OpenMedia cases = wire.nexus.openMedia("cases");
            refused("service", () -> wire.nexus.openMedia(" "));
            refused("service", () -> wire.nexus.openMedia(".."));
            refused("interactionId", () -> cases.byId(""));
            refused("externalId", () -> cases.byExternalId(null));
            refused("externalId", () -> cases.byExternalId("a\ud800"));
            refused("externalId", () -> cases.create().externalId(" "));
            refused("parentInteractionId", () -> cases.create().parentInteractionId(""));
            refused("receivedAt", () -> cases.create().receivedAt(""));
            refused("receivedAt", () -> cases.create().receivedAt((Instant) null));
            refused("name", () -> cases.create().userData(" ", 1));
            refused("value", () -> cases.create().userData("a", null));
            refused("values", () -> cases.create().userData(null));
            refused("reasonSystemName", () -> cases.byId("1").stop().reasonSystemName(""));
            refused("reasonDescription", () -> cases.byId("1").stop().reasonDescription(null));
            refused("name", () -> cases.byId("1").update().change("", 1));
            refused("value", () -> cases.byId("1").update().add("a", null));
            refused("name", () -> cases.byId("1").update().delete(null));
            assertThatIllegalStateException()
                    .isThrownBy(() -> cases.byId("1").update().call())
                    .withMessageContaining("There is no change");
            assertThatIllegalStateException()
                    .isThrownBy(() -> cases.create().returnExisting().call())
                    .withMessageContaining("returnExisting needs an externalId");
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> cases.byId("."));
            assertThat(wire.count()).isZero();
        }
    }

    private static void refused(String name, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(name);
    }
}
