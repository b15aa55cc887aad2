package io.github.multicloudcx.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests of the application to channels. */
class NexusChannelTest {
    private static final String BASE = "/nexus/v3/channels/0123456789/";
    private static final String TEXT =
            "{\"messages\":[{\"channel\":{\"from\":{\"id\":\"1\"},\"to\":{\"id\":\"0123456789\"}},"
                    + "\"type\":\"Text\",\"text\":\"hello\"}]}";

    private final Sandbox sandbox = Sandbox.start();
    private final NexusControl nexus = sandbox.nexus();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return ChannelWeb.send(sandbox, method, path, nexus.contactCenterId(), nexus.appSecret(), body);
    }

    @Test
    void messages_are_taken_and_their_ids_have_either_form() {
        HttpResponse<String> objects = send("POST", BASE + "messages", TEXT);
        nexus.forms().idsAsObjects(false);
        HttpResponse<String> texts = send("POST", BASE + "messages", TEXT);

        assertThat(Web.json(objects).at("/data/ids/0/id").asText()).isEqualTo("in-1");
        assertThat(Web.json(texts).at("/data/ids/0").asText()).isEqualTo("in-2");
        assertThat(nexus.messages()).hasSize(2).first().satisfies(message -> {
            assertThat(message.id()).isEqualTo("in-1");
            assertThat(message.receipt()).isFalse();
            assertThat(message.json().path("text").asText()).isEqualTo("hello");
        });
        assertThat(nexus.signatures()).hasSize(2).allMatch(SignatureVerdict::fits);
        sandbox.assertNoViolations();
    }

    @Test
    void a_receipt_for_nothing_is_kept_as_such() {
        String receipt =
                "{\"messages\":[{\"type\":\"Receipt\",\"status\":\"Delivered\",\"channel\":{\"messageId\":\"x\"}}]}";

        assertThat(Web.json(send("POST", BASE + "messages", receipt)).has("data"))
                .isFalse();
        nexus.forms().receiptsWithData(true);
        assertThat(Web.json(send("POST", BASE + "messages", receipt)).has("data"))
                .isTrue();
        assertThat(nexus.messages()).hasSize(2).allMatch(message -> message.receipt() && message.receiptFor() == null);
    }

    @Test
    void media_are_uploaded_downloaded_and_deleted() {
        String id = Web.json(send("POST", BASE + "media", ChannelWeb.multipart("My Image", "image/png", "picture")))
                .at("/data/mediaId")
                .asText();

        assertThat(nexus.media("0123456789")).containsExactly(id);
        HttpResponse<String> picture = send("GET", BASE + "media/" + id, "");
        assertThat(picture.body()).isEqualTo("picture");
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(Web.json(send("DELETE", BASE + "media/" + id, ""))
                        .at("/data/filename")
                        .asText())
                .isEqualTo("My Image");
        assertThat(send("GET", BASE + "media/" + id, "").statusCode()).isEqualTo(404);
        sandbox.assertNoViolations();
    }

    @Test
    void a_media_type_is_refused_in_any_case_and_with_any_parameters() {
        nexus.refuseMediaType("Text/html; charset=us-ascii");

        for (String type : List.of("text/html", "TEXT/HTML", "text/html;charset=utf-8")) {
            HttpResponse<String> refused = send("POST", BASE + "media", ChannelWeb.multipart("a", type, "x"));
            assertThat(refused.statusCode()).isEqualTo(415);
            assertThat(Web.json(refused).at("/status/message").asText()).contains(type);
        }
        assertThat(send("POST", BASE + "media", ChannelWeb.multipart("a", "text/html2", "x"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_part_of_a_media_file_is_downloaded() {
        String id = Web.json(send("POST", BASE + "media", ChannelWeb.multipart("a", "image/png", "0123456789")))
                .at("/data/mediaId")
                .asText();
        Web web = Web.bare(sandbox)
                .with("x-ccid", nexus.contactCenterId())
                .with("X-Hub-Signature", ChannelWeb.sign(nexus.appSecret(), new byte[0]));
        String path = BASE + "media/" + id;
        HttpResponse<String> part = web.with("Range", "bytes=3-5").get(path);
        HttpResponse<String> changed = web.with("If-Range", "\"another\"").get(path);
        HttpResponse<String> beyond =
                web.without("If-Range").with("Range", "bytes=10-").get(path);

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("345");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 3-5/10");
        assertThat(part.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(part.headers().firstValue("ETag")).contains('"' + id + '"');
        assertThat(changed.body()).isEqualTo("0123456789");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */10");
        assertThat(Web.json(beyond).at("/status/code").asInt()).isEqualTo(416);
    }

    @Test
    void who_does_not_sign_or_belongs_elsewhere_is_refused() {
        byte[] body = TEXT.getBytes(UTF_8);
        String right = ChannelWeb.sign(nexus.appSecret(), body);
        String path = BASE + "messages";
        String ccid = nexus.contactCenterId();

        assertThat(ChannelWeb.sendWith(sandbox, "POST", path, ccid, "nonsense", TEXT)
                        .statusCode())
                .isEqualTo(401);
        assertThat(ChannelWeb.sendWith(sandbox, "POST", path, ccid, right, TEXT + " ")
                        .statusCode())
                .isEqualTo(401);
        assertThat(ChannelWeb.send(sandbox, "POST", path, "other", nexus.appSecret(), TEXT)
                        .statusCode())
                .isEqualTo(403);
        assertThat(Web.bare(sandbox).with("x-ccid", ccid).postJson(path, TEXT).statusCode())
                .isEqualTo(401);
        assertThat(sandbox.violations())
                .extracting(Violation::problem)
                .containsExactly("header X-Hub-Signature is missing");
        nexus.rotateSecret("0123456789", "another");
        assertThat(ChannelWeb.sendWith(sandbox, "POST", path, ccid, right, TEXT).statusCode())
                .isEqualTo(401);
        assertThat(nexus.signatures())
                .extracting(SignatureVerdict::problem)
                .containsExactly(
                        "the header is malformed",
                        "it does not fit the " + (body.length + 1) + " bytes of the body",
                        "",
                        "the header is missing",
                        "it does not fit the " + body.length + " bytes of the body");
        assertThat(nexus.messages()).isEmpty();
    }

    @Test
    void a_channel_id_may_have_a_slash_and_an_unknown_one_is_not_found() {
        nexus.addChannel("+49/30", "cc", "secret");

        assertThat(ChannelWeb.send(sandbox, "POST", "/nexus/v3/channels/%2B49%2F30/messages", "cc", "secret", TEXT)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> unknown =
                ChannelWeb.send(sandbox, "POST", "/nexus/v3/channels/7/messages", "cc", "secret", TEXT);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Web.json(unknown).at("/status/message").asText()).isEqualTo("Channel 7 not found");
        assertThat(send("POST", BASE + "messages", "{\"messages\":[]}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nexus.sendText("7", "1", "hello"))
                .withMessage("There is no channel 7");
        assertThatIllegalArgumentException().isThrownBy(() -> nexus.webhook("7", URI.create("http://a")));
        assertThatIllegalStateException()
                .isThrownBy(() -> nexus.sendText("0123456789", "1", "hello"))
                .withMessageContaining("has no webhook");
        assertThatIllegalStateException()
                .isThrownBy(() -> nexus.sendEvent("STARTED", "1"))
                .withMessageContaining("no interactions webhook");
    }
}
