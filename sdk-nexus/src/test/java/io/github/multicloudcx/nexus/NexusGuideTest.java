package io.github.multicloudcx.nexus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.nexus.messaging.ChannelAddress;
import io.github.multicloudcx.nexus.webhook.Webhooks;
import io.github.multicloudcx.sandbox.ChannelMessage;
import io.github.multicloudcx.sandbox.WebhookState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docs/nexus.md and docs/webhooks.md show runs and does what the text says. */
@Timeout(60)
class NexusGuideTest {
    private static final Path MODULE = Files.isDirectory(Path.of("sdk-nexus"))
            ? Path.of("sdk-nexus")
            : Path.of("").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Deployment deployment = new Deployment();
    private final NexusSnippets guide = new NexusSnippets(deployment.nexus);
    private final WebhookSnippets webhooks = new WebhookSnippets();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void everyOperationIsInTheTable() throws IOException {
        Set<String> ids = Stream.concat(
                        Operation.all().stream().map(Operation::id),
                        Stream.of(
                                "sendChannelMessages",
                                "uploadChannelMedia",
                                "downloadChannelMedia",
                                "deleteChannelMedia"))
                .collect(Collectors.toSet());
        List<String> lines = Files.readAllLines(MODULE.resolve("../docs/nexus.md"));
        assertThat(ids)
                .hasSize(17)
                .allSatisfy(id -> assertThat(
                                lines.stream().filter(line -> line.startsWith("|") && line.contains("`" + id + "`")))
                        .as(id)
                        .hasSize(1));
    }

    @Test
    void secureMailsAreReadAndSent() {
        var mail = deployment.control.addSecureMail("consumer@example.com", "Billing", Samples.tree("{\"a\":1}"));
        guide.unread();
        guide.unread();
        assertThat(guide.shown).hasSize(1);
        assertThat(guide.shown.get(0).path("secureMailId").asText()).isEqualTo(mail);
        assertThat(guide.send().secureMailId()).isNotNull();
    }

    @Test
    void aCaseIsMadeOnce() {
        assertThat(guide.create().existed()).isFalse();
        JsonNode there = guide.create().json();
        assertThat(guide.create().existed()).isTrue();
        guide.doors(deployment.nexus.openMedia("cases"), there.path("id").asText());
        assertThat(guide.shown.get(0)).isEqualTo(guide.shown.get(1));
    }

    @Test
    void messagesAndMediaAreSent() throws IOException {
        assertThat(guide.hello(deployment.control.contactCenterId(), deployment.control.appSecret()))
                .hasSize(1);
        Path picture = Files.write(directory.resolve("a.png"), new byte[1000]);
        ApiResponse<Path> saved = guide.picture(deployment.sms(), picture, directory.resolve("b.png"));
        assertThat(saved.header("Content-Type")).isEqualTo("image/png");
        assertThat(saved.value()).hasSize(1000);
        assertThat(deployment.control.media("0123456789")).isEmpty();
    }

    @Test
    void messagesOfAgentsReachTheCarrierAndAreConfirmed() throws IOException {
        List<String> carried = new CopyOnWriteArrayList<>();
        ExecutorService executor = webhooks.executor();
        HttpServer server = webhooks.serve(
                new WebhookSnippets.Carrier() {
                    @Override
                    public void send(String to, @Nullable String text) {
                        carried.add(to + " " + text);
                    }

                    @Override
                    public void mail(List<ChannelAddress> to, @Nullable String subject, @Nullable String html) {
                        carried.add(to.size() + " " + subject + " " + html);
                    }

                    @Override
                    public void unknown(@Nullable String type, JsonNode json) {
                        carried.add(type + " " + json);
                    }
                },
                deployment.control.appSecret(),
                executor,
                Runnable::run,
                0);
        try {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms");
            deployment.control.webhook("0123456789", uri);
            deployment.control.webhook("company.com", uri);
            var sms = deployment
                    .control
                    .sendText("0123456789", "16504661149", "hello")
                    .await(PATIENCE);
            var email = deployment
                    .control
                    .sendEmail("company.com", List.of("recipient-1@mail.com", "b@mail.com"), "Subject", "text")
                    .await(PATIENCE);
            byte[] other = "{\"type\":\"Dance\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(deployment
                            .control
                            .sendRaw("0123456789", other)
                            .await(PATIENCE)
                            .state())
                    .isEqualTo(WebhookState.DELIVERED);
            assertThat(carried)
                    .containsExactly("16504661149 hello", "2 Subject <p>text</p>", "Dance {\"type\":\"Dance\"}");
            Webhooks signed = webhooks.changing("new", deployment.control.appSecret());
            webhooks.receipts(
                    deployment.sms(),
                    signed.messaging(deployment.webhooks.sign(sms.body()), sms.body()),
                    deployment.channel("company.com"),
                    signed.messaging(deployment.webhooks.sign(email.body()), email.body()));
            assertThat(deployment.control.messages())
                    .extracting(ChannelMessage::receiptFor)
                    .containsExactly(sms, email);
            assertThat(webhooks.read(signed, signed.sign(other), other)).isEqualTo("Dance 0");
        } finally {
            server.stop(0);
            executor.shutdownNow();
        }
    }
}
