package io.github.multicloudcx.core;

import static io.github.multicloudcx.core.testing.FakeDeployment.json;
import static io.github.multicloudcx.core.testing.FakeDeployment.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.auth.AuthContext;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.auth.OutgoingRequest;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import io.github.multicloudcx.core.testing.TestThreads;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CxClientTest {
    private final FakeTime time = new FakeTime();
    private final FakeDeployment deployment = new FakeDeployment();

    @AfterEach
    void close() {
        deployment.close();
    }

    private static Call<JsonNode> request(CxClient cx) {
        return cx.request().get("/thing").returning(JsonNode.class);
    }

    @Test
    void theBaseUrlOfAFamilyWinsOverTheCommonOne() {
        try (FakeDeployment grs = new FakeDeployment();
                CxClient cx = deployment
                        .builder(time)
                        .baseUrl(ApiFamily.GRS, grs.url() + "/genesys-rules-authoring/")
                        .build()) {
            cx.api(ApiFamily.GRS).get("/x").returning(JsonNode.class).execute();
            cx.api(ApiFamily.UDM).get("/y").returning(JsonNode.class).execute();
            cx.request().get("/z").returning(JsonNode.class).execute();

            assertThat(grs.calls())
                    .extracting(call -> call.getTarget())
                    .containsExactly("/genesys-rules-authoring/grs/v1/x");
            assertThat(deployment.calls()).extracting(call -> call.getTarget()).containsExactly("/udm/y", "/z");
            assertThat(cx.baseUrl(ApiFamily.GRS)).hasToString(grs.url() + "/genesys-rules-authoring/grs/v1");
            assertThat(cx.baseUrl(ApiFamily.ARCHITECT)).hasToString(deployment.url());
        }
    }

    @Test
    void aFamilyWithoutABaseUrlIsNamed() {
        try (CxClient cx = CxClient.builder()
                .baseUrl(ApiFamily.UDM, "https://udm.example.com")
                .build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cx.api(ApiFamily.NEXUS))
                    .withMessageContaining("baseUrl of NEXUS is not set");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cx.baseUrl(ApiFamily.NEXUS))
                    .withMessageContaining("baseUrl of NEXUS is not set");
            assertThatIllegalArgumentException()
                    .isThrownBy(cx::request)
                    .withMessageContaining("baseUrl is not set, only those of [UDM]");
            assertThatIllegalArgumentException().isThrownBy(() -> cx.api(null)).withMessageContaining("family");
        }
    }

    @Test
    void credentialsThatNeedAnAddressThatIsNotSetSayWhich() {
        CxClientBuilder builder = CxClient.builder()
                .baseUrl(ApiFamily.UDM, "https://udm.example.com")
                .credentials(OAuth.clientCredentials("app", "secret"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.build().close())
                .withMessageContaining("baseUrl of AUTH is not set");
    }

    @Test
    void theApiKeyGoesToEveryOriginOfTheDeploymentAndToNoOther(@TempDir Path directory) {
        try (FakeDeployment nexus = new FakeDeployment();
                FakeDeployment storage = new FakeDeployment();
                CxClient cx = deployment
                        .builder(time)
                        .baseUrl(ApiFamily.NEXUS, nexus.url())
                        .credentials(Credentials.bearer("token-1"))
                        .build()) {
            deployment.onCall(request -> new MockResponse.Builder()
                    .code(303)
                    .addHeader("Location", storage.url() + "/file?signature=s")
                    .build());
            storage.onCall(request -> new MockResponse.Builder().body("content").build());
            cx.api(ApiFamily.NEXUS)
                    .envelope(Envelope.BARE)
                    .get("/x")
                    .returning(JsonNode.class)
                    .execute();
            cx.request().get("/file").download().to(directory.resolve("file")).execute();

            assertThat(deployment.calls().get(0).getHeaders().get("x-api-key")).isEqualTo(FakeDeployment.API_KEY);
            assertThat(nexus.calls().get(0).getHeaders().get("x-api-key")).isEqualTo(FakeDeployment.API_KEY);
            assertThat(storage.calls()).hasSize(1);
            assertThat(storage.calls().get(0).getHeaders().names())
                    .doesNotContain("x-api-key", "Authorization", "Cookie", "X-B3-TraceId");
        }
    }

    @Test
    void withoutAnApiKeyNoneIsSent() {
        try (CxClient cx =
                CxClient.builder().baseUrl(deployment.url()).timeSource(time).build()) {
            request(cx).execute();
        }
        assertThat(deployment.calls().get(0).getHeaders().names()).doesNotContain("x-api-key", "Authorization");
    }

    @Test
    void closingEndsAllThreads() throws Exception {
        List<Thread> before = TestThreads.ofTheSdk();
        deployment.tokens(token("t1"));
        CxClient cx = deployment.client(OAuth.clientCredentials("app", "secret"), time);
        request(cx).executeAsync().get();
        List<Thread> ours = new ArrayList<>(TestThreads.ofTheSdk());
        ours.removeAll(before);
        assertThat(ours).extracting(Thread::getName).contains("cx-watcher");
        assertThat(ours).allMatch(Thread::isDaemon);

        cx.close();

        for (Thread thread : ours) {
            thread.join();
        }
    }

    @Test
    void closingTwiceDoesNoHarm() {
        CxClient cx = deployment.builder(time).build();
        request(cx).execute();
        cx.close();

        assertThatCode(cx::close).doesNotThrowAnyException();
    }

    @Test
    void aCallAfterClosingIsAnIllegalState() {
        deployment.tokens(token("t1"));
        CxClient cx = deployment.client(OAuth.clientCredentials("app", "secret"), time);
        Call<JsonNode> before = request(cx);
        cx.close();

        assertThatIllegalStateException().isThrownBy(before::execute).withMessageContaining("closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> request(cx).executeForResponse())
                .withMessageContaining("nothing was sent");
        CompletableFuture<JsonNode> later = before.executeAsync();
        assertThatThrownBy(later::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(deployment.calls()).isEmpty();
        assertThat(deployment.tokenRequests()).isEmpty();
    }

    @Test
    void credentialsThatFailToCloseDoNotKeepTheRestOpen() {
        CxClient cx =
                deployment.builder(time).credentials(context -> new Failing()).build();

        assertThatIllegalStateException().isThrownBy(cx::close).withMessage("no sign-out");

        assertThatIllegalStateException()
                .isThrownBy(() -> request(cx).execute())
                .withMessageContaining("closed");
    }

    private static final class Failing implements Authenticator {
        @Override
        public Authorization authorize(OutgoingRequest request) {
            return new Authorization(Map.of(), null);
        }

        @Override
        public void close() {
            throw new IllegalStateException("no sign-out");
        }
    }

    @Test
    void credentialsAreLentWhatTheyNeed() {
        List<AuthContext> lent = new ArrayList<>();
        Credentials own = context -> {
            lent.add(context);
            context.secret("sesame-1");
            return request -> {
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                request.body().writeTo(body);
                return new Authorization(
                        Map.of("X-Own", request.method() + " " + request.uri().getPath() + " " + body.size()), null);
            };
        };
        try (CxClient cx = deployment.client(own, time)) {
            request(cx).execute();
            AuthContext context = lent.get(0);
            context.unauthenticated(ApiFamily.UDM)
                    .get("/x")
                    .returning(JsonNode.class)
                    .execute();
            deployment.onCall(request -> json(400, "{\"message\":\"not sesame-1\"}"));

            assertThat(context.time()).isSameAs(time).isSameAs(cx.timeSource());
            assertThat(context.baseUrl(ApiFamily.UDM)).hasToString(deployment.url() + "/udm");
            assertThatThrownBy(() -> request(cx).execute())
                    .hasMessageContaining("not ****")
                    .hasMessageNotContaining("sesame-1");
        }
        assertThat(deployment.calls().get(0).getHeaders().get("X-Own")).isEqualTo("GET /thing 0");
        assertThat(deployment.calls().get(1).getHeaders().names())
                .doesNotContain("X-Own")
                .contains("x-api-key");
    }

    @Test
    void nothingSecretIsPrinted() {
        try (CxClient cx = deployment.client(OAuth.password("app", "secret-1", "user", "password-1"), time)) {
            assertThat(cx).hasToString("CxClient[" + deployment.url() + "/]");
            assertThat(request(cx)).hasToString("Call[GET /thing]");
            assertThat(deployment.builder(time).toString()).doesNotContain(FakeDeployment.API_KEY);
        }
    }

    @Test
    void workOfSeveralCallsRunsOnAThreadOfTheClientAndEndsWhenItIsCancelled() throws InterruptedException {
        try (CxClient cx = CxClient.builder().baseUrl("http://127.0.0.1:1").build()) {
            assertThat(cx.executeAsync(() -> "done").join()).isEqualTo("done");

            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            CompletableFuture<String> endless = cx.executeAsync(() -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                    return "never";
                } catch (InterruptedException e) {
                    ended.countDown();
                    throw new IllegalStateException(e);
                }
            });
            begun.await();
            endless.cancel(true);
            ended.await();
        }
    }
}
