package io.github.multicloudcx.nexus.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboundMessageTest {
    @Test
    void aTextIsWrittenAsInTheSample() {
        InboundMessage message =
                InboundMessage.text("Consumer message text").from("16504661149").to("0123456789");
        assertThat(message.json())
                .hasToString("{\"channel\":{\"from\":{\"id\":\"16504661149\"},\"to\":{\"id\":\"0123456789\"}},"
                        + "\"type\":\"Text\",\"text\":\"Consumer message text\"}");
    }

    @Test
    void aReceiptIsWrittenAsInTheSample() {
        InboundMessage receipt = InboundMessage.receipt(ReceiptStatus.FAILED)
                .from("no-reply@company.com")
                .to("recipient-1@mail.com")
                .messageId("f7acbac6")
                .reasons(ReceiptReason.of(ReceiptReasonCode.NOT_ALLOWED, "Suspended."));
        assertThat(receipt.json())
                .hasToString("{\"channel\":{\"from\":{\"id\":\"no-reply@company.com\"},"
                        + "\"to\":{\"id\":\"recipient-1@mail.com\"},\"messageId\":\"f7acbac6\"},\"type\":\"Receipt\","
                        + "\"status\":\"Failed\",\"reasons\":[{\"code\":350,\"message\":\"Suspended.\"}]}");
    }

    @Test
    void anyOtherTypeTakesFreeFieldsAndDisplayNames() {
        InboundMessage message = InboundMessage.ofType("RichMedia")
                .from(new ChannelAddress("a@mail.com", "Ann"))
                .to("company.com")
                .withChannel("type", "email")
                .with("text", "a picture")
                .with("count", 2)
                .with("content", List.of(Map.of("url", "genesys://nexus/1")));
        assertThat(message.json())
                .hasToString("{\"channel\":{\"from\":{\"id\":\"a@mail.com\",\"name\":\"Ann\"},"
                        + "\"to\":{\"id\":\"company.com\"},\"type\":\"email\"},\"type\":\"RichMedia\","
                        + "\"text\":\"a picture\",\"count\":2,\"content\":[{\"url\":\"genesys://nexus/1\"}]}");
    }

    @Test
    void theTypesOfStatusAndReasonAreOpen() {
        assertThat(InboundMessage.receipt(new ReceiptStatus("Read"))
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("Read");
        assertThat(InboundMessage.receipt(ReceiptStatus.FAILED)
                        .reasons(ReceiptReason.of(new ReceiptReasonCode(999)))
                        .json()
                        .path("reasons"))
                .hasToString("[{\"code\":999}]");
        assertThat(List.of(
                        ReceiptReasonCode.EXPIRED,
                        ReceiptReasonCode.RATE_LIMIT,
                        ReceiptReasonCode.NOT_ALLOWED,
                        ReceiptReasonCode.GENERAL_ERROR,
                        ReceiptReasonCode.UNSUPPORTED,
                        ReceiptReasonCode.UNKNOWN_MESSAGE,
                        ReceiptReasonCode.INVALID_STRUCTURE,
                        ReceiptReasonCode.INVALID_DESTINATION))
                .hasToString("[305, 310, 350, 500, 510, 512, 520, 530]");
    }

    @Test
    void whatSetsSomethingReturnsACopy() {
        InboundMessage message = InboundMessage.text("hello");
        var from = message.from("1");
        ((ObjectNode) message.json()).put("text", "other");
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        var with = message.with("extra", given);
        given.put("later", true);
        assertThat(message).isEqualTo(InboundMessage.text("hello")).isNotEqualTo(from);
        assertThat(message).hasSameHashCodeAs(InboundMessage.text("hello"));
        assertThat(with.json().path("extra")).isEmpty();
    }

    @Test
    void badParametersAreRefusedByName() {
        InboundMessage text = InboundMessage.text("hello");
        refused("text", () -> InboundMessage.text(""));
        refused("text", () -> InboundMessage.text(null));
        refused("type", () -> InboundMessage.ofType(" "));
        refused("status", () -> InboundMessage.receipt(null));
        refused("from", () -> text.from(" "));
        refused("to", () -> text.to((String) null));
        refused("messageId", () -> text.messageId(""));
        refused("reasons belong to a receipt of status Failed", () -> text.reasons());
        InboundMessage failed = InboundMessage.receipt(ReceiptStatus.FAILED);
        refused("each of reasons", () -> failed.reasons((ReceiptReason) null));
        refused("channel is no free field", () -> text.with("channel", 1));
        refused("type is no free field", () -> text.with("type", "Text"));
        refused("extra", () -> text.with("extra", null));
        refused(
                "extra of type",
                () -> text.with("extra", new Object() {
                    @SuppressWarnings("unused")
                    public Object getSelf() {
                        return this;
                    }
                }));
        refused("id", () -> new ChannelAddress(" ", null));
    }

    private static void refused(String words, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(words);
    }

    @Test
    void nothingPersonalOrSecretIsPrinted() {
        assertThat(InboundMessage.text("hello").from("16504661149")).hasToString("InboundMessage[type=Text]");
        assertThat(ChannelCredentials.of("cc-1", "app-secret"))
                .hasToString("ChannelCredentials[contactCenterId=cc-1, appSecret=****]");
    }
}
