package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.Upload;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.auth.OutgoingRequest;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.testing.WireServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PipelineRecoveryTest {
    private static final String NOT_SIGNED_IN = "{\"status\":{\"code\":603}}";

    private final WireServer server = new WireServer();
    private final Numbered numbered = new Numbered();
    private final CxClient client = server.client(builder -> builder.credentials(context -> numbered));

    @AfterEach
    void close() {
        server.close();
    }

    /** Gives out token 1, token 2 and so on, and remembers what it was asked. */
    private final class Numbered implements Authenticator {
        private final List<OutgoingRequest> asked = new ArrayList<>();
        private final List<Object> refused = new ArrayList<>();
        private boolean renews = true;

        @Override
        public Authorization authorize(OutgoingRequest request) {
            asked.add(request);
            return new Authorization(Map.of("X-Token", "t" + asked.size()), asked.size());
        }

        @Override
        public boolean refused(Authorization authorization) {
            refused.add(authorization.ticket());
            return renews;
        }
    }

    @Test
    void a401IsSentOnceMoreWithAnotherToken() {
        server.answer(401, "{}").answer(200, "{}");
        client.request().post("/x").json(Map.of("a", 1)).returningNothing().execute();
        assertThat(numbered.refused).containsExactly(1);
        assertThat(server.take().getHeaders().get("X-Token")).isEqualTo("t1");
        var second = server.take();
        assertThat(second.getHeaders().get("X-Token")).isEqualTo("t2");
        assertThat(second.getBody().utf8()).isEqualTo("{\"a\":1}");
        assertThat(server.time.sleeps()).isEmpty();
    }

    @Test
    void aSecond401IsFinal() {
        server.answer(401, "{}").answer(401, "{}").answer(200, "{}");
        UnauthorizedException e = catchThrowableOfType(
                UnauthorizedException.class, client.request().get("/x").returningNothing()::execute);
        assertThat(e.attempts()).extracting(Attempt::outcome).containsExactly("401", "401");
        assertThat(numbered.refused).containsExactly(1);
    }

    @Test
    void credentialsThatCannotBeRenewedEndTheCallAtOnce() {
        numbered.renews = false;
        server.answer(401, "{}").answer(200, "{}");
        catchThrowableOfType(
                UnauthorizedException.class, client.request().get("/x").returningNothing()::execute);
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void a403WithCode603IsSentOnceMore() {
        server.answer(403, NOT_SIGNED_IN).answer(200, "{}");
        client.request().get("/x").returningNothing().execute();
        assertThat(numbered.refused).containsExactly(1);
    }

    @Test
    void a403OfAProbeIsSentOnceMore() {
        server.answer(403, "").answer(200, "{}");
        client.request()
                .get("/ping")
                .forbiddenMeansSignedOut()
                .returningNothing()
                .execute();
        assertThat(numbered.refused).containsExactly(1);
    }

    @Test
    void a403OfTheGatewayOrForAMissingPermissionIsFinal() {
        server.answer(403, "{\"message\":\"Forbidden\"}").answer(403, "{}");
        for (int i = 0; i < 2; i++) {
            catchThrowableOfType(
                    ForbiddenException.class, client.request().get("/x").returningNothing()::execute);
        }
        assertThat(numbered.refused).isEmpty();
        assertThat(server.count()).isEqualTo(2);
    }

    @Test
    void a403OfTheGatewayIsFinalForAProbeToo() {
        server.answer(403, "{\"message\":\"Forbidden\"}");
        catchThrowableOfType(
                ForbiddenException.class,
                client.request().get("/ping").forbiddenMeansSignedOut().returningNothing()::execute);
        assertThat(numbered.refused).isEmpty();
    }

    @Test
    void theRecoveryDoesNotCountAsOneOfTheAttempts() {
        server.answer(401, "{}").answer(500, "{}").answer(200, "{}");
        client.request()
                .get("/x")
                .returningNothing()
                .retryPolicy(RetryPolicy.standard().maxAttempts(2))
                .execute();
        assertThat(server.count()).isEqualTo(3);
    }

    @Test
    void aBodyThatCanBeSentOnceIsNotSentAgainWithAnotherToken() {
        server.answer(401, "{}").answer(200, "{}");
        Upload upload = Upload.stream("a", new ByteArrayInputStream(new byte[3]), 3);
        catchThrowableOfType(
                UnauthorizedException.class,
                client.request().post("/x").multipart("f", upload).returningNothing()::execute);
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void theAuthenticatorSeesMethodAddressExactBodyAndWhatIsLeftOfTheTime() throws IOException {
        server.answer(WireServer.json(503, "{}").addHeader("Retry-After", "4")).answer(200, "{}");
        client.request()
                .post("/x")
                .json(Map.of("a", 1))
                .returningNothing()
                .timeout(Duration.ofSeconds(10))
                .execute();
        OutgoingRequest first = numbered.asked.get(0);
        assertThat(first.method()).isEqualTo("POST");
        assertThat(first.uri()).hasToString(server.url() + "x");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        first.body().writeTo(body);
        assertThat(body).hasToString("{\"a\":1}");
        assertThat(first.timeLeft()).isEqualTo(Duration.ofSeconds(10));
        assertThat(numbered.asked.get(1).timeLeft()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void whatTheAuthenticatorThrowsReachesTheCallerWithTheEarlierFailures() {
        CxException own = new CxException(
                "no token",
                null,
                new io.github.multicloudcx.core.error.ErrorContext(io.github.multicloudcx.core.Fate.NOT_SENT));
        CxClient failing = server.client(builder -> builder.credentials(context -> request -> {
            if (server.count() > 0) {
                throw own;
            }
            return new Authorization(Map.of(), null);
        }));
        server.answer(500, "{}");
        assertThat(catchThrowable(failing.request().get("/x").returningNothing()::execute))
                .isSameAs(own);
        assertThat(own.getSuppressed())
                .singleElement()
                .satisfies(earlier -> assertThat(earlier).hasMessageContaining("500 Internal Server Error"));
    }

    @Test
    void aRequestWithASignerOfItsOwnDoesNotUseTheCredentialsOfTheClient() {
        server.answer(200, "{}");
        client.request()
                .get("/x")
                .authorizedBy(request -> new Authorization(Map.of("X-Own", "1"), null))
                .returningNothing()
                .execute();
        assertThat(numbered.asked).isEmpty();
        assertThat(server.take().getHeaders().get("X-Own")).isEqualTo("1");
    }
}
