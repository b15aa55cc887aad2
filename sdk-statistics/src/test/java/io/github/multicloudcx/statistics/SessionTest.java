package io.github.multicloudcx.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.SessionCookies;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.statistics.internal.StatisticsRequests;
import io.github.multicloudcx.statistics.model.Statistic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** All requests of a client belong to one session, and its cookies show nowhere. */
class SessionTest {
    private static final List<Statistic> ASKED =
            List.of(Statistic.named("a").agent("1"), Statistic.named("a").agent("2"));

    private static MockResponse.Builder settingCookies() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeader("Set-Cookie", "STATISTICS_SESSIONID=very-secret; Path=/; HttpOnly")
                .addHeader("Set-Cookie", "AWSALB=node-secret; Path=/")
                .body(Samples.statistics(0));
    }

    private static String cookies(Wire wire) {
        return wire.take().getHeaders().get("Cookie");
    }

    @Test
    void everyRequestSendsTheCookiesOfTheSession() {
        String empty = Samples.statistics(0);
        try (Wire wire = new Wire()
                .answer(settingCookies())
                .answer(200, empty)
                .answer(200, empty)
                .answer(200, "{\"status\":{\"code\":0},\"data\":{\"statistic\":{}}}")
                .answer(200, empty)
                .answer(200, empty)
                .answer(200, empty)) {
            StatisticsClient client = wire.statistics;
            client.subscriptions().create(ASKED).execute();
            client.subscriptions().values("1").execute();
            client.subscriptions().delete("1").execute();
            client.value(ASKED.get(0)).execute();
            client.values(ASKED, 1).execute();
            StatisticsClient.create(wire.cx).values(ASKED).execute();

            assertThat(cookies(wire)).isNull();
            for (int i = 0; i < 5; i++) {
                assertThat(cookies(wire))
                        .contains("STATISTICS_SESSIONID=very-secret")
                        .contains("AWSALB=node-secret");
            }
            assertThat(cookies(wire)).as("another client, another session").isNull();
        }
    }

    @Test
    void theSameRequestsCanBelongToAnotherSession() {
        SessionCookies cookies = new SessionCookies();
        try (Wire wire = new Wire()
                .answer(settingCookies())
                .answer(200, Samples.statistics(0))
                .answer(200, Samples.statistics(0))) {
            StatisticsRequests requests =
                    new StatisticsRequests(wire.cx.api(ApiFamily.STATISTICS).session(cookies));
            requests.create(ASKED, "1", null).execute();
            requests.subscriptionValues("1", List.of(), null).execute();
            wire.statistics.values(ASKED).execute();

            assertThat(cookies.names()).containsExactly("STATISTICS_SESSIONID", "AWSALB");
            assertThat(cookies(wire)).isNull();
            assertThat(cookies(wire)).contains("STATISTICS_SESSIONID=very-secret");
            assertThat(cookies(wire)).isNull();
        }
    }

    @Test
    void noSecretShowsWhateverFails() {
        try (Wire wire = new Wire()
                .answer(settingCookies())
                .answer(500, "{\"status\":{\"code\":1,\"message\":\"STATISTICS_SESSIONID=very-secret is bad\"}}")
                .answer(200, "very-secret")
                .empty(404)) {
            StatisticsClient client = wire.statistics;
            assertThat(client.values(ASKED).executeForResponse().toString()).doesNotContain("very-secret");
            for (int i = 0; i < 3; i++) {
                assertThat(trace(catchThrowableOfType(
                                CxException.class,
                                () -> client.subscriptions().values("1").execute())))
                        .doesNotContain("very-secret", "node-secret", "test-token", "test-key");
            }
            assertThat(List.of(
                                    client,
                                    client.subscriptions(),
                                    client.subscriptions().values("1"),
                                    client.values(ASKED, 1))
                            .toString())
                    .doesNotContain("secret", "test-token", "test-key");
        }
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aConnectionIsRequired() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatisticsClient.create(null))
                .withMessage("cx is required");
    }

    @Test
    void theClientSaysWhatItIs() {
        try (CxClient cx =
                CxClient.builder().baseUrl("https://gapi.example.com").build()) {
            assertThat(StatisticsClient.create(cx)).hasToString("StatisticsClient");
        }
    }
}
