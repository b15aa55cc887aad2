package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.RecordedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NotificationTest {
    private final ArchitectDeployment it = new ArchitectDeployment();

    @AfterEach
    void close() {
        it.close();
    }

    private FlowUpdate update(ChangeNotifier notifier) {
        return it.manager().notifier(notifier).build().update(it.change("{'m':{'password':'pass-pass'}}"));
    }

    @Test
    void theWebhookIsToldWhatChangedAndNoValues() {
        try (StubServer database = new StubServer(request -> new StubServer.Said(200, "{}"));
                ConfigurationWebhook webhook = ConfigurationWebhook.to(
                        database.url("/hooks/T0/secret-path"), "the-token", Duration.ofSeconds(30))) {
            FlowUpdate update = update(webhook);
            assertThat(update.warnings()).isEmpty();
            assertThat(it.audit.last().event()).isEqualTo(AuditEvent.NOTIFIED);
            StubServer.Seen seen = database.seen.get(0);
            assertThat(seen.method()).isEqualTo("POST");
            assertThat(seen.path()).isEqualTo("/hooks/T0/secret-path");
            assertThat(seen.authorization()).isEqualTo("Bearer the-token");
            assertThat(seen.apiKey()).isNull();
            JsonNode notice = Json.of(seen.body());
            assertThat(notice)
                    .isEqualTo(Json.of("{'event':'flow.settings.changed','update':'" + update.id()
                            + "','organizationId':'" + it.architect.organizationId() + "','flowId':'"
                            + ArchitectDeployment.ID + "','flowName':'Primary Architecture Flow','version':15,"
                            + "'changed':['/m/password'],'who':'jane','time':'2026-03-01T08:00:00Z'}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a%2Fb/c/", "/%C3%BC//x", "/a.b-c_d~e"})
    void thePathIsSentAsItIs(String path) {
        try (StubServer database = new StubServer(request -> new StubServer.Said(200, "{}"));
                ConfigurationWebhook webhook =
                        ConfigurationWebhook.to(database.url(path), null, Duration.ofSeconds(30))) {
            assertThat(update(webhook).warnings()).isEmpty();
            assertThat(database.seen.get(0).path()).isEqualTo(path);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 500, 503})
    void aWebhookThatRefusesIsAWarning(int status) {
        try (StubServer database = new StubServer(request -> new StubServer.Said(status, "no"));
                ConfigurationWebhook webhook =
                        ConfigurationWebhook.to(database.url("/secret-path"), null, Duration.ofSeconds(30))) {
            FlowUpdate update = update(webhook);
            assertThat(update.changed()).isTrue();
            assertThat(update.warnings()).singleElement().asString().startsWith("webhook not told: " + status);
            assertThat(update.warnings().toString()).doesNotContain("secret-path");
            assertThat(it.audit.events()).endsWith(AuditEvent.RELOADED, AuditEvent.NOTIFICATION_FAILED);
            assertThat(it.audit.last().message()).doesNotContain("secret-path").contains("webhook not told");
        }
    }

    @Test
    void aWebhookThatIsNotThereOrThrowsIsAWarning() {
        StubServer gone = new StubServer(request -> new StubServer.Said(200, ""));
        gone.close();
        try (ConfigurationWebhook webhook = ConfigurationWebhook.to(gone.url("/x"), null, Duration.ofSeconds(30))) {
            assertThat(update(webhook).warnings()).singleElement().asString().contains("webhook not told: ");
        }
        assertThat(it.manager()
                        .notifier(new Fixed(null))
                        .build()
                        .update(it.change("{'a':1}"))
                        .warnings())
                .containsExactly("webhook not told: broken");
    }

    @Test
    void aWebhookThatHangsIsNotWaitedForLongerThanItsLimit() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        FlowUpdate update = update(new Fixed(never));
        assertThat(update.changed()).isTrue();
        assertThat(update.warnings()).containsExactly("webhook not told: it has not answered in 1001 ms");
        assertThat(never).isCancelled();
    }

    /** The reload waits until the webhook has been told: they are under way at the same time. */
    @Test
    void itIsToldWhileCachesReload() {
        CountDownLatch told = new CountDownLatch(1);
        it.sandbox.onRequest(request -> await(request, told));
        try (StubServer database = new StubServer(request -> {
                    told.countDown();
                    return new StubServer.Said(204, "");
                });
                ConfigurationWebhook webhook =
                        ConfigurationWebhook.to(database.url("/"), null, Duration.ofSeconds(30))) {
            assertThat(update(webhook).warnings()).isEmpty();
        }
    }

    private static void await(RecordedRequest request, CountDownLatch told) {
        if ("reloadFlows".equals(request.operationId())) {
            try {
                told.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void nobodyIsToldOfAChangeThatWasNotKept() {
        try (StubServer database = new StubServer(request -> new StubServer.Said(200, "{}"));
                ConfigurationWebhook webhook =
                        ConfigurationWebhook.to(database.url("/x"), null, Duration.ofSeconds(30))) {
            FlowSettingsManager checking = it.manager()
                    .notifier(webhook)
                    .check((before, after) -> {
                        throw new IllegalStateException("no");
                    })
                    .build();
            assertThatThrownBy(() -> checking.update(it.change("{'a':1}"))).isInstanceOf(FlowUpdateException.class);
            assertThat(database.seen).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/relative", "ftp://host/x", "https://u:p@host/x", "https://host/x?token=1", "https://host/x#y"})
    void anAddressThatCannotBeUsedIsRefusedAndNotRepeated(String address) {
        assertThatThrownBy(() -> ConfigurationWebhook.to(URI.create(address), null, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("token=1")
                .hasMessageNotContaining("u:p");
    }

    @Test
    void aTokenDoesNotTravelInTheClear() {
        assertThatThrownBy(() -> ConfigurationWebhook.to(
                        URI.create("http://database.example.com/x"), "the-token", Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("the-token");
    }

    private record Fixed(CompletableFuture<Void> outcome) implements ChangeNotifier {
        @Override
        public CompletableFuture<?> send(ChangeNotice notice) {
            if (outcome == null) {
                throw new IllegalStateException("broken");
            }
            return outcome;
        }

        @Override
        public Duration limit() {
            return Duration.ofMillis(1);
        }
    }
}
