package io.github.multicloudcx.sandbox.internal.cometd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.internal.auth.Secrets;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.Headers;
import io.github.multicloudcx.sandbox.internal.http.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpSessionsTest {
    private final List<HttpSession> ended = new ArrayList<>();
    private final HttpSessions sessions = new HttpSessions(new Secrets(), ended::add);

    private static Exchange request(String cookies) {
        Headers headers = new Headers().add("Cookie", cookies);
        return new Exchange(Origin.GATEWAY, "GET", "/", null, headers, new byte[0]);
    }

    private static Exchange request(HttpSession session) {
        return request("other=1; AWSALB=" + session.node() + ";STATISTICS_SESSIONID=\"" + session.id() + "\"");
    }

    @Test
    void are_found_by_both_cookies_only() {
        HttpSession session = sessions.create();
        HttpSession other = sessions.create();

        assertThat(sessions.find(request(session))).containsSame(session);
        assertThat(sessions.find(request("STATISTICS_SESSIONID=" + session.id())))
                .isEmpty();
        assertThat(sessions.find(request("AWSALB=" + session.node()))).isEmpty();
        assertThat(sessions.find(request("AWSALB=" + other.node() + "; STATISTICS_SESSIONID=" + session.id())))
                .isEmpty();
    }

    @Test
    void of_very_many_the_one_that_was_not_used_for_longest_ends() {
        HttpSession first = sessions.create();
        HttpSession second = sessions.create();
        for (int i = 2; i < 10_000; i++) {
            assertThat(sessions.create()).isNotNull();
        }
        assertThat(sessions.find(request(first))).isPresent();
        assertThat(ended).isEmpty();

        assertThat(sessions.create()).isNotNull();

        assertThat(ended).containsExactly(second);
        assertThat(second.hasEnded()).isTrue();
        assertThat(sessions.find(request(first))).isPresent();
        assertThat(sessions.find(request(second))).isEmpty();
    }

    @Test
    void end_once() {
        HttpSession session = sessions.create();

        sessions.end(session);
        sessions.all().forEach(sessions::end);

        assertThat(ended).containsExactly(session);
    }
}
