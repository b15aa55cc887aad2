package io.github.multicloudcx.statistics.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import org.cometd.bayeux.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BayeuxJsonTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Message.Mutable> messages(String text) {
        return BayeuxJson.messages(json(text));
    }

    private static Message.Mutable message(String text) {
        List<Message.Mutable> messages = messages(text);
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "-1",
                "2147483648",
                "123456789012345678901234567890",
                "1.5",
                "0.1000000000000000055511151231257827",
                "true",
                "null",
                "\"text\"",
                "[]",
                "[1,2.5,\"3\"]",
                "{\"statistics\":[{\"value\":1,\"timestamp\":1767607200000}]}"
            })
    void dataStaysTheJsonThatCame(String data) {
        assertThat(message("[{\"channel\":\"/x\",\"data\":" + data + "}]").get("data"))
                .isEqualTo(json(data))
                .hasToString(data);
    }

    @Test
    void everythingElseIsMapsListsTextsAndNumbers() {
        Message.Mutable message = message("[{\"channel\":\"/meta/connect\",\"id\":\"7\",\"clientId\":\"c\","
                + "\"successful\":true,\"error\":\"402::Unknown client\",\"subscription\":\"/x\","
                + "\"ext\":{\"ack\":true,\"list\":[1,{\"a\":null,\"b\":\"c\"},null]},"
                + "\"advice\":{\"timeout\":20000,\"interval\":0,\"reconnect\":\"retry\",\"hosts\":[\"a\",\"b\"],"
                + "\"nested\":{\"deep\":{\"number\":1.5}}}}]");
        assertThat(message.getId()).isEqualTo("7");
        assertThat(message.getClientId()).isEqualTo("c");
        assertThat(message.isSuccessful()).isTrue();
        assertThat(message.getExt()).isEqualTo(Map.of("ack", true, "list", List.of(1, Map.of("b", "c"))));
        assertThat(message.getAdvice())
                .contains(
                        entry("timeout", 20000),
                        entry("interval", 0),
                        entry("reconnect", "retry"),
                        entry("hosts", List.of("a", "b")));
        assertThat(((Map<?, ?>) message.getAdvice().get("nested")).get("deep")).isInstanceOf(Map.class);
        assertThat(message).containsEntry("error", "402::Unknown client").containsEntry("subscription", "/x");
    }

    @Test
    void nullsAreLeftOut() {
        assertThat(message("[{\"channel\":\"/x\",\"error\":null,\"advice\":null,\"ext\":null}]"))
                .containsOnly(entry("channel", "/x"));
    }

    @Test
    void adviceCanBeChanged() {
        Message.Mutable message = message("[{\"channel\":\"/meta/connect\",\"advice\":{\"timeout\":1}}]");
        message.getAdvice().put("timeout", 0);
        assertThat(message.getAdvice()).containsEntry("timeout", 0);
    }

    @Test
    void aSingleObjectCountsAsAnArrayOfOne() {
        assertThat(message("{\"channel\":\"/meta/handshake\",\"successful\":true}")
                        .getChannel())
                .isEqualTo("/meta/handshake");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "5",
                "true",
                "\"/x\"",
                "[]",
                "{}",
                "{\"data\":1}",
                "{\"channel\":null}",
                "{\"channel\":5}",
                "{\"channel\":[\"/x\"]}",
                "{\"channel\":\"\"}",
                "{\"channel\":\"/\"}",
                "{\"channel\":\"x\"}",
                "{\"channel\":\"/**/x\"}",
                "{\"channel\":\"//x\"}"
            })
    void whatIsNoMessageIsLeftOut(String garbage) {
        assertThat(messages(garbage)).isEmpty();
        assertThat(messages("[" + garbage + ",{\"channel\":\"/x\"}," + garbage + "]"))
                .extracting(Message::getChannel)
                .containsExactly("/x");
    }

    @Test
    void nothingAtAllIsNoMessage() {
        assertThat(BayeuxJson.messages(MissingNode.getInstance())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"successful\":\"true\"",
                "\"successful\":1",
                "\"clientId\":5",
                "\"clientId\":{}",
                "\"subscription\":[\"/x\"]",
                "\"advice\":\"retry\"",
                "\"advice\":[]",
                "\"ext\":5",
                "\"supportedConnectionTypes\":\"long-polling\"",
                "\"x-messages\":\"1\""
            })
    void fieldsThatCometdCouldNotCastAreLeftOut(String field) {
        Message.Mutable message = message("[{\"channel\":\"/meta/connect\"," + field + "}]");
        assertThat(message).containsOnlyKeys("channel");
        assertThat(message.isSuccessful()).isFalse();
        assertThatCode(() -> {
                    message.getAdvice();
                    message.getClientId();
                    message.getExt();
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"timeout\":\"soon\"",
                "\"timeout\":null",
                "\"interval\":{}",
                "\"maxInterval\":true",
                "\"reconnect\":5"
            })
    void adviceThatCometdCouldNotCastIsLeftOut(String advice) {
        assertThat(message("[{\"channel\":\"/meta/connect\",\"advice\":{\"other\":1," + advice + "}}]")
                        .getAdvice())
                .containsOnly(entry("other", 1));
    }

    @Test
    void aMessageIdMayBeANumber() {
        assertThat(message("[{\"channel\":\"/x\",\"id\":7}]").getId()).isEqualTo("7");
    }
}
