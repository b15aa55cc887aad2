package io.github.multicloudcx.nexus.webhook;

import static io.github.multicloudcx.nexus.webhook.Given.WEBHOOKS;
import static io.github.multicloudcx.nexus.webhook.Given.bytes;
import static io.github.multicloudcx.nexus.webhook.Given.events;
import static io.github.multicloudcx.nexus.webhook.Given.json;
import static io.github.multicloudcx.nexus.webhook.Given.message;
import static io.github.multicloudcx.nexus.webhook.Given.sample;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.InvalidSignatureException;
import io.github.multicloudcx.nexus.messaging.ChannelAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {
    private static final ChannelAddress CHANNEL = ChannelAddress.of("0123456789");
    private static final ChannelAddress CONSUMER = ChannelAddress.of("16504661149");

    @Test
    void theSampleOfAnSmsIsRead() {
        byte[] body = sample("webhook-sms.request");
        assertThat(message(body))
                .isEqualTo(new OutgoingSmsMessage(
                        new MessageChannel("0123456789", "sms", CHANNEL, List.of(CONSUMER), "1613474523265-0", null),
                        "Text",
                        "Agent message text",
                        WebhookBody.of(body)));
    }

    @Test
    void theSampleOfAnEmailIsRead() {
        byte[] body = sample("webhook-email.request");
        WebhookMessage message = message(body);
        assertThat(message)
                .isEqualTo(new OutgoingEmailMessage(
                        email(new ChannelAddress("reply-to@company.com", "Responder display name")),
                        "Email",
                        "Subject",
                        List.of(
                                new EmailPart("text", "Plain text email body"),
                                new EmailPart("html", "Html email body")),
                        WebhookBody.of(body)));
        OutgoingEmailMessage email = (OutgoingEmailMessage) message;
        assertThat(email.text("html")).isEqualTo("Html email body");
        assertThat(email.text("TEXT")).isEqualTo("Plain text email body");
        assertThat(email.text("rtf")).isNull();
    }

    private static MessageChannel email(ChannelAddress replyTo) {
        return new MessageChannel(
                "company.com",
                "email",
                new ChannelAddress("no-reply@company.com", "Sender display name"),
                List.of(
                        new ChannelAddress("recipient-1@mail.com", "First Recipient"),
                        new ChannelAddress("recipient-2@mail.com", "Second Recipient")),
                "f7acbac6-68db-4031-aec2-4bbd02627c4b",
                replyTo);
    }

    /** M10: the printed sample has them outside by broken braces. */
    @Test
    void recipientsMessageIdAndContextAreReadBesideTheChannelToo() {
        byte[] body = json("{'channel':{'id':'company.com','type':'email',"
                + "'from':{'id':'no-reply@company.com','name':'Sender display name'}},"
                + "'to':[{'id':'recipient-1@mail.com','name':'First Recipient'},"
                + "{'id':'recipient-2@mail.com','name':'Second Recipient'}],"
                + "'messageId':'f7acbac6-68db-4031-aec2-4bbd02627c4b',"
                + "'context':{'replyTo':{'id':'reply-to@company.com'}},'type':'Email'}");
        assertThat(message(body).channel()).isEqualTo(email(ChannelAddress.of("reply-to@company.com")));
    }

    @Test
    void whatStandsInTheChannelWinsOverWhatStandsBesideIt() {
        MessageChannel channel = message(json("{'channel':{'to':{'id':'in'},'messageId':'1','context':{'replyTo':"
                        + "{'id':'r1'}}},'to':{'id':'beside'},'messageId':'2','context':{'replyTo':{'id':'r2'}}}"))
                .channel();
        assertThat(channel.to()).containsExactly(ChannelAddress.of("in"));
        assertThat(channel.messageId()).isEqualTo("1");
        assertThat(channel.replyTo()).isEqualTo(ChannelAddress.of("r1"));
    }

    /** M9. */
    @ParameterizedTest
    @ValueSource(strings = {"{'id':'1'}", "[{'id':'1'}]", "'1'", "['1']", "[{'id':1},{},null,7,{'id':' '}]"})
    void recipientsAreReadAsAListWhateverTheyAre(String to) {
        assertThat(message(json("{'channel':{'to':" + to + "}}")).channel().to())
                .containsExactly(ChannelAddress.of("1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'RichMedia'}",
                "{'type':'Text','channel':{'type':'whatsapp'}}",
                "{'type':'Email','channel':{'type':'sms'}}",
                "{'type':null,'channel':null}",
                "{'type':{},'channel':[]}",
                "{'type':'Text','channel':{'type':'email'}}"
            })
    void whatIsNoSmsAndNoEmailIsKeptAsJson(String text) {
        WebhookMessage message = message(json(text));
        assertThat(message).isInstanceOf(UnknownMessage.class);
        assertThat(message.body().text()).isEqualTo(text.replace('\'', '"'));
        assertThat(message.body().json()).hasToString(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'Text','text':'t'}",
                "{'type':'text','text':'t','channel':{'type':'SMS'}}",
                "{'type':'TEXT','text':'t','channel':{'type':7.5,'type':'sms'}}"
            })
    void aTextIsAnSmsWhereTheChannelDoesNotSayOtherwise(String text) {
        assertThat(message(json(text)))
                .isInstanceOfSatisfying(
                        OutgoingSmsMessage.class, sms -> assertThat(sms.text()).isEqualTo("t"));
    }

    @Test
    void fieldsOfAnotherFormAreLeftOutAndStayInTheJson() {
        WebhookMessage message = message(json("{'type':'Text','text':{'a':1},'channel':{'from':[],'messageId':12}}"));
        assertThat(message)
                .isInstanceOfSatisfying(
                        OutgoingSmsMessage.class, sms -> assertThat(sms.text()).isNull());
        assertThat(message.channel().from()).isNull();
        assertThat(message.messageId()).isEqualTo("12");
        assertThat(message.body().json().path("text")).hasToString("{\"a\":1}");
        assertThat(((OutgoingSmsMessage) message(json("{'type':'Text','text':''}"))).text())
                .isEmpty();
        assertThat(((OutgoingEmailMessage) message(json("{'type':'Email','content':{'text':'a'}}"))).content())
                .containsExactly(new EmailPart(null, "a"));
    }

    @Test
    void theSampleOfInteractionEventsIsRead() {
        byte[] body = sample("webhook-interactions.request");
        InteractionEvents events = events(body);
        assertThat(events.operationId()).isEqualTo("f6c49d91-926b-4473-b2f3-8d8fd295c968");
        assertThat(events.body()).isEqualTo(WebhookBody.of(body));
        assertThat(events.events()).hasSize(1).first().isInstanceOf(UnknownInteractionEvent.class);
    }

    @Test
    void startedAndFinishedAreTypedAndOtherEventsAreKept() {
        InteractionEvents events = events(json("{'data':{'entities':["
                + "{'event':'STARTED','entity':{'id':'1','mediaType':'chat','interactionSubtype':'WhatsApp','selfUri':'u'}},"
                + "{'event':'finished','entity':{'id':'2','mediaType':'video','interactionSubtype':'Other'}},"
                + "{'event':'PAUSED','entity':{'id':'3'}},7]}}"));
        assertThat(events.operationId()).isNull();
        InteractionStarted started = (InteractionStarted) events.events().get(0);
        assertThat(started.interaction().id()).isEqualTo("1");
        assertThat(started.interaction().mediaType()).isEqualTo(MediaType.CHAT);
        assertThat(started.interaction().interactionSubtype()).isEqualTo(InteractionSubtype.WHATS_APP);
        assertThat(started.interaction().selfUri()).isEqualTo("u");
        InteractionFinished finished = (InteractionFinished) events.events().get(1);
        assertThat(finished.interaction().mediaType()).hasToString("video");
        assertThat(finished.interaction().interactionSubtype()).hasToString("Other");
        UnknownInteractionEvent paused =
                (UnknownInteractionEvent) events.events().get(2);
        assertThat(paused.event()).isEqualTo("PAUSED");
        assertThat(paused.interaction().id()).isEqualTo("3");
        assertThat(((UnknownInteractionEvent) events.events().get(3)).json()).hasToString("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{'data':null}", "{'data':{'entities':null}}", "{'data':{'entities':[]}}", "{'data':[]}"})
    void eventsMayBeAbsent(String text) {
        assertThat(events(json(text)).events()).isEmpty();
    }

    @Test
    void aSingleEventStandsForAListOfOne() {
        assertThat(events(json("{'data':{'entities':{'event':'STARTED'}}}")).events())
                .hasSize(1)
                .first()
                .isInstanceOf(InteractionStarted.class);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments("not a JSON object", bytes("")),
                arguments("more than a thousand digits", bytes("{\"a\":" + "1".repeat(1001) + "}")),
                arguments("is not JSON", bytes("{")),
                arguments("is not JSON", bytes("{'a':1}")),
                arguments("is not JSON", json("{'a':1} {'b':2}")),
                arguments("is not JSON", json("{'a':1}garbage")),
                arguments("is not JSON", bytes("<html></html>")),
                arguments("is not JSON", bytes("a=1&b=2")),
                arguments("nested more than 100 deep", bytes("{\"a\":".repeat(100_000))),
                arguments("nested more than 100 deep", bytes("{\"a\":" + "[".repeat(101) + "]".repeat(101) + "}")),
                arguments("not a JSON object", bytes("[]")),
                arguments("not a JSON object", bytes("7")),
                arguments("not a JSON object", bytes("null")),
                arguments("not UTF-8", "{\"text\":\"für\"}".getBytes(ISO_8859_1)),
                arguments("not UTF-8", "{}".getBytes(UTF_16)),
                arguments("is not JSON", "{}".getBytes(UTF_16LE)),
                arguments("not UTF-8", new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'}),
                arguments(
                        "not UTF-8", new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'}));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aBodyThatCannotBeReadIsRefusedWithoutAWordOfIt(String words, byte[] body) {
        assertThatExceptionOfType(InvalidWebhookException.class)
                .isThrownBy(() -> message(body))
                .withMessageContaining(words)
                .withNoCause()
                .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.REJECTED));
        assertThatExceptionOfType(InvalidWebhookException.class).isThrownBy(() -> events(body));
    }

    @Test
    void aByteOrderMarkAndAHundredLevelsAreRead() {
        assertThat(message(json("\ufeff{'type':'x'}")).type()).isEqualTo("x");
        assertThat(message(bytes("{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}")))
                .isInstanceOf(UnknownMessage.class);
    }

    @Test
    void nothingIsReadBeforeTheSignatureFits() {
        assertThatExceptionOfType(InvalidSignatureException.class)
                .isThrownBy(() -> WEBHOOKS.messaging("sha1=" + "0".repeat(40), bytes("no json")));
        assertThatExceptionOfType(InvalidSignatureException.class)
                .isThrownBy(() -> WEBHOOKS.messaging(null, bytes("no json")));
        assertThatExceptionOfType(InvalidSignatureException.class)
                .isThrownBy(() -> WEBHOOKS.interactions("sha1=nonsense", bytes("{}")));
    }

    @Test
    void aSignatureIsAcceptedInEitherCaseAndUnderAnyOfTheSecrets() {
        byte[] body = json("{'type':'x'}");
        Webhooks changing = Webhooks.signedWith("new", Given.SECRET);
        String old = WEBHOOKS.sign(body).toUpperCase(Locale.ROOT).replace("SHA1", "sha1");
        assertThat(changing.messaging(old, body).type()).isEqualTo("x");
        assertThat(changing.messaging(changing.sign(body), body).type()).isEqualTo("x");
        assertThatExceptionOfType(InvalidSignatureException.class)
                .isThrownBy(() -> WEBHOOKS.messaging(changing.sign(body), body));
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedBeforeItIsVerified() {
        Webhooks small = WEBHOOKS.maxBodyBytes(4);
        assertThat(small.messaging(small.sign(bytes("{  }")), bytes("{  }"))).isNotNull();
        assertThatExceptionOfType(InvalidWebhookException.class)
                .isThrownBy(() -> small.messaging(null, bytes("{   }")))
                .withMessageContaining("has 5 bytes, more than the 4");
        assertThat(WEBHOOKS.maxBodyBytes()).isEqualTo(10 * 1024 * 1024);
    }

    @Test
    void badParametersAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Webhooks.signedWith(" "))
                .withMessageContaining("appSecret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Webhooks.signedWith("a", (String) null))
                .withMessageContaining("others");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Webhooks.signedWith("a", ""))
                .withMessageContaining("others");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEBHOOKS.maxBodyBytes(0))
                .withMessageContaining("maxBodyBytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEBHOOKS.messaging("", null))
                .withMessageContaining("body");
    }

    @Test
    void theBodyIsNotAliasedAndNothingPersonalOfItIsPrinted() {
        byte[] body = json("{'type':'x'}");
        WebhookMessage message = message(body);
        body[2] = 'z';
        message.body().bytes()[2] = 'z';
        ((com.fasterxml.jackson.databind.node.ObjectNode) message.body().json()).removeAll();
        assertThat(message.body()).isEqualTo(WebhookBody.of(json("{'type':'x'}")));
        assertThat(message.body()).hasToString("WebhookBody[12 bytes]").hasSameHashCodeAs(message.body());
        assertThat(WEBHOOKS).hasToString("Webhooks[appSecret=****, maxBodyBytes=10485760]");
    }
}
