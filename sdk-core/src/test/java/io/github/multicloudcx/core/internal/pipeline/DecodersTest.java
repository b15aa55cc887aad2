package io.github.multicloudcx.core.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.core.internal.envelope.Answer;
import io.github.multicloudcx.core.internal.envelope.AnswerBody;
import io.github.multicloudcx.core.internal.json.Json;
import io.github.multicloudcx.core.internal.json.Models;
import io.github.multicloudcx.core.testing.BrokenSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodersTest {
    private static final String REFUSAL = "{'status':{'code':7,'message':'no'}}";
    private static final String HTML = "<!DOCTYPE html><html></html>";

    private final Decoders bare = new Decoders(new Models(Json.mapper(false)), Envelope.BARE);
    private final Decoders engage = new Decoders(new Models(Json.mapper(false)), Envelope.ENGAGE);

    public record Item(Integer id) {}

    public record Grumpy(Integer id) {
        public Grumpy {
            throw new UncheckedIOException(new IOException("not today"));
        }
    }

    @Test
    void aValueIsRead() throws Exception {
        assertThat(value(bare.value(Item.class), "{'id':1,'more':true}")).isEqualTo(new Item(1));
        assertThat(value(engage.value(Item.class), "{'status':{'code':0},'data':{'id':1}}"))
                .isEqualTo(new Item(1));
    }

    @Test
    void theTextComesAlong() throws Exception {
        assertThat(bare.value(Item.class)
                        .decode(answer("{'id':1}", "application/json"))
                        .text()
                        .get())
                .isEqualTo("{\"id\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "null"})
    void aValueThatIsMissingIsAnError(String body) {
        refuses(bare.value(Item.class), body);
    }

    @Test
    void aValueThatIsMissingInItsEnvelopeIsAnError() {
        assertThat(refuses(engage.value(Item.class), "{'status':{'code':0}}")).hasMessage("there is no data in it");
    }

    @Test
    void whatDoesNotFitIsNamedByItsPath() {
        assertThat(refuses(bare.value(Item.class), "{'id':'hunter2'}")).hasMessage("$.id is not an integer");
        assertThat(refuses(bare.list(Item.class), "[{'id':1},{'id':true}]")).hasMessage("$[1].id is not an integer");
    }

    /** A list is read as it comes, and Jackson has made the model when the field comes again. */
    @Test
    void aFieldThatComesTwiceIsNotAsDocumentedInALongList() {
        assertThat(refuses(bare.list(Item.class), "[{'id':1,'id':2}]")).hasMessageContaining("$[0].id is not");
    }

    @Test
    void whateverTheModelThrowsIsNotTakenForABadEncoding() {
        assertThat(refuses(bare.list(Grumpy.class), "[{'id':1}]")).hasMessageContaining("$[0] is not");
        assertThat(refuses(engage.value(Grumpy.class), "{'data':{'id':1},'status':{'code':7,'message':'no'}}")
                        .problem()
                        .message())
                .isEqualTo("no");
    }

    @Test
    void aListIsReadWithoutNullsAndCannotBeChanged() throws Exception {
        List<Item> items = value(bare.list(Item.class), "[{'id':1},null,{'id':2}]");
        assertThat(items).containsExactly(new Item(1), new Item(2));
        assertThatThrownBy(() -> items.add(new Item(3))).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void noContentIsAnEmptyListAndAnEmptyBodyOrALoneObjectIsNone() throws Exception {
        assertThat(noContent(bare.list(Item.class))).isEmpty();
        refuses(bare.list(Item.class), "");
        refuses(bare.list(Item.class), "{'id':1}");
    }

    @Test
    void aListMayStandAloneOrInAFieldOfOneOfTheNames() throws Exception {
        var list = bare.list(Item.class, List.of("items", "Items"));
        assertThat(value(list, "[{'id':1}]")).containsExactly(new Item(1));
        assertThat(value(list, "{'items':[{'id':1},null]}")).containsExactly(new Item(1));
        assertThat(value(list, "{'Items':[{'id':2}],'more':true}")).containsExactly(new Item(2));
        assertThat(value(list, "{'items':null}")).isEmpty();
        assertThat(value(list, "[]")).isEmpty();
        assertThat(noContent(list)).isEmpty();
        assertThat(refuses(list, "{'others':[]}")).hasMessage("$.items is not an array");
        assertThat(refuses(list, "{'items':{}}")).hasMessage("$.items is not an array");
        refuses(list, "null");
        refuses(list, "7");
        refuses(list, "");
    }

    @Test
    void oneOrManyTakesBoth() throws Exception {
        assertThat(value(bare.oneOrMany(Item.class), "[{'id':1},{'id':2}]")).containsExactly(new Item(1), new Item(2));
        assertThat(value(bare.oneOrMany(Item.class), "{'id':1}")).containsExactly(new Item(1));
        assertThat(value(bare.oneOrMany(Item.class), "{}")).isEmpty();
        assertThat(value(bare.oneOrMany(Item.class), "[]")).isEmpty();
        assertThat(noContent(bare.oneOrMany(Item.class))).isEmpty();
        refuses(bare.oneOrMany(Item.class), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "{'id':'x'}"})
    void oneOrManyTakesNothingElse(String body) {
        refuses(bare.oneOrMany(Item.class), body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "'text'", "null", "7"})
    void nothingTakesAnyJson(String body) throws Exception {
        assertThat(value(bare.nothing(), body)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {HTML, REFUSAL, "nonsense", "{} {}"})
    void nothingTakesNoErrorAndNoPage(String body) {
        refuses(bare.nothing(), body);
    }

    @Test
    void aTextIsAJsonStringOrTheBodyAsItIs() throws Exception {
        assertThat(value(bare.text(), "'a\\nb'")).isEqualTo("a\nb");
        assertThat(value(bare.text(), "plain words")).isEqualTo("plain words");
        assertThat(value(bare.text(), "{'id':1}")).isEqualTo("{\"id\":1}");
        assertThat(value(bare.text(), "")).isEmpty();
    }

    @Test
    void aTextIsNoPage() {
        assertThat(refuses(bare.text(), HTML)).hasMessageContaining("an HTML page where a text was due");
    }

    @Test
    void aHeaderIsRead() throws Exception {
        assertThat(bare.header("Location")
                        .decode(AnswerOf.bytes(201, header("location", "/x/7"), "", new byte[0]))
                        .value())
                .isEqualTo("/x/7");
    }

    @Test
    void aHeaderThatIsMissingOrBlankIsAnError() {
        assertThat(refuses(bare.header("Location"), "{}")).hasMessage("the header Location is missing");
        assertThatThrownBy(() ->
                        bare.header("Location").decode(AnswerOf.bytes(201, header("location", " "), "", new byte[0])))
                .hasMessage("the header Location is missing");
    }

    @Test
    void aHeaderBesideAnErrorDoesNotCount() {
        byte[] body = REFUSAL.replace('\'', '"').getBytes(UTF_8);
        assertThatThrownBy(
                        () -> bare.header("Location").decode(AnswerOf.bytes(200, header("Location", "/x"), "", body)))
                .isInstanceOfSatisfying(
                        BadAnswer.class,
                        bad -> assertThat(bad.problem().message()).isEqualTo("no"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'count':9,'items':[{'id':1}]}",
                "{'status':{'code':0},'data':{'count':9,'items':[{'id':1}]}}",
                "{'data':{'count':9,'items':[{'id':1}]}}"
            })
    void aPageIsReadInItsEnvelopeToo(String body) throws Exception {
        assertThat(value(bare.page("items", Item.class, 0, 1L), body))
                .isEqualTo(new Page<>(List.of(new Item(1)), 9L, 0, 1L));
    }

    @Test
    void everyDecoderRefusesAnErrorUnderSuccess() {
        for (WholeReader.Decoder<?> decoder : List.of(
                bare.value(Item.class),
                bare.list(Item.class),
                bare.oneOrMany(Item.class),
                bare.nothing(),
                bare.page("items", Item.class, 0, null))) {
            BadAnswer bad = refuses(decoder, REFUSAL);
            assertThat(bad.problem().code()).isEqualTo("7");
            assertThat(bad.body()).contains("\"no\"");
        }
    }

    @Test
    void everyDecoderRefusesAPage() {
        for (WholeReader.Decoder<?> decoder : List.of(
                bare.value(Item.class),
                bare.list(Item.class),
                bare.oneOrMany(Item.class),
                bare.nothing(),
                bare.text(),
                bare.header("Location"),
                bare.page("items", Item.class, 0, null))) {
            assertThat(refuses(decoder, HTML)).hasMessageContaining("check the base URL");
        }
    }

    @Test
    void theKindOfWhatIsNoJsonIsNamed() {
        assertThatThrownBy(() -> bare.value(Item.class).decode(answer("nonsense", "text/plain")))
                .hasMessageMatching("no valid JSON at line 1, column \\d+ in content of type text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':{'code':7,'message':'no'},'data':[{'id':'x'},{'id':[]}]}",
                "{'data':[{'id':'x'},{'id':[]}],'status':{'code':7,'message':'no'}}",
                "{'data':{'id':'x'},'status':{'code':7,'message':'no'}}",
                "{'data':[1,[[]]],'status':{'code':7,'message':'no'}}"
            })
    void aRefusalWhoseDataDoesNotFitIsARefusal(String body) {
        for (WholeReader.Decoder<?> decoder : List.of(
                engage.value(Item.class),
                engage.withErrors(Item.class),
                engage.list(Item.class),
                engage.list(Item.class, List.of("data")),
                engage.oneOrMany(Item.class),
                engage.page("data", Item.class, 0, null))) {
            BadAnswer bad = refuses(decoder, body);
            assertThat(bad.problem().code()).isEqualTo("7");
            assertThat(bad.body()).isEqualTo(body.replace('\'', '"'));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':{'code':7},'data':[{'id':1},oops]}",
                "{'data':[{'id':'x'},oops],'status':{'code':7}}",
                "{'data':[{'id':1},{'id':oops}]}",
                "{'data':[{'id':1}"
            })
    void badJsonInsideTheDataIsNoValidJsonWhateverElseIsSaid(String body) {
        assertThat(refuses(engage.list(Item.class), body)).hasMessageStartingWith("no valid JSON at line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{'id':1},", "[{'id':", "{'status':{'code':0},'data':[{'id':1},", "{'data':['x',", "{"})
    void aConnectionThatBreaksInsideAListIsNoBadAnswer(String before) throws Exception {
        IOException cut = new IOException("cut");
        for (Decoders decoders : List.of(bare, engage)) {
            var source = BrokenSource.after(before.replace('\'', '"'), cut);
            Answer answer = new Answer(200, name -> null, "application/json", new AnswerBody(source, -1, 1_000, false));
            assertThatThrownBy(() -> decoders.list(Item.class).decode(answer)).isSameAs(cut);
        }
    }

    private static <T> T value(WholeReader.Decoder<T> decoder, String body) throws Exception {
        return decoder.decode(answer(body, "application/json")).value();
    }

    private static <T> T noContent(WholeReader.Decoder<T> decoder) throws Exception {
        return decoder.decode(AnswerOf.bytes(204, name -> null, "", new byte[0]))
                .value();
    }

    private static BadAnswer refuses(WholeReader.Decoder<?> decoder, String body) {
        try {
            decoder.decode(answer(body, ""));
        } catch (BadAnswer bad) {
            return bad;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("was taken: " + body);
    }

    private static Answer answer(String body, String type) {
        return AnswerOf.bytes(200, name -> null, type, body.replace('\'', '"').getBytes(UTF_8));
    }

    private static Function<String, String> header(String name, String value) {
        return asked -> asked.equalsIgnoreCase(name) ? value : null;
    }
}
