package io.github.multicloudcx.statistics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.statistics.model.ObjectType;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticDefinition;
import io.github.multicloudcx.statistics.model.StatisticValue;
import io.github.multicloudcx.statistics.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingTest {
    private static final StatisticDefinition DEFINITION =
            StatisticDefinition.builder().category("CurrentState").build();

    private static Statistic named(String id, String name) {
        return Statistic.named(name).agent("a").statisticId(id);
    }

    private static Statistic defined(String id, String agent) {
        return Statistic.defined(DEFINITION).agent(agent).statisticId(id);
    }

    private static StatisticValue answer(@Nullable String id, @Nullable String name, @Nullable String agent) {
        return new StatisticValue(id, name, agent, agent == null ? null : ObjectType.AGENT, null, Value.NONE);
    }

    @Test
    void idsDecideWhateverElseIsSaid() {
        Statistic one = named("1", "x");
        Statistic two = named("2", "y");
        Matching matching = Matching.of(List.of(one, two), List.of(answer("2", "x", "a"), answer("1", null, null)));
        assertThat(matching.statistics()).containsExactlyInAnyOrderEntriesOf(Map.of("1", one, "2", two));
        assertThat(matching.missing()).isEmpty();
    }

    @Test
    void whatIsNotAnsweredIsMissingInTheOrderAsked() {
        Statistic one = named("1", "x");
        Statistic two = named("2", "y");
        Statistic three = defined("3", "a");
        Matching matching = Matching.of(List.of(three, one, two), List.of(answer("1", "x", "a")));
        assertThat(matching.statistics()).containsExactly(Map.entry("1", one));
        assertThat(matching.missing()).containsExactly(three, two);
        assertThat(Matching.of(List.of(one), List.of()).missing()).containsExactly(one);
        assertThat(Matching.of(List.of(), List.of(answer("1", null, null))).statistics())
                .isEmpty();
    }

    @Test
    void madeUpIdsAreMatchedByNameAndObject() {
        Statistic one = named("1", "x");
        Statistic two = Statistic.named("x").agent("b").statisticId("2");
        Matching matching = Matching.of(List.of(one, two), List.of(answer("p", "x", "b")));
        assertThat(matching.statistics()).containsExactly(Map.entry("p", two));
        assertThat(matching.missing()).containsExactly(one);
    }

    @Test
    void theSameStatisticAskedForTwiceTakesTwoAnswers() {
        Statistic one = named("1", "x");
        Statistic two = named("2", "x");
        Matching both = Matching.of(List.of(one, two), List.of(answer("p", "x", "a"), answer("q", "x", "a")));
        assertThat(both.statistics()).isEqualTo(Map.of("p", one, "q", two));
        Matching single = Matching.of(List.of(one, two), List.of(answer("p", "x", "a")));
        assertThat(single.missing()).containsExactly(two);
    }

    @Test
    void madeUpIdsOfDefinitionsAreMatchedByPositionWhenTheCountsAreEqual() {
        Statistic one = defined("1", "a");
        Statistic two = named("2", "x");
        Statistic three = defined("3", "b");
        List<Statistic> asked = List.of(one, two, three);
        Matching matching =
                Matching.of(asked, List.of(answer("p", null, "a"), answer("q", "x", "a"), answer("r", null, null)));
        assertThat(matching.statistics()).isEqualTo(Map.of("p", one, "q", two, "r", three));
        Matching fewer = Matching.of(asked, List.of(answer("p", null, "a"), answer("q", "x", "a")));
        assertThat(fewer.missing()).containsExactly(one, three);
    }

    @Test
    void thePositionDoesNotDecideAgainstNameOrObject() {
        Statistic one = named("1", "x");
        Matching otherName = Matching.of(List.of(one), List.of(answer("p", "y", "a")));
        assertThat(otherName.missing()).containsExactly(one);
        assertThat(otherName.statistics()).isEmpty();
        Statistic two = defined("2", "a");
        assertThat(Matching.of(List.of(two), List.of(answer("p", null, "b"))).missing())
                .containsExactly(two);
    }

    @Test
    void anAnswerWithoutIdIsNoHindrance() {
        Statistic one = named("1", "x");
        Matching matching = Matching.of(List.of(one), List.of(answer(null, "x", "a")));
        assertThat(matching.missing()).isEmpty();
        assertThat(matching.statistics()).isEmpty();
    }

    @Test
    void statisticsWithoutIdsAreMatchedToo() {
        Statistic one = Statistic.named("x").agent("a");
        assertThat(Matching.of(List.of(one), List.of(answer("p", "x", "a"))).statistics())
                .containsExactly(Map.entry("p", one));
    }

    private static StatisticValue same(Statistic asked) {
        return answer(asked.statisticId(), asked.name(), asked.objectId());
    }

    @Test
    void answersInTheOrderAskedBelongToWhatStandsInTheirPlace() {
        List<Statistic> asked =
                IntStream.range(0, 20).mapToObj(i -> named("s" + i, "n" + i)).toList();
        Matching matching =
                Matching.of(asked, asked.stream().map(MatchingTest::same).toList());
        assertThat(matching.missing()).isEmpty();
        assertThat(matching.statistics())
                .hasSize(20)
                .allSatisfy(
                        (id, statistic) -> assertThat(statistic.statisticId()).isEqualTo(id));
    }

    @Test
    void moreAnswersThanQuestionsLeaveTheRestAlone() {
        Statistic one = named("1", "x");
        Matching matching = Matching.of(List.of(one), List.of(same(one), answer("2", "y", "a"), same(one)));
        assertThat(matching.statistics()).containsExactly(Map.entry("1", one));
        assertThat(matching.missing()).isEmpty();
        Pairing pairing = pairing(List.of(one), List.of(same(one), answer("2", "y", "a"), same(one)));
        assertThat(pairing.answerOf(0)).isZero();
        assertThat(List.of(pairing.taken(0), pairing.taken(1), pairing.taken(2)))
                .containsExactly(true, false, false);
    }

    @Test
    void oneThatIsAnsweredInItsPlaceKeepsThatAnswerWhenOthersAreNot() {
        Statistic one = named("1", "x");
        Statistic two = named("2", "y");
        Statistic three = named("3", "z");
        Pairing pairing = pairing(List.of(one, two, three), List.of(same(three), same(two), same(one), same(two)));
        assertThat(pairing.answerOf(0)).isEqualTo(2);
        assertThat(pairing.answerOf(1)).isEqualTo(1);
        assertThat(pairing.answerOf(2)).isZero();
        assertThat(pairing.taken(3)).isFalse();
    }

    @Test
    void theSameQuestionTwiceTakesAnAnswerEach() {
        Statistic one = named("1", "x");
        Pairing both = pairing(List.of(one, one), List.of(same(one), same(one)));
        assertThat(both.answerOf(0)).isZero();
        assertThat(both.answerOf(1)).isEqualTo(1);
        Pairing single = pairing(List.of(one, one), List.of(same(one)));
        assertThat(single.answerOf(0)).isZero();
        assertThat(single.answerOf(1)).isNull();
    }

    @Test
    void anIdThatContradictsNameAndPlaceDecides() {
        Statistic one = named("1", "x");
        Statistic two = named("2", "x");
        Pairing crossed = pairing(List.of(one, two), List.of(answer("2", "x", "a"), answer("1", "x", "a")));
        assertThat(crossed.answerOf(0)).isEqualTo(1);
        assertThat(crossed.answerOf(1)).isZero();
        Statistic other = named("3", "y");
        Pairing named = pairing(List.of(one, other), List.of(answer("1", "y", "a"), answer("3", "x", "a")));
        assertThat(named.answerOf(0)).isZero();
        assertThat(named.answerOf(1)).isEqualTo(1);
    }

    @Test
    void anotherObjectInTheSamePlaceIsNotTheSame() {
        Statistic one = Statistic.named("x").agent("a");
        Statistic two = Statistic.named("x").agent("b");
        Pairing pairing = pairing(List.of(one, two), List.of(answer(null, "x", "b"), answer(null, "x", "a")));
        assertThat(pairing.answerOf(0)).isEqualTo(1);
        assertThat(pairing.answerOf(1)).isZero();
    }

    private static Pairing pairing(List<Statistic> asked, List<StatisticValue> answered) {
        return Pairing.of(asked, answered.stream().map(Answered::of).toList());
    }

    /** In place, shuffled, spoiled: as the rules say when no short cut is taken. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void idsThatAreNotRepeatedAlwaysDecide(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Statistic> asked = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                asked.add(named("s" + i, "n" + random.nextInt(3)));
            }
            List<StatisticValue> answered = new ArrayList<>();
            for (Statistic statistic : asked) {
                answered.add(random.nextInt(4) == 0 ? answer(statistic.statisticId(), "n0", "a") : same(statistic));
            }
            for (int swaps = random.nextInt(3); swaps > 0; swaps--) {
                Collections.swap(answered, random.nextInt(8), random.nextInt(8));
            }
            Pairing pairing = pairing(asked, answered);
            for (int i = 0; i < 8; i++) {
                assertThat(answered.get(pairing.answerOf(i)).statisticId())
                        .isEqualTo(asked.get(i).statisticId());
            }
        }
    }

    /** Whatever is left out and however it is shuffled: what is matched is right, the rest is missing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyStatisticIsEitherMatchedOrMissing(long seed) {
        Random random = new Random(seed);
        List<Statistic> asked = new ArrayList<>(IntStream.range(0, 200)
                .mapToObj(i -> named(Integer.toString(i), "n" + i))
                .toList());
        Collections.shuffle(asked, random);
        boolean madeUp = random.nextBoolean();
        List<StatisticValue> answered = new ArrayList<>();
        List<Statistic> left = new ArrayList<>();
        for (Statistic statistic : asked) {
            if (random.nextInt(4) == 0) {
                left.add(statistic);
            } else {
                answered.add(answer(
                        madeUp ? "m" + statistic.statisticId() : statistic.statisticId(), statistic.name(), "a"));
            }
        }
        Collections.shuffle(answered, random);
        Matching matching = Matching.of(asked, answered);
        assertThat(matching.missing()).isEqualTo(left);
        assertThat(matching.statistics()).hasSize(answered.size());
        matching.statistics()
                .forEach((id, statistic) -> assertThat(id).isEqualTo((madeUp ? "m" : "") + statistic.statisticId()));
    }
}
