package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.SignatureVerdict;
import io.github.multicloudcx.sandbox.internal.auth.Secrets;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts the parts of Nexus together. */
public final class NexusService implements AutoCloseable {
    /** The channel for text messages that is there from the start. */
    public static final String SMS_CHANNEL = "0123456789";

    /** The channel for e-mail that is there from the start. */
    public static final String EMAIL_CHANNEL = "company.com";

    private final NexusSettings settings;
    private final String contactCenterId;
    private final String appSecret;
    private final Mailbox mailbox = new Mailbox();
    private final OpenInteractions interactions = new OpenInteractions();
    private final Channels channels = new Channels();
    private final Media media;
    private final Conversations conversations;
    private final WebhookCaller caller;
    private volatile @Nullable MessageChannel interactionsWebhook;
    private volatile @Nullable UnaryOperator<String> replies;

    public NexusService(NexusSettings settings, Secrets secrets, Consumer<String> exercised, int port) {
        this.settings = settings;
        contactCenterId = "cc-" + secrets.hex(4);
        appSecret = secrets.hex(16);
        media = new Media(settings);
        conversations = new Conversations(settings, this::reply);
        caller = new WebhookCaller(settings, secrets, exercised, port);
        channels.add(new MessageChannel(SMS_CHANNEL, contactCenterId, appSecret, null));
        channels.add(new MessageChannel(EMAIL_CHANNEL, contactCenterId, appSecret, null));
    }

    public void register(Map<String, OperationHandler> handlers) {
        new MailOperations(mailbox, settings, new InteractionNews(this::event)).register(handlers);
        new OpenMediaOperations(interactions, settings).register(handlers);
        guarded(handlers, "uploadChannelMedia", media::upload);
        guarded(handlers, "downloadChannelMedia", media::download);
        guarded(handlers, "deleteChannelMedia", media::delete);
        guarded(handlers, "sendChannelMessages", conversations::receive);
    }

    private interface ChannelHandler {
        Answer handle(MessageChannel channel, Invocation invocation);
    }

    private void guarded(Map<String, OperationHandler> handlers, String operationId, ChannelHandler handler) {
        handlers.put(
                operationId,
                invocation ->
                        channels.guarded(operationId, invocation, channel -> handler.handle(channel, invocation)));
    }

    public String contactCenterId() {
        return contactCenterId;
    }

    public String appSecret() {
        return appSecret;
    }

    public void addChannel(String id, String ccid, String secret) {
        channels.add(new MessageChannel(id, ccid, secret, null));
    }

    public void rotateSecret(String channelId, String secret) {
        channels.change(channelId, channel -> channel.withSecret(secret));
    }

    public void webhook(String channelId, URI target) {
        channels.change(channelId, channel -> channel.withWebhook(target));
    }

    public void interactionsWebhook(URI target, String secret) {
        interactionsWebhook = new MessageChannel("", "", secret, target);
    }

    public void replies(@Nullable UnaryOperator<String> agent) {
        replies = agent;
    }

    /** What the agent says to a text of a consumer. */
    private void reply(Received received) {
        UnaryOperator<String> agent = replies;
        MessageChannel channel = channels.get(received.channelId());
        String consumer =
                received.json().path("channel").path("from").path("id").asText();
        if (agent != null
                && channel.webhook() != null
                && received.json().path("type").asText().equals("Text")) {
            String text = agent.apply(received.json().path("text").asText());
            var unused = sendText(channel.id(), consumer, text);
        }
    }

    public Delivery sendText(String channelId, String to, String text) {
        MessageChannel channel = channels.get(channelId);
        return send(channel, Json.bytes(Bodies.text(channel, to, text, settings)));
    }

    public Delivery sendEmail(
            String channelId, List<String> to, String subject, @Nullable String text, @Nullable String html) {
        MessageChannel channel = channels.get(channelId);
        ObjectNode body = Bodies.email(channel, to, subject, settings);
        Bodies.addPart(body, "text", text);
        Bodies.addPart(body, "html", html);
        return send(channel, Json.bytes(body));
    }

    public Delivery sendRaw(String channelId, byte[] body) {
        return send(channels.get(channelId), body);
    }

    public Delivery sendForged(String channelId, byte[] body) {
        return send(channels.get(channelId), body, HubSigner.sign("not the secret", body));
    }

    private Delivery send(MessageChannel channel, byte[] body) {
        return send(channel, body, signature(channel, body));
    }

    private Delivery send(MessageChannel channel, byte[] body, String signature) {
        return deliver(WebhookKind.MESSAGING, channel, body, signature);
    }

    /** Nothing when there is no webhook for it. */
    public @Nullable Delivery event(String event, String interactionId) {
        MessageChannel webhook = interactionsWebhook;
        if (webhook == null) {
            return null;
        }
        byte[] body = Json.bytes(Bodies.event(event, interactionId, settings));
        return deliver(WebhookKind.INTERACTIONS, webhook, body, signature(webhook, body));
    }

    private String signature(MessageChannel channel, byte[] body) {
        String signature = HubSigner.sign(channel.appSecret(), body);
        return settings.upperCaseSignatures() ? "sha1=" + signature.substring(5).toUpperCase(Locale.ROOT) : signature;
    }

    private Delivery deliver(WebhookKind kind, MessageChannel channel, byte[] body, String signature) {
        URI target = channel.webhook();
        if (target == null) {
            throw new IllegalStateException("The channel " + channel.id() + " has no webhook; set one first");
        }
        Delivery delivery = new Delivery(kind, channel.id(), target, body.clone(), signature);
        conversations.sent(delivery);
        caller.deliver(delivery);
        return delivery;
    }

    public List<Delivery> deliveries() {
        return conversations.deliveries();
    }

    public List<Received> received() {
        return conversations.received();
    }

    public List<SignatureVerdict> verdicts() {
        return channels.verdicts();
    }

    public List<String> media(String channelId) {
        return media.ids(channelId);
    }

    public String addMail(String address, String securebox, JsonNode content) {
        return mailbox.add(address, securebox, false, content).id();
    }

    public List<JsonNode> mails() {
        return mailbox.all().stream().map(mail -> (JsonNode) mail.json()).toList();
    }

    public List<JsonNode> interactions(String service) {
        return List.copyOf(interactions.json(service));
    }

    @Override
    public void close() {
        caller.close();
        // those that were to be sent again, and nobody is left to do it
        deliveries().forEach(Delivery::end);
    }
}
