package io.github.multicloudcx.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.github.multicloudcx.core.internal.envelope.AnswerBody;
import io.github.multicloudcx.core.testing.BrokenSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTreeTest {
    private final Models models = new Models(Json.mapper(false));
    private final PayloadTree list =
            new PayloadTree(models.trees(), models.list(Item.class), JsonToken.START_ARRAY, List.of("data"));
    private final PayloadTree single =
            new PayloadTree(models.trees(), models.single(Item.class), JsonToken.START_OBJECT, List.of("data"));
    private final PayloadTree plain = PayloadTree.plain(models.trees());

    record Item(Integer id) {}

    private JsonNode read(PayloadTree tree, String json) throws IOException {
        try (JsonParser parser = models.trees().createParser(json.replace('\'', '"'))) {
            return tree.read(parser);
        }
    }

    private static PayloadTree.Model model(JsonNode node) {
        return (PayloadTree.Model) ((POJONode) node).getPojo();
    }

    @Test
    void aPayloadInItsPlaceIsAModel() throws Exception {
        JsonNode all = read(list, "{'status':{'code':0},'data':[{'id':1},null],'more':[1,2.5,true,null,'x']}");
        assertThat((List<?>) model(all.get("data")).value()).hasSize(2).first().isEqualTo(new Item(1));
        assertThat(all.get("status").get("code").asInt()).isZero();
        assertThat(all.get("more")).isEqualTo(models.trees().readTree("[1,2.5,true,null,\"x\"]"));
        assertThat(model(read(single, "{'data':{'id':7}}").get("data")).value()).isEqualTo(new Item(7));
    }

    @Test
    void aListMayBeTheWholeBody() throws Exception {
        assertThat((List<?>) model(read(list, "[{'id':1}]")).value())
                .singleElement()
                .isEqualTo(new Item(1));
        assertThat(read(single, "{'id':1}").get("id").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsOfAnotherKindOrFurtherInsideIsATree() throws Exception {
        for (String json :
                List.of("{'data':{'data':[{'id':1}]}}", "{'data':7}", "{'data':null}", "{'x':[{'data':[]}]}")) {
            assertThat(read(list, json)).isEqualTo(models.trees().readTree(json.replace('\'', '"')));
        }
        assertThat(read(single, "{'data':[{'id':1}]}").get("data").isArray()).isTrue();
        assertThat(read(plain, "{'data':[{'id':1}]}").get("data").isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data':[{'id':1},{'id':'x','more':[[{}]]},{'id':3,'more':{}}],'status':{'code':7}}",
                "{'status':{'code':7},'data':[[[{'id':1}]],{'id':2}]}",
                "{'status':{'code':7},'data':[7]}",
                "{'data':[{'id':99999999999}],'status':{'code':7}}"
            })
    void whatCannotBeAModelDoesNotHideTheRest(String json) throws Exception {
        JsonNode all = read(list, json);
        assertThat(model(all.get("data")).value()).isNull();
        assertThat(model(all.get("data")).failure()).isNotNull();
        assertThat(all.get("status").get("code").asInt()).isEqualTo(7);
    }

    @Test
    void theLastOfSeveralPayloadsCounts() throws Exception {
        assertThat(model(read(list, "{'data':['x'],'data':[{'id':2}]}").get("data"))
                        .value())
                .isEqualTo(List.of(new Item(2)));
        assertThat(read(list, "{'data':[{'id':2}],'data':null}").get("data").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'data':[{'id':oops}]}", "{'data':[{'id':'x'},oops]}", "{'data':[{'id':1},", "{'data':['x'", "{"
            })
    void badJsonInsideAPayloadIsBadJson(String json) {
        assertThatThrownBy(() -> read(list, json)).isInstanceOf(StreamReadException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'data':[{'id':1},", "{'data':[{'id':", "{'data':['x',", "{'data':[{'id':1}],", "["})
    void whatBreaksTheSourceIsThrownAsItIs(String before) throws IOException {
        IOException cut = new IOException("cut");
        InputStream source =
                new AnswerBody(BrokenSource.after(before.replace('\'', '"'), cut), -1, Long.MAX_VALUE, false);
        assertThatThrownBy(() -> {
                    try (JsonParser parser = models.trees().createParser(source)) {
                        list.read(parser);
                    }
                })
                .isSameAs(cut);
    }

    @Test
    void nothingIsMissingAndMoreThanOneValueIsTooMuch() throws Exception {
        assertThat(read(list, " ").isMissingNode()).isTrue();
        assertThatThrownBy(() -> read(list, "{} {}")).isInstanceOf(PayloadTree.Trailing.class);
        assertThatThrownBy(() -> read(list, "[] 1")).isInstanceOf(PayloadTree.Trailing.class);
        assertThatThrownBy(() -> read(list, "[] x")).isInstanceOf(StreamReadException.class);
    }
}
