package io.github.multicloudcx.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.internal.nexus.Delivery;
import io.github.multicloudcx.sandbox.internal.nexus.NexusService;
import io.github.multicloudcx.sandbox.internal.nexus.NexusSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Secure email, open media and third-party messaging behind the scenes: plays the agents, calls the webhooks of the
 * application, and changes how the service behaves. Thread-safe.
 */
public final class NexusControl {
    private final NexusSettings settings;
    private final NexusService service;
    private final NexusForms forms;

    NexusControl(NexusSettings settings, NexusService service) {
        this.settings = settings;
        this.service = service;
        this.forms = new NexusForms(settings);
    }

    /**
     * In which of its documented forms something is written.
     *
     * @return the forms of this sandbox
     */
    public NexusForms forms() {
        return forms;
    }

    /**
     * A channel for text messages that is there from the start.
     *
     * @return its id
     */
    public String smsChannelId() {
        return NexusService.SMS_CHANNEL;
    }

    /**
     * A channel for e-mail that is there from the start.
     *
     * @return its id
     */
    public String emailChannelId() {
        return NexusService.EMAIL_CHANNEL;
    }

    /**
     * The contact center of the channels that are there from the start.
     *
     * @return its id
     */
    public String contactCenterId() {
        return service.contactCenterId();
    }

    /**
     * The app secret of the channels that are there from the start.
     *
     * @return the secret
     */
    public String appSecret() {
        return service.appSecret();
    }

    /**
     * Adds a channel, or replaces one.
     *
     * @param channelId id of any form, for example one with a slash
     * @param contactCenterId contact center that it belongs to
     * @param appSecret secret of its signatures
     */
    public void addChannel(String channelId, String contactCenterId, String appSecret) {
        service.addChannel(channelId, contactCenterId, appSecret);
    }

    /**
     * Changes the app secret of a channel; what is on its way already keeps its signature.
     *
     * @param channelId the channel
     * @param appSecret the new secret
     * @throws IllegalArgumentException if there is no such channel
     */
    public void rotateSecret(String channelId, String appSecret) {
        service.rotateSecret(channelId, appSecret);
    }

    /**
     * Sets where the messages of agents on a channel are sent.
     *
     * @param channelId the channel
     * @param target the webhook of the application
     * @throws IllegalArgumentException if there is no such channel
     */
    public void webhook(String channelId, URI target) {
        service.webhook(channelId, target);
    }

    /**
     * Sets where changes of interactions are sent. From then on a secure email that is sent to Genesys is STARTED, and
     * FINISHED when it is read with {@code read=true} or removed.
     *
     * @param target the webhook of the application
     * @param appSecret secret of its signatures
     */
    public void interactionsWebhook(URI target, String appSecret) {
        service.interactionsWebhook(target, appSecret);
    }

    /**
     * Lets an agent answer each text of a consumer on a channel with a webhook.
     *
     * @param agent makes the answer from the text; null for no agent, as it is unless changed
     */
    public void agentReplies(@Nullable UnaryOperator<String> agent) {
        service.replies(agent);
    }

    /**
     * Sends a text of an agent to the webhook of a channel.
     *
     * @param channelId the channel
     * @param to recipient, such as a phone number
     * @param text the text
     * @return the webhook on its way
     * @throws IllegalArgumentException if there is no such channel
     * @throws IllegalStateException if it has no webhook
     */
    public WebhookDelivery sendText(String channelId, String to, String text) {
        return new WebhookDelivery(service.sendText(channelId, to, text));
    }

    /**
     * Sends an e-mail of an agent to the webhook of a channel, as text and as HTML made of it.
     *
     * @param channelId the channel
     * @param to recipients
     * @param subject the subject
     * @param text the text
     * @return the webhook on its way
     * @throws IllegalArgumentException if there is no such channel
     * @throws IllegalStateException if it has no webhook
     */
    public WebhookDelivery sendEmail(String channelId, List<String> to, String subject, String text) {
        return sendEmail(channelId, to, subject, text, "<p>" + text + "</p>");
    }

    /**
     * Sends an e-mail of an agent to the webhook of a channel, as text, as HTML, or as both.
     *
     * @param channelId the channel
     * @param to recipients
     * @param subject the subject
     * @param text the text, null for none
     * @param html the HTML, null for none
     * @return the webhook on its way
     * @throws IllegalArgumentException if there is no such channel
     * @throws IllegalStateException if it has no webhook
     */
    public WebhookDelivery sendEmail(
            String channelId, List<String> to, String subject, @Nullable String text, @Nullable String html) {
        return new WebhookDelivery(service.sendEmail(channelId, to, subject, text, html));
    }

