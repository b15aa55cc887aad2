package io.github.multicloudcx.statistics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.statistics.Samples;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatisticDefinitionTest {
    private static Arguments row(
            String json, Function<StatisticDefinitionBuilder, StatisticDefinitionBuilder> setting) {
        return Arguments.of(json, setting);
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                row("\"category\":\"CurrentState\"", d -> d.category(StatisticCategory.CURRENT_STATE)),
                row("\"category\":\"Other\"", d -> d.category("Other")),
                row("\"subject\":\"DNAction\"", d -> d.subject(StatisticSubject.DN_ACTION)),
                row("\"subject\":\"Other\"", d -> d.subject("Other")),
                row("\"mainMask\":\"*,~LoggedOut\"", d -> d.mainMask("*", "~LoggedOut")),
                row("\"mainMask\":\"*,~LoggedOut\"", d -> d.mainMask("*,~LoggedOut")),
                row("\"relativeMask\":\"CallInbound\"", d -> d.relativeMask("CallInbound")),
                row("\"notificationMode\":\"Periodical\"", d -> d.notificationMode(NotificationMode.PERIODICAL)),
                row("\"notificationMode\":\"PERIODICAL\"", d -> d.notificationMode("PERIODICAL")),
                row("\"notificationFrequency\":60", d -> d.notificationFrequency(Duration.ofMinutes(1))),
                row("\"insensitivity\":0", d -> d.insensitivity(0)),
                row("\"intervalType\":\"SlidingWindow\"", d -> d.intervalType(IntervalType.SLIDING_WINDOW)),
                row("\"intervalType\":\"Other\"", d -> d.intervalType("Other")),
                row("\"intervalLength\":9999999", d -> d.intervalLength(9_999_999)),
                row("\"dynamicTimeProfile\":\"3600:10\"", d -> d.dynamicTimeProfile("3600:10")),
                row("\"dynamicFilter\":\"MediaType=voice\"", d -> d.dynamicFilter("MediaType=voice")),
                row("\"timeRangeLeft\":0", d -> d.timeRangeLeft(0)),
                row("\"timeRangeRight\":120", d -> d.timeRangeRight(120)),
                row("\"timeRangeLeft2\":0", d -> d.timeRangeLeft2(0)),
                row("\"timeRangeRight2\":10", d -> d.timeRangeRight2(10)),
                row("\"objects\":\"Agent\"", d -> d.objects(ObjectType.AGENT)),
                row(
                        "\"objectTypes\":\"GroupAgents,GroupPlaces\"",
                        d -> d.objectTypes(ObjectType.GROUP_AGENTS, ObjectType.GROUP_PLACES)),
                row("\"location\":\"/DC\"", d -> d.location("/DC")),
                row("\"saveHistory\":true", d -> d.saveHistory(true)),
                row("\"features\":\"f\"", d -> d.features("f")),
                row("\"maskType\":\"DN\"", d -> d.maskType("DN")),
                row("\"any\":\"text\"", d -> d.with("any", "text")),
                row("\"any\":-5", d -> d.with("any", -5)),
                row("\"any\":5.5", d -> d.with("any", 5.5)),
                row("\"any\":false", d -> d.with("any", false)),
                row("\"any\":[1,{}]", d -> d.with("any", Samples.tree("[1,{}]"))),
                row("\"any\":null", d -> d.with("any", Samples.tree("null"))));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKeyIsSentAsItIs(String json, Function<StatisticDefinitionBuilder, StatisticDefinitionBuilder> setting)
            throws Exception {
        StatisticDefinition definition =
                setting.apply(StatisticDefinition.builder()).build();
        assertThat(new ObjectMapper().writeValueAsString(definition)).isEqualTo("{" + json + "}");
        assertThat(definition).hasToString("{" + json + "}");
        assertThat(StatisticDefinition.of(Samples.tree("{" + json + "}"))).isEqualTo(definition);
        assertThat(definition.toBuilder().build()).isEqualTo(definition).hasSameHashCodeAs(definition);
    }

    private static Arguments refusal(String message, Consumer<StatisticDefinitionBuilder> setting) {
        return Arguments.of(message, setting);
    }

    @SuppressWarnings("CheckReturnValue")
    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("category is required and must not be blank", d -> d.category(" ")),
                refusal("category is required", d -> d.category((StatisticCategory) null)),
                refusal("subject is required", d -> d.subject((String) null)),
                refusal("mainMask must name one or more", StatisticDefinitionBuilder::mainMask),
                refusal("each of mainMask is required and must not be blank", d -> d.mainMask("a", " ")),
                refusal("relativeMask is required", d -> d.relativeMask((String[]) null)),
                refusal("notificationMode is required", d -> d.notificationMode((NotificationMode) null)),
                refusal("notificationFrequency is required", d -> d.notificationFrequency(null)),
                refusal(
                        "notificationFrequency must be longer than zero, not PT0S",
                        d -> d.notificationFrequency(Duration.ZERO)),
                refusal(
                        "notificationFrequency must be longer than zero, not PT-1S",
                        d -> d.notificationFrequency(Duration.ofSeconds(-1))),
                refusal(
                        "notificationFrequency must be whole seconds, not PT0.5S",
                        d -> d.notificationFrequency(Duration.ofMillis(500))),
                refusal(
                        "notificationFrequency must be whole seconds, not PT1.000000001S",
                        d -> d.notificationFrequency(Duration.ofSeconds(1, 1))),
                refusal("insensitivity must be 0 or more, not -1", d -> d.insensitivity(-1)),
                refusal("intervalLength must be 0 or more, not -1", d -> d.intervalLength(-1)),
                refusal("timeRangeLeft must be 0 or more, not -1", d -> d.timeRangeLeft(-1)),
                refusal("timeRangeRight must be 0 or more, not -1", d -> d.timeRangeRight(-1)),
                refusal("timeRangeLeft2 must be 0 or more, not -1", d -> d.timeRangeLeft2(-1)),
                refusal("timeRangeRight2 must be 0 or more, not -1", d -> d.timeRangeRight2(-1)),
                refusal("objects must name one or more", StatisticDefinitionBuilder::objects),
                refusal("each of objectTypes is required", d -> d.objectTypes((ObjectType) null)),
                refusal("key is required and must not be blank", d -> d.with(" ", 1)),
                refusal("key is required", d -> d.with(null, true)),
                refusal("any is required and must not be blank", d -> d.with("any", "")),
                refusal("any is required", d -> d.with("any", MissingNode.getInstance())),
                refusal("any must be a finite number", d -> d.with("any", Double.NaN)),
                refusal(
                        "definition is required and must hold something, mostly a category",
                        StatisticDefinitionBuilder::build));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotBeSentIsRefusedNamingTheKey(String message, Consumer<StatisticDefinitionBuilder> setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting.accept(StatisticDefinition.builder()))
                .withMessage(message);
    }

    @Test
    void jsonThatIsNoObjectIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatisticDefinition.of(Samples.tree("[]")))
                .withMessage("definition must be a JSON object");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatisticDefinition.of(Samples.tree("{}")))
                .withMessageStartingWith("definition is required");
    }

    @Test
    void theOrderOfTheKeysDoesNotCount() {
        StatisticDefinition one =
                StatisticDefinition.builder().category("a").insensitivity(1).build();
        StatisticDefinition two = StatisticDefinition.builder()
                .with("insensitivity", JsonNodeFactory.instance.numberNode(1))
                .category("a")
                .build();
        assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
        assertThat(one).isNotEqualTo(one.toBuilder().insensitivity(2).build());
    }

    @Test
    void theLastSettingOfAKeyWins() {
        assertThat(StatisticDefinition.builder().category("a").category("b").build())
                .hasToString("{\"category\":\"b\"}");
    }

    @Test
    void nothingChangesADefinitionThatIsMade() {
        ObjectNode open = JsonNodeFactory.instance.objectNode().put("a", 1);
        StatisticDefinitionBuilder builder = StatisticDefinition.builder().with("open", open);
        StatisticDefinition definition = builder.build();
        open.put("a", 2);
        ((ObjectNode) definition.json()).put("b", 1);
        ((ObjectNode) definition.get("open")).put("a", 3);
        assertThat(builder.category("later").build()).isNotEqualTo(definition);
        assertThat(definition).hasToString("{\"open\":{\"a\":1}}");
        assertThat(definition.get("none")).isNull();
    }
}
