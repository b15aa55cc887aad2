package io.github.multicloudcx.core.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonChangesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The examples of RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'a':'b'}|{'a':'c'}|{'a':'c'}",
                "{'a':'b'}|{'b':'c'}|{'a':'b','b':'c'}",
                "{'a':'b'}|{'a':null}|{}",
                "{'a':'b','b':'c'}|{'a':null}|{'b':'c'}",
                "{'a':['b']}|{'a':'c'}|{'a':'c'}",
                "{'a':'c'}|{'a':['b']}|{'a':['b']}",
                "{'a':{'b':'c'}}|{'a':{'b':'d','c':null}}|{'a':{'b':'d'}}",
                "{'a':[{'b':'c'}]}|{'a':[1]}|{'a':[1]}",
                "['a','b']|['c','d']|['c','d']",
                "{'a':'b'}|['c']|['c']",
                "{'a':'foo'}|null|null",
                "{'a':'foo'}|'bar'|'bar'",
                "{'e':null}|{'a':1}|{'e':null,'a':1}",
                "[1,2]|{'a':'b','c':null}|{'a':'b'}",
                "{'a':1}|{'b':{}}|{'a':1,'b':{}}",
                "{'a':{'b':1}}|{'a':{}}|{'a':{'b':1}}",
                "{}|{'a':{'bb':{'ccc':1}}}|{'a':{'bb':{'ccc':1}}}",
                "{}|{'a':{'bb':{'ccc':null}}}|{'a':{'bb':{}}}",
                "{}|{'a':{'b':null}}|{'a':{}}",
            })
    void aMergePatchIsMade(String base, String patch, String result) {
        assertThat(JsonChanges.of(json(base), json(patch)).applyTo(json(base))).isEqualTo(json(result));
    }

    @Test
    void aDiffHasALineForEachValue() {
        JsonNode before = json("{'routing':{'type':'x','maxWaitTime':300},'old':{'a':1,'b':[1]},'same':1.0}");
        JsonNode after = json("{'routing':{'type':'x','maxWaitTime':600},'new/er':{'c':true},'same':1}");
        JsonChanges changes = JsonChanges.between(before, after);
        assertThat(changes).hasToString("""
                ~ /routing/maxWaitTime: 300 -> 600
                - /old/a: 1
                - /old/b: [1]
                + /new~1er/c: true""");
        assertThat(changes.all()).isEqualTo(changes.effective()).hasSize(4);
    }

    @Test
    void whatAPatchNamesButDoesNotChangeIsNotShown() {
        JsonChanges changes = JsonChanges.of(json("{'a':1,'b':2}"), json("{'a':1,'b':3,'c':null}"));
        assertThat(changes).hasToString("~ /b: 2 -> 3");
        assertThat(changes.all()).extracting(JsonChange::pointer).containsExactly("/a", "/b", "/c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // what was read | the patch | the newest state | the conflicts
                "{'a':1}|{'a':2}|{'a':1}|",
                "{'a':1}|{'a':2}|{'a':1.0,'b':1}|",
                "{'a':1}|{'a':2}|{'a':2}|",
                "{'a':1}|{'a':2}|{'a':3}|! /a: was 1, is to be 2, but is 3 now",
                "{'a':1}|{'a':2}|{}|! /a: was 1, is to be 2, but is absent now",
                "{'a':1}|{'a':1}|{'a':3}|! /a: was 1, is to be 1, but is 3 now",
                "{'a':1}|{'a':null}|{}|",
                "{'a':1}|{'a':null}|{'a':2}|! /a: was 1, is to be absent, but is 2 now",
                "{}|{'a':1}|{'a':2}|! /a: was absent, is to be 1, but is 2 now",
                "{}|{'a':{'b':1}}|{'a':{'c':1}}|",
                "{}|{'a':{'b':1}}|{'a':5}|! /a/b: was absent, is to be 1, but /a is 5 now",
                "{'a':{'c':1}}|{'a':{'b':1}}|{}|! /a/b: was absent, is to be 1, but /a is absent now",
                "{'a':{'c':1}}|{'a':{'b':1}}|{'a':null}|! /a/b: was absent, is to be 1, but /a is null now",
                "{'a':{'c':1}}|{'a':null}|{'a':{'c':1,'d':2}}|! /a: was {'c':1}, is to be absent, but is {'c':1,'d':2} now",
                "{'a':[1]}|{'a':[1,2]}|{'a':[1,3]}|! /a: was [1], is to be [1,2], but is [1,3] now",
                "{'a':1}|{'a':{'b':1}}|{'a':1}|",
                "{'a':1}|5|{'a':1}|",
                "{'a':1}|5|{'a':2}|! : was {'a':1}, is to be 5, but is {'a':2} now",
            })
    void theSameValueChangedBySomebodyElseIsAConflict(String base, String patch, String now, String expected) {
        JsonChanges changes = JsonChanges.of(json(base), json(patch));
        String conflicts = String.join(
                "\n",
                changes.conflicts(json(now)).stream()
                        .map(JsonConflict::toString)
                        .toList());
        assertThat(conflicts).isEqualTo(expected == null ? "" : expected.replace('\'', '"'));
    }

    @Test
    void changesOfOthersElsewhereStay() {
        JsonChanges changes = JsonChanges.of(json("{'m':{'a':1}}"), json("{'m':{'b':2,'a':null}}"));
        assertThat(changes.applyTo(json("{'m':{'a':1,'c':3},'n':4}"))).isEqualTo(json("{'m':{'c':3,'b':2},'n':4}"));
    }

    @Test
    void undoingTakesOutWhatCameAndLeavesWhatOthersBrought() {
        JsonChanges changes = JsonChanges.of(json("{}"), json("{'m':{'a':1}}"));
        JsonChanges undo = changes.reversed();
        assertThat(undo).hasToString("- /m/a: 1");
        assertThat(undo.applyTo(json("{'m':{'a':1}}"))).isEqualTo(json("{}"));
        assertThat(undo.conflicts(json("{'m':{'a':1,'b':2}}"))).isEmpty();
        assertThat(undo.applyTo(json("{'m':{'a':1,'b':2}}"))).isEqualTo(json("{'m':{'b':2}}"));
        assertThat(undo.conflicts(json("{'m':{'a':7}}"))).hasSize(1);
    }

    /** Nothing was taken out, so nothing goes with it. */
    @Test
    void anEmptyObjectOfSomebodyElseStays() {
        JsonChanges changes = JsonChanges.of(json("{'x':1}"), json("{'x':null,'a':null}"));
        assertThat(changes.reversed().reversed().applyTo(json("{'x':1,'a':{}}")))
                .isEqualTo(json("{}"));
        JsonChanges undo = JsonChanges.between(json("{'m':{'a':1}}"), json("{}"));
        assertThat(undo.applyTo(json("{'m':{}}"))).isEqualTo(json("{'m':{}}"));
        assertThat(undo.madeIn(json("{'m':{}}"))).isTrue();
        assertThat(undo.madeIn(json("{'m':{'a':2}}"))).isFalse();
    }

    @Test
    void numbersThatDoNotFitAreNeverTheSame() {
        JsonChanges changes = JsonChanges.of(json("{'n':1e400}"), json("{'n':5}"));
        assertThat(changes.conflicts(json("{'n':2e400}"))).hasSize(1);
        assertThat(JsonChanges.between(json("{'n':1.0,'m':9007199254740993}"), json("{'n':1,'m':9007199254740992}")))
                .hasToString("~ /m: 9007199254740993 -> 9007199254740992");
    }

    @Test
    void anObjectThatWasThereBeforeStaysWhenItIsEmpty() {
        JsonChanges changes = JsonChanges.of(json("{'m':{'a':1}}"), json("{'m':{'a':null}}"));
        assertThat(changes.applyTo(json("{'m':{'a':1}}"))).isEqualTo(json("{'m':{}}"));
    }

    @Test
    void documentsThatAreChangedLaterDoNotChangeWhatWasMadeOfThem() {
        ObjectNode base = (ObjectNode) json("{'a':1}");
        ObjectNode patch = (ObjectNode) json("{'b':{'c':1}}");
        JsonChanges changes = JsonChanges.of(base, patch);
        base.put("a", 2);
        ((ObjectNode) patch.get("b")).put("c", 2);
        ObjectNode made = (ObjectNode) changes.applyTo(json("{'a':1}"));
        ((ObjectNode) made.get("b")).put("c", 3);
        assertThat(changes.applyTo(json("{'a':1}"))).isEqualTo(json("{'a':1,'b':{'c':1}}"));
        assertThat(changes.conflicts(json("{'a':1}"))).isEmpty();
    }

    @RepeatedTest(200)
    void whatTwoDocumentsDifferInMakesOneOfTheOther(RepetitionInfo round) {
        RandomDocument random = new RandomDocument(round.getCurrentRepetition());
        JsonNode before = random.object(3);
        JsonNode after = random.object(3);
        JsonChanges changes = JsonChanges.between(before, after);
        assertThat(changes.conflicts(before)).isEmpty();
        assertThat(changes.applyTo(before)).isEqualTo(after);
        assertThat(changes.reversed().applyTo(after)).isEqualTo(before);
        assertThat(JsonChanges.between(after, after.deepCopy()).all()).isEmpty();
    }

    @RepeatedTest(200)
    void aPatchMadeInTurnWithOthersKeepsBothOrSaysThatItCannot(RepetitionInfo round) {
        RandomDocument random = new RandomDocument(1000 + round.getCurrentRepetition());
        JsonNode base = random.object(3);
        JsonChanges mine = JsonChanges.of(base, random.object(3));
        JsonNode theirs = random.object(3);
        JsonNode merged = mine.applyTo(theirs);
        if (mine.conflicts(theirs).isEmpty()) {
            JsonChanges elsewhere = JsonChanges.between(base, theirs);
            assertThat(mine.conflicts(merged)).as("mine is in").isEmpty();
            elsewhere
                    .all()
                    .forEach(change -> assertThat(
                                    JsonChanges.between(merged, theirs).all())
                            .as("theirs is in")
                            .noneMatch(lost -> lost.pointer().equals(change.pointer())));
        }
        assertThat(mine.reversed().applyTo(mine.applyTo(base))).isEqualTo(base);
    }

    @Test
    void wrongParametersAreRefused() {
        assertThatThrownBy(() -> JsonChanges.of(null, json("{}"))).hasMessage("base is required");
        assertThatThrownBy(() -> JsonChanges.of(json("{}"), null)).hasMessage("mergePatch is required");
        assertThatThrownBy(() -> JsonChanges.between(json("{}"), null)).hasMessage("after is required");
        JsonChanges none = JsonChanges.of(json("{}"), json("{}"));
        assertThatThrownBy(() -> none.applyTo(null)).hasMessage("document is required");
        assertThatThrownBy(() -> none.conflicts(null)).hasMessage("now is required");
    }
}