    /**
     * Sends any bytes to the webhook of a channel, correctly signed.
     *
     * @param channelId the channel
     * @param body the body
     * @return the webhook on its way
     * @throws IllegalArgumentException if there is no such channel
     * @throws IllegalStateException if it has no webhook
     */
    public WebhookDelivery sendRaw(String channelId, byte[] body) {
        return new WebhookDelivery(service.sendRaw(channelId, body));
    }

    /**
     * Sends any bytes to the webhook of a channel as somebody would who does not know the secret.
     *
     * @param channelId the channel
     * @param body the body
     * @return the webhook on its way
     * @throws IllegalArgumentException if there is no such channel
     * @throws IllegalStateException if it has no webhook
     */
    public WebhookDelivery sendForged(String channelId, byte[] body) {
        return new WebhookDelivery(service.sendForged(channelId, body));
    }

    /**
     * Sends a change of an interaction to the interactions webhook.
     *
     * @param event for example {@code STARTED}
     * @param interactionId id of the interaction
     * @return the webhook on its way
     * @throws IllegalStateException if there is no interactions webhook
     */
    public WebhookDelivery sendEvent(String event, String interactionId) {
        Delivery delivery = service.event(event, interactionId);
        if (delivery == null) {
            throw new IllegalStateException("There is no interactions webhook; set one first");
        }
        return new WebhookDelivery(delivery);
    }

    /**
     * All webhooks of both kinds.
     *
     * @return the webhooks so far in the order in which they were first sent
     */
    public List<WebhookDelivery> deliveries() {
        return service.deliveries().stream().map(WebhookDelivery::new).toList();
    }

    /**
     * All messages and receipts that came in on channels.
     *
     * @return the messages so far in the order in which they came
     */
    public List<ChannelMessage> messages() {
        return service.received().stream().map(ChannelMessage::of).toList();
    }

    /**
     * What the sandbox thinks of the signatures of all requests to channels that exist.
     *
     * @return the verdicts so far in the order of the requests
     */
    public List<SignatureVerdict> signatures() {
        return service.verdicts();
    }

    /**
     * The media of a channel.
     *
     * @param channelId the channel
     * @return ids of those that were uploaded and not deleted
     */
    public List<String> media(String channelId) {
        return service.media(channelId);
    }

    /**
     * Adds a secure email of an agent to a consumer.
     *
     * @param address address of the consumer
     * @param securebox its securebox, empty for none
     * @param content its fields, which are documented nowhere
     * @return its id
     */
    public String addSecureMail(String address, String securebox, JsonNode content) {
        return service.addMail(address, securebox, content);
    }

    /**
     * All secure emails that were not purged.
     *
     * @return the emails as a list shows them, the newest first
     */
    public List<JsonNode> secureMails() {
        return service.mails();
    }

    /**
     * The interactions of an open media service.
     *
     * @param openMediaService name of the service
     * @return the interactions as the service shows them, in the order in which they were created
     */
    public List<JsonNode> interactions(String openMediaService) {
        return service.interactions(openMediaService);
    }

    /**
     * Makes an open media service unknown; every other name is one.
     *
     * @param openMediaService name of the service
     */
    public void unknownService(String openMediaService) {
        settings.unknownServices().add(openMediaService);
    }

    /**
     * Refuses uploads of a media type with 415.
     *
     * @param mediaType for example {@code application/x-msdownload}, in any case; parameters do not count
     */
    public void refuseMediaType(String mediaType) {
        settings.refuse(mediaType);
    }

    /**
     * Whether the list of a consumer who never had a secure email is answered 404 instead of being empty.
     *
     * @param on false unless changed
     */
    public void strangersAreUnknown(boolean on) {
        settings.strangersAreUnknown(on);
    }

    /**
     * Whether each webhook is sent once more after it was accepted.
     *
     * @param on false unless changed
     */
    public void duplicates(boolean on) {
        settings.duplicates(on);
    }

    /**
     * How often and how soon webhooks are delivered again: messages after 5xx and after no answer, events of interactions
     * after anything but 200.
     *
     * @param attempts most attempts, 5 unless changed
     * @param pause real time between two attempts, 1 second unless changed
     */
    public void redelivery(int attempts, Duration pause) {
        settings.redelivery(attempts, pause);
    }

    /**
     * How long the application may take to answer a webhook.
     *
     * @param time real time, 10 seconds unless changed
     */
    public void answerTimeout(Duration time) {
        settings.patience(time);
    }
}
