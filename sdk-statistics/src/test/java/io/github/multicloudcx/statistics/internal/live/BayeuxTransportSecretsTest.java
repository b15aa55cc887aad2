package io.github.multicloudcx.statistics.internal.live;

import static io.github.multicloudcx.statistics.internal.live.TransportBench.json;
import static io.github.multicloudcx.statistics.internal.live.TransportBench.replies;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.statistics.internal.live.TransportBench.Handler;
import io.github.multicloudcx.testsupport.LogLines;
import io.github.multicloudcx.testsupport.Traces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.cometd.bayeux.Channel;
import org.junit.jupiter.api.Test;

/** Token, API key, client secret and cookies show nowhere, whatever fails and however much is logged. */
class BayeuxTransportSecretsTest {
    private static final String API_KEY = "api-key-31415926";
    private static final String CLIENT_SECRET = "client-secret-27182818";
    private static final String TOKEN = "access-token-16180339";
    private static final String COOKIE = "session-cookie-14142135";
    private static final String NEW_COOKIE = "session-cookie-17320508";
    private static final String[] SECRETS = {API_KEY, CLIENT_SECRET, TOKEN, COOKIE, NEW_COOKIE};
    /** What the server may know before it sets the new cookie. */
    private static final String ALL = String.join(" ", API_KEY, CLIENT_SECRET, TOKEN, COOKIE);

    private static TransportBench bench() {
        TransportBench bench = new TransportBench(
                builder -> builder.apiKey(API_KEY).credentials(OAuth.clientCredentials("the-client", CLIENT_SECRET)));
        bench.token(TOKEN).token(TOKEN).token(TOKEN);
        bench.answer(json(200, replies(Channel.META_HANDSHAKE))
                .addHeader("Set-Cookie", "STATISTICS_SESSIONID=" + COOKIE + "; Path=/"));
        bench.send(Channel.META_HANDSHAKE).awaitMessages();
        return bench;
    }

    /** Answers that repeat every secret. */
    private static Map<String, MockResponse.Builder> hostile() {
        Map<String, MockResponse.Builder> all = new LinkedHashMap<>();
        String message = "{\"status\":{\"code\":500,\"message\":\"" + ALL + "\"},\"error\":\"" + ALL + "\"}";
        for (int status : new int[] {400, 403, 404, 409, 500, 503}) {
            all.put("status " + status, json(status, message).addHeader("X-Echo", ALL));
        }
        all.put(
                "another cookie",
                json(500, message.replace(COOKIE, NEW_COOKIE)).addHeader("Set-Cookie", "B=" + NEW_COOKIE + "; Path=/"));
        all.put("text", new MockResponse.Builder().code(500).body(ALL));
        all.put("no JSON", json(200, ALL));
        all.put("half JSON", json(200, "[{\"channel\":\"" + ALL));
        all.put("no message", json(200, "[{\"data\":\"" + ALL + "\"}]"));
        all.put(
                "HTML",
                new MockResponse.Builder()
                        .addHeader("Content-Type", "text/html")
                        .body("<p>" + ALL + "</p>"));
        all.put(
                "redirect",
                new MockResponse.Builder().code(302).addHeader("Location", "/?token=" + ALL.replace(' ', '&')));
        all.put(
                "cut",
                json(200, "[{\"data\":\"" + ALL.repeat(500) + "\"}]").onResponseBody(new SocketEffect.CloseSocket()));
        return all;
    }

    @Test
    void theyAreInNoExceptionAndInNoLogWhateverTheServerAnswers() {
        List<String> shown = new ArrayList<>();
        try (LogLines log = LogLines.open();
                TransportBench bench = bench()) {
            hostile().forEach((name, answer) -> {
                bench.answer(answer);
                shown.add(
                        name + ": " + Traces.of(bench.send(Channel.META_CONNECT).awaitFailure()));
            });
            assertThat(log.lines())
                    .as("headers are logged")
                    .anyMatch(line -> line.startsWith("TRACE io.github.multicloudcx.http ")
                            && line.contains("x-api-key")
                            && line.contains("Authorization"));
            shown.addAll(log.lines());
            assertThat(shown).allSatisfy(text -> assertThat(text).doesNotContain(SECRETS));
        }
    }

    @Test
    void theyAreInNoExceptionAndInNoLogWhenRefusedTwice() {
        try (LogLines log = LogLines.open();
                TransportBench bench = bench()) {
            Handler refusal = request -> json(401, "{\"message\":\"" + ALL + "\"}")
                    .addHeader("WWW-Authenticate", "Bearer error=\"" + TOKEN + "\"")
                    .build();
            bench.answer(refusal).answer(refusal);
            assertThat(Traces.of(bench.send(Channel.META_CONNECT).awaitFailure()))
                    .contains("401")
                    .doesNotContain(SECRETS);
            assertThat(log.lines()).allSatisfy(line -> assertThat(line).doesNotContain(SECRETS));
        }
    }

    @Test
    void theyAreInNoExceptionWhenTheDeadlinePassesOrTheTransportIsAborted() {
        try (TransportBench bench = bench().silence().silence()) {
            HeardBatch late = bench.send(Channel.META_SUBSCRIBE);
            bench.timer.advance(TransportBench.NETWORK_DELAY);
            HeardBatch aborted = bench.send(Channel.META_CONNECT);
            bench.transport.terminate();
            assertThat(Traces.of(late.awaitFailure()) + Traces.of(aborted.awaitFailure()))
                    .doesNotContain(SECRETS);
        }
    }

    @Test
    void theyAreInNoExceptionWhenTheTokenEndpointRepeatsThem() {
        try (LogLines log = LogLines.open();
                TransportBench bench = new TransportBench(builder ->
                        builder.apiKey(API_KEY).credentials(OAuth.clientCredentials("the-client", CLIENT_SECRET)))) {
            bench.token(json(401, "{\"error\":\"invalid_client\",\"error_description\":\"" + ALL + "\"}"));
            String shown = Traces.of(bench.send(Channel.META_HANDSHAKE).awaitFailure());
            assertThat(shown).contains("invalid_client").doesNotContain(API_KEY, CLIENT_SECRET);
            assertThat(log.lines()).allSatisfy(line -> assertThat(line).doesNotContain(API_KEY, CLIENT_SECRET));
        }
    }

    @Test
    void nothingShowsThemAsText() {
        try (TransportBench bench = bench()) {
            assertThat(List.of(bench.transport, bench.cookies, bench.cx, bench.transport.getOptionNames())
                            .toString())
                    .doesNotContain(SECRETS);
        }
    }
}
