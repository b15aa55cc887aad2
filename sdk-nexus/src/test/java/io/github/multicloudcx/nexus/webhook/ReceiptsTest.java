package io.github.multicloudcx.nexus.webhook;

import static io.github.multicloudcx.nexus.webhook.Given.json;
import static io.github.multicloudcx.nexus.webhook.Given.message;
import static io.github.multicloudcx.nexus.webhook.Given.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.nexus.messaging.InboundMessage;
import io.github.multicloudcx.nexus.messaging.ReceiptReason;
import io.github.multicloudcx.nexus.messaging.ReceiptReasonCode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptsTest {
    private static JsonNode sent(String name) throws IOException {
        return new ObjectMapper().readTree(sample(name)).path("messages").get(0);
    }

    /** M16. */
    @Test
    void theReceiptOfAnSmsRepeatsItsAddressesAndId() throws IOException {
        List<InboundMessage> receipts =
                Receipts.of(message(sample("webhook-sms.request"))).delivered();
        assertThat(receipts).hasSize(1);
        assertThat(receipts.get(0).json()).isEqualTo(sent("sendChannelMessages.sms-receipt.request"));
    }

    @Test
    void anEmailGetsAReceiptForEachRecipientOrForOne() throws IOException {
        Receipts receipts = Receipts.of(message(sample("webhook-email.request")));
        ReceiptReason suspended = ReceiptReason.of(
                ReceiptReasonCode.NOT_ALLOWED, "Message not allowed. Your account has been suspended.");
        assertThat(receipts.to("recipient-1@mail.com").failed(suspended))
                .hasSize(1)
                .first()
                .satisfies(receipt ->
                        assertThat(receipt.json()).isEqualTo(sent("sendChannelMessages.email-receipt.request")));
        assertThat(receipts.removed())
                .extracting(receipt ->
                        receipt.json().path("channel").path("to").path("id").asText())
                .containsExactly("recipient-1@mail.com", "recipient-2@mail.com");
        assertThat(receipts.failed().get(1).json().has("reasons")).isFalse();
        assertThat(receipts).hasToString("Receipts[2 recipients]");
    }

    @Test
    void aMessageThatWasAnsweredWithAnotherIdIsNamedByIt() {
        assertThat(Receipts.of(message(sample("webhook-sms.request")))
                        .messageId("ours-1")
                        .delivered()
                        .get(0)
                        .json()
                        .path("channel")
                        .path("messageId")
                        .asText())
                .isEqualTo("ours-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sender | {'to':{'id':'1'},'messageId':'2'}",
                "recipient | {'from':{'id':'1'},'messageId':'2'}",
                "message id | {'from':{'id':'1'},'to':{'id':'1'}}"
            })
    void whatAReceiptHasToRepeatMustBeThere(String what, String channel) {
        WebhookMessage message = message(json("{'channel':" + channel + "}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Receipts.of(message))
                .withMessage("The message has no " + what + ", which a receipt has to repeat");
    }

    @Test
    void badParametersAreRefusedByName() {
        Receipts receipts = Receipts.of(message(sample("webhook-email.request")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> receipts.to("somebody@mail.com"))
                .withMessage("recipientId is none of the 2 recipients of the message");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> receipts.messageId(" "))
                .withMessageContaining("messageId");
        assertThatIllegalArgumentException().isThrownBy(() -> Receipts.of(null)).withMessageContaining("message");
    }
}
