package io.github.multicloudcx.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the sandbox sends to an application, and what it makes of the answers. */
@Timeout(60)
class NexusWebhookTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sandbox sandbox = Sandbox.start();
    private final NexusControl nexus = sandbox.nexus();
    private final WebhookApplication application = new WebhookApplication();
    private final List<WebhookApplication.Heard> heard = application.heard();

    @BeforeEach
    void start() {
        nexus.webhook(nexus.smsChannelId(), application.uri());
        nexus.webhook(nexus.emailChannelId(), application.uri());
        nexus.redelivery(3, Duration.ofMillis(1));
    }

    @AfterEach
    void close() {
        application.close();
        sandbox.close();
    }

    @Test
    void a_text_arrives_signed_in_the_form_of_the_sample() {
        WebhookDelivery sent = nexus.sendText(nexus.smsChannelId(), "16504661149", "Agent message text")
                .await(PATIENCE);

        assertThat(sent.state()).isEqualTo(WebhookState.DELIVERED);
        assertThat(sent.messageId()).isEqualTo("ours-1");
        assertThat(sent.attempts())
                .containsExactly(new WebhookAttempt(200, WebhookApplication.ACCEPTED, null, List.of()));
        WebhookApplication.Heard request = heard.get(0);
        assertThat(request.signature()).isEqualTo(ChannelWeb.sign(nexus.appSecret(), request.body()));
        assertThat(request.traceId()).matches("[0-9a-f]{16}");
        assertThat(request.type()).isEqualTo("application/json");
        assertThat(request.json().at("/channel/to/id").asText()).isEqualTo("16504661149");
        assertThat(request.json().path("type").asText()).isEqualTo("Text");
        assertThat(sent.json()).isEqualTo(request.json());
        assertThat(sandbox.exercisedOperations()).containsExactly("receiveOutgoingMessage");
    }

    @Test
    void every_form_of_a_message_can_be_sent() {
        nexus.forms().recipientsInList(true);
        nexus.forms().upperCaseSignatures(true);
        nexus.sendText(nexus.smsChannelId(), "1", "a").await(PATIENCE);
        nexus.sendEmail(nexus.emailChannelId(), List.of("a@b", "c@d"), "Subject", "text")
                .await(PATIENCE);
        nexus.forms().fieldsBesideChannel(true);
        nexus.sendEmail(nexus.emailChannelId(), List.of("a@b"), "Subject", "text")
                .await(PATIENCE);

        assertThat(heard.get(0).json().at("/channel/to/0/id").asText()).isEqualTo("1");
        assertThat(heard.get(0).signature()).matches("sha1=[0-9A-F]{40}");
        assertThat(heard.get(1).json().at("/channel/to/1/id").asText()).isEqualTo("c@d");
        assertThat(heard.get(1).json().at("/content/1/type").asText()).isEqualTo("html");
        assertThat(heard.get(2).json().path("channel").has("to")).isFalse();
        assertThat(heard.get(2).json().at("/to/0/id").asText()).isEqualTo("a@b");
        assertThat(heard.get(2).json().at("/context/replyTo/id").asText()).isNotEmpty();
    }

    @Test
    void an_email_is_sent_as_text_as_html_or_as_both() {
        List<String> to = List.of("a@b");
        nexus.sendEmail(nexus.emailChannelId(), to, "s", "plain", "<b>html</b>").await(PATIENCE);
        nexus.sendEmail(nexus.emailChannelId(), to, "s", null, "<i>html</i>").await(PATIENCE);
        nexus.sendEmail(nexus.emailChannelId(), to, "s", "plain", null).await(PATIENCE);

        String text = "{\"type\":\"text\",\"text\":\"plain\"}";
        assertThat(heard)
                .extracting(request -> request.json().path("content"))
                .containsExactly(
                        Web.json("[" + text + ",{\"type\":\"html\",\"text\":\"<b>html</b>\"}]"),
                        Web.json("[{\"type\":\"html\",\"text\":\"<i>html</i>\"}]"),
                        Web.json("[" + text + "]"));
    }

    @Test
    void an_event_may_be_empty() {
        nexus.interactionsWebhook(application.uri(), "secret");
        nexus.sendEvent("STARTED", "i-1").await(PATIENCE);
        nexus.forms().emptyEvents(true);
        nexus.sendEvent("STARTED", "i-1").await(PATIENCE);

        assertThat(heard.get(0).json().at("/data/entities/0/entity/id").asText())
                .isEqualTo("i-1");
        assertThat(heard.get(1).json().path("data")).isEqualTo(Web.json("{\"entities\":[{}]}"));
        assertThat(heard.get(1).json().path("operationId").isTextual()).isTrue();
    }

    @Test
    void a_5xx_is_delivered_again_with_the_same_bytes_until_the_attempts_are_used_up() {
        application.then(500, 503);
        WebhookDelivery sent = nexus.sendText(nexus.smsChannelId(), "1", "a").await(PATIENCE);
        assertThat(sent.state()).isEqualTo(WebhookState.DELIVERED);
        assertThat(sent.attempts()).extracting(WebhookAttempt::status).containsExactly(500, 503, 200);
        assertThat(heard)
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.body()).isEqualTo(sent.body()));

        application.then(500, 500, 500, 200);
        WebhookDelivery lost = nexus.sendText(nexus.smsChannelId(), "1", "a").await(PATIENCE);
        assertThat(lost.state()).isEqualTo(WebhookState.GIVEN_UP);
        assertThat(lost.attempts()).hasSize(3);
    }

    @Test
    void a_4xx_to_a_message_is_final_and_an_event_is_delivered_again_after_anything_but_200() {
        application.then(400, 201, 404, 200);
        assertThat(nexus.sendText(nexus.smsChannelId(), "1", "a")
                        .await(PATIENCE)
                        .state())
                .isEqualTo(WebhookState.GIVEN_UP);
        nexus.interactionsWebhook(application.uri(), "secret");
        application.answers("{\"status\":{\"code\":0}}");
        WebhookDelivery event = nexus.sendEvent("STARTED", "i-1").await(PATIENCE);

        assertThat(event.attempts()).extracting(WebhookAttempt::status).containsExactly(201, 404, 200);
        assertThat(event.channelId()).isEmpty();
        assertThat(heard.get(1).signature())
                .isEqualTo(ChannelWeb.sign("secret", heard.get(1).body()));
        assertThat(heard.get(1).json().at("/data/entities/0/event").asText()).isEqualTo("STARTED");
        assertThat(sandbox.exercisedOperations()).containsExactly("receiveInteractionEvents");
    }

    @Test
    void silence_and_a_closed_port_are_delivered_again() {
        nexus.answerTimeout(Duration.ofMillis(300));
        nexus.redelivery(100, Duration.ofMillis(1));
        application.then(0);
        List<WebhookAttempt> attempts =
                nexus.sendText(nexus.smsChannelId(), "1", "a").await(PATIENCE).attempts();
        assertThat(attempts.get(0).status()).isZero();
        assertThat(attempts.get(0).failure()).containsIgnoringCase("timeout");
        assertThat(attempts.get(attempts.size() - 1).status()).isEqualTo(200);

        nexus.redelivery(3, Duration.ofMillis(1));
        nexus.webhook(nexus.smsChannelId(), URI.create("http://127.0.0.1:1/"));
        assertThat(nexus.sendText(nexus.smsChannelId(), "1", "a")
                        .await(PATIENCE)
                        .attempts())
                .hasSize(3)
                .allMatch(attempt -> attempt.failure() != null);
    }

    @Test
    void duplicates_follow_what_was_accepted() {
        nexus.duplicates(true);
        WebhookDelivery sent = nexus.sendText(nexus.smsChannelId(), "1", "a").await(PATIENCE);

        assertThat(sent.state()).isEqualTo(WebhookState.DELIVERED);
        assertThat(heard).hasSize(2);
        assertThat(heard.get(1).body()).isEqualTo(heard.get(0).body());
    }

    @Test
    void what_is_forged_has_another_signature_and_what_is_raw_is_sent_as_it_is() {
        byte[] raw = "no json".getBytes(UTF_8);
        nexus.sendForged(nexus.smsChannelId(), raw).await(PATIENCE);
        WebhookDelivery signed = nexus.sendRaw(nexus.smsChannelId(), raw).await(PATIENCE);

        assertThat(heard).allSatisfy(request -> assertThat(request.body()).isEqualTo(raw));
        assertThat(heard.get(0).signature()).isNotEqualTo(heard.get(1).signature());
        assertThat(heard.get(1).signature()).isEqualTo(ChannelWeb.sign(nexus.appSecret(), raw));
        assertThat(signed.json().isMissingNode()).isTrue();
    }

    @Test
    void an_answer_that_breaks_the_contract_is_told_and_does_not_count() {
        for (String each : List.of("", "ok", "[]", "{\"messageId\":7}")) {
            application.answers(each);
            WebhookDelivery sent =
                    nexus.sendText(nexus.smsChannelId(), "1", "a").await(PATIENCE);
            assertThat(sent.state()).isEqualTo(WebhookState.DELIVERED);
            assertThat(sent.attempts().get(0).problems()).hasSize(1);
        }
        assertThat(sandbox.exercisedOperations()).isEmpty();
    }

    @Test
    void an_answer_to_an_event_has_the_documented_shape() {
        nexus.interactionsWebhook(application.uri(), "secret");
        for (String each : List.of(
                "",
                "[]",
                "{}",
                "{\"status\":{\"message\":\"OK\"}}",
                "{\"status\":{\"code\":\"0\"}}",
                "{\"status\":{\"code\":0,\"message\":1}}",
                "{\"status\":{\"code\":0},\"data\":[]}",
                "{\"status\":{\"code\":0},\"data\":{\"ids\":[\"1\"]}}",
                "{\"status\":{\"code\":0},\"data\":{\"ids\":[{\"id\":1}]}}")) {
            assertThat(problemsOfEvent(each)).as(each).hasSize(1);
        }
        assertThat(problemsOfEvent("{\"status\":{\"code\":0},\"data\":{\"ids\":{}}}"))
                .containsExactly("body $.data.ids object found, array expected");
        assertThat(sandbox.exercisedOperations()).isEmpty();

        String sample = "{\"status\":{\"code\":0,\"message\":\"string\"},\"data\":{\"ids\":[{\"id\":\"string\"}]}}";
        assertThat(problemsOfEvent(sample)).isEmpty();
        assertThat(sandbox.exercisedOperations()).containsExactly("receiveInteractionEvents");
    }

    private List<String> problemsOfEvent(String answer) {
        application.answers(answer);
        return nexus.sendEvent("STARTED", "i-1")
                .await(PATIENCE)
                .attempts()
                .get(0)
                .problems();
    }

    @Test
    void a_receipt_is_matched_by_id_sender_and_recipient() {
        nexus.sendText(nexus.smsChannelId(), "16504661149", "a").await(PATIENCE);
        String right = receipt("0123456789", "16504661149", "ours-1");
        for (String each : List.of(
                receipt("16504661149", "0123456789", "ours-1"), receipt("0123456789", "16504661149", "x"), right)) {
            ChannelWeb.send(
                    sandbox,
                    "POST",
                    "/nexus/v3/channels/0123456789/messages",
                    nexus.contactCenterId(),
                    nexus.appSecret(),
                    each);
        }

        assertThat(nexus.messages())
                .extracting(message -> message.receiptFor() != null)
                .containsExactly(false, false, true);
        assertThat(nexus.messages().get(2).receiptFor())
                .isEqualTo(nexus.deliveries().get(0));
    }

    private static String receipt(String from, String to, String id) {
        return "{\"messages\":[{\"channel\":{\"from\":{\"id\":\"" + from + "\"},\"to\":{\"id\":\"" + to
                + "\"},\"messageId\":\"" + id + "\"},\"type\":\"Receipt\",\"status\":\"Delivered\"}]}";
    }

    @Test
    void an_agent_answers_a_text_and_no_receipt() {
        nexus.agentReplies(text -> text + "?");
        String text = "{\"messages\":[{\"channel\":{\"from\":{\"id\":\"1\"},\"to\":{\"id\":\"0123456789\"}},"
                + "\"type\":\"Text\",\"text\":\"hello\"},"
                + receipt("1", "2", "3").substring(13);
        ChannelWeb.send(
                sandbox,
                "POST",
                "/nexus/v3/channels/0123456789/messages",
                nexus.contactCenterId(),
                nexus.appSecret(),
                text);

        assertThat(nexus.deliveries()).hasSize(1);
        nexus.deliveries().get(0).await(PATIENCE);
        assertThat(heard.get(0).json().path("text").asText()).isEqualTo("hello?");
        assertThat(heard.get(0).json().at("/channel/to/id").asText()).isEqualTo("1");
    }

    @Test
    void a_secure_mail_is_started_once_and_finished_once() {
        nexus.interactionsWebhook(application.uri(), "secret");
        application.answers("{\"status\":{\"code\":0}}");
        Web web = Web.keyed(sandbox);
        String id = Web.json(web.postJson("/nexus/v3/securemail", "{\"data\":{}}"))
                .path("secureMailId")
                .asText();
        web.get("/nexus/v3/securemail/" + id + "?read=true");
        web.delete("/nexus/v3/securemail/" + id + "?remove=purge");

        nexus.deliveries().forEach(delivery -> delivery.await(PATIENCE));
        assertThat(nexus.deliveries())
                .extracting(
                        delivery -> delivery.json().at("/data/entities/0/event").asText())
                .containsExactly("STARTED", "FINISHED");
    }
}
