package io.github.multicloudcx.statistics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticTest {
    private static final StatisticDefinition DEFINITION =
            StatisticDefinition.builder().category("CurrentState").build();

    @Test
    void twoOfThemAreEqualWhenAllIsTheSame() {
        Statistic one = new Statistic("1", "x", null, ObjectType.AGENT, "a");
        assertThat(new Statistic("1", "x", null, new ObjectType("Agent"), "a"))
                .isEqualTo(one)
                .hasSameHashCodeAs(one);
        assertThat(Stream.of(
                        new Statistic("2", "x", null, ObjectType.AGENT, "a"),
                        new Statistic(null, "x", null, ObjectType.AGENT, "a"),
                        new Statistic("1", "y", null, ObjectType.AGENT, "a"),
                        new Statistic("1", null, DEFINITION, ObjectType.AGENT, "a"),
                        new Statistic("1", "x", null, ObjectType.QUEUE, "a"),
                        new Statistic("1", "x", null, ObjectType.AGENT, "b")))
                .doesNotContain(one);
        Statistic defined = new Statistic("1", null, DEFINITION, ObjectType.AGENT, "a");
        StatisticDefinition other =
                StatisticDefinition.builder().category("CurrentNumber").build();
        assertThat(new Statistic("1", null, other, ObjectType.AGENT, "a")).isNotEqualTo(defined);
        assertThat(one).isNotEqualTo(ObjectType.AGENT);
        assertThat(ObjectType.AGENT).isNotEqualTo(ObjectType.QUEUE).isNotEqualTo(one);
    }

    static Stream<Arguments> objects() {
        return Stream.of(
                object(Statistic.Builder::agent, "agent", "Agent"),
                object(Statistic.Builder::groupAgents, "groupAgents", "GroupAgents"),
                object(Statistic.Builder::groupPlaces, "groupPlaces", "GroupPlaces"),
                object(Statistic.Builder::queue, "queue", "Queue"),
                object(Statistic.Builder::groupQueues, "groupQueues", "GroupQueues"),
                object(Statistic.Builder::routePoint, "routePoint", "RoutePoint"),
                object((statistic, id) -> statistic.object(ObjectType.AGENT, id), "objectId", "Agent"),
                object((statistic, id) -> statistic.object("Tenant", id), "objectId", "Tenant"));
    }

    private static Arguments object(
            BiFunction<Statistic.Builder, String, Statistic> of, String parameter, String type) {
        return Arguments.of(of, parameter, type);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void aStatisticIsOfAnObject(BiFunction<Statistic.Builder, String, Statistic> of, String parameter, String type) {
        assertThat(of.apply(Statistic.named("x"), "o"))
                .isEqualTo(new Statistic(null, "x", null, new ObjectType(type), "o"));
        assertThat(of.apply(Statistic.defined(DEFINITION), "o"))
                .isEqualTo(new Statistic(null, null, DEFINITION, new ObjectType(type), "o"));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void aBlankObjectIsRefusedNamingIt(
            BiFunction<Statistic.Builder, String, Statistic> of, String parameter, String type) {
        for (String blank : new String[] {"", " "}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of.apply(Statistic.named("x"), blank))
                    .withMessage(parameter + " is required and must not be blank");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.apply(Statistic.named("x"), null))
                .withMessage(parameter + " is required");
    }

    @Test
    void whatIsRequiredIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statistic.named(" "))
                .withMessage("name is required and must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statistic.defined(null))
                .withMessage("definition is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statistic.named("x").object((ObjectType) null, "o"))
                .withMessage("objectType is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statistic.named("x").object(" ", "o"))
                .withMessage("objectType is required and must not be blank");
    }

    @Test
    void aStatisticHasEitherANameOrADefinition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statistic(null, "x", DEFINITION, ObjectType.AGENT, "a"))
                .withMessage("either name or definition is required, not both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statistic(null, null, null, ObjectType.AGENT, "a"))
                .withMessage("either name or definition is required, not both");
    }

    @Test
    void anIdIsSetOnACopy() {
        Statistic without = Statistic.named("x").agent("a");
        Statistic with = without.statisticId("1");
        assertThat(without.statisticId()).isNull();
        assertThat(with).isEqualTo(new Statistic("1", "x", null, ObjectType.AGENT, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anIdIsNotBlank(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statistic.named("x").agent("a").statisticId(id))
                .withMessage("statisticId is required and must not be blank");
    }

    @Test
    void anIdHasNoComma() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statistic.named("x").agent("a").statisticId("1,2"))
                .withMessageStartingWith("statisticId must not contain a comma");
    }

    @Test
    void openValuesTakeAnyTextButNone() {
        assertThat(new ObjectType("Campaign")).hasToString("Campaign");
        assertThat(new NotificationMode("PERIODICAL")).isNotEqualTo(NotificationMode.PERIODICAL);
        assertThat(new IntervalType("GrowingWindow")).isEqualTo(IntervalType.GROWING_WINDOW);
        assertThat(StatisticCategory.SERVICE_FACTOR_1).hasToString("ServiceFactor1");
        assertThat(StatisticSubject.DN_STATUS).hasToString("DNStatus");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatisticCategory(" "))
                .withMessage("category is required and must not be blank");
    }
}
