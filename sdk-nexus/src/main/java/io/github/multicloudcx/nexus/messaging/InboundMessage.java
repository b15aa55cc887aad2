package io.github.multicloudcx.nexus.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.internal.JsonValues;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message of a consumer, or a receipt, on its way to Digital Channels. The reference shows the types Text and Receipt and
 * mentions RichMedia; {@link #ofType(String)} and {@link #with(String, Object)} make any other. The methods that set
 * something return a copy.
 *
 * <pre>{@code
 * InboundMessage.text("hello").from("16504661149").to("0123456789");
 * }</pre>
 */
public final class InboundMessage {
    private static final Set<String> OWN_FIELDS = Set.of("channel", "type");

    private final ObjectNode json;

    private InboundMessage(ObjectNode json) {
        this.json = json;
    }

    /**
     * A text message.
     *
     * @param text not empty
     * @return the message, without sender and recipient
     */
    public static InboundMessage text(String text) {
        if (Require.present(text, "text").isEmpty()) {
            throw new IllegalArgumentException("text is required and must not be empty");
        }
        return ofType("Text").with("text", text);
    }

    /**
     * A receipt for a message that came with a webhook. {@code Receipts} of the package of the webhooks makes it from the
     * webhook.
     *
     * @param status what became of the message
     * @return the receipt, without addresses and message id, which it repeats from the message
     */
    public static InboundMessage receipt(ReceiptStatus status) {
        return ofType("Receipt")
                .with("status", Require.present(status, "status").value());
    }

    /**
     * A message of any type.
     *
     * @param type for example {@code RichMedia}
     * @return the message, without sender and recipient
     */
    public static InboundMessage ofType(String type) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("channel");
        json.put("type", Require.text(type, "type"));
        return new InboundMessage(json);
    }

    /**
     * Sets the sender. A receipt repeats the sender of the message that it is about, which is the channel.
     *
     * @param id phone number, mail address or the like
     * @return a copy
     */
    public InboundMessage from(String id) {
        return from(ChannelAddress.of(Require.text(id, "from")));
    }

    /**
     * Sets the sender with a display name.
     *
     * @param address the sender
     * @return a copy
     */
    public InboundMessage from(ChannelAddress address) {
        return address("from", address);
    }

    /**
     * Sets the recipient. A receipt repeats the recipient of the message that it is about.
     *
     * @param id phone number, mail address or the like
     * @return a copy
     */
    public InboundMessage to(String id) {
        return to(ChannelAddress.of(Require.text(id, "to")));
    }

    /**
     * Sets the recipient with a display name.
     *
     * @param address the recipient
     * @return a copy
     */
    public InboundMessage to(ChannelAddress address) {
        return address("to", address);
    }

    private InboundMessage address(String name, ChannelAddress address) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", Require.present(address, name).id());
        if (address.name() != null) {
            node.put("name", address.name());
        }
        return withChannel(name, node);
    }

    /**
     * Names the message that a receipt is about.
     *
     * @param id message id of the webhook, or the one that it was answered with
     * @return a copy
     */
    public InboundMessage messageId(String id) {
        return withChannel("messageId", Require.text(id, "messageId"));
    }

    /**
     * Says why a delivery failed; for receipts of status Failed.
     *
     * @param reasons one or more
     * @return a copy
     */
    public InboundMessage reasons(Collection<ReceiptReason> reasons) {
        if (!ReceiptStatus.FAILED.value().equals(json.path("status").textValue())) {
            throw new IllegalArgumentException("reasons belong to a receipt of status Failed");
        }
        InboundMessage copy = new InboundMessage(json.deepCopy());
        var array = copy.json.putArray("reasons");
        for (ReceiptReason reason : Require.present(reasons, "reasons")) {
            ObjectNode node = array.addObject()
                    .put(
                            "code",
                            Require.present(reason, "each of reasons").code().value());
            if (reason.message() != null) {
                node.put("message", reason.message());
            }
        }
        return copy;
    }

    /**
     * Says why a delivery failed; for receipts of status Failed.
     *
     * @param reasons one or more
     * @return a copy
     */
    public InboundMessage reasons(ReceiptReason... reasons) {
        return reasons(Arrays.asList(Require.present(reasons, "reasons")));
    }

    /**
     * Sets a field of the message, for types that the reference does not describe.
     *
     * @param name name of the field; not {@code channel} and {@code type}
     * @param value text, number, boolean, map, list or {@link JsonNode}
     * @return a copy
     */
    public InboundMessage with(String name, Object value) {
        if (OWN_FIELDS.contains(Require.text(name, "name"))) {
            throw new IllegalArgumentException(
                    name + " is no free field; use ofType, from, to, messageId and withChannel");
        }
        InboundMessage copy = new InboundMessage(json.deepCopy());
        copy.json.set(name, JsonValues.of(value, name));
        return copy;
    }

    /**
     * Sets a field below {@code channel}.
     *
     * @param name name of the field
     * @param value text, number, boolean, map, list or {@link JsonNode}
     * @return a copy
     */
    public InboundMessage withChannel(String name, Object value) {
        InboundMessage copy = new InboundMessage(json.deepCopy());
        copy.json.withObjectProperty("channel").set(Require.text(name, "name"), JsonValues.of(value, name));
        return copy;
    }

    /**
     * Returns the message as it is sent.
     *
     * @return a copy of the JSON
     */
    public JsonNode json() {
        return json.deepCopy();
    }

    /** Two messages are equal when the same is sent. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InboundMessage message && json.equals(message.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** Names the type only: the rest is personal. */
    @Override
    public String toString() {
        return "InboundMessage[type=" + json.path("type").asText() + "]";
    }
}
