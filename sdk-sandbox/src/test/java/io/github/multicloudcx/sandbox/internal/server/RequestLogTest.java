package io.github.multicloudcx.sandbox.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.RecordedRequest;
import io.github.multicloudcx.sandbox.Violation;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.Headers;
import io.github.multicloudcx.sandbox.internal.http.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private final RequestLog log = new RequestLog(2);

    @Test
    void forgets_the_oldest_entries_but_not_how_many_there_were() {
        for (int i = 1; i <= 3; i++) {
            Exchange exchange = new Exchange(Origin.GATEWAY, "GET", "/" + i, null, new Headers(), new byte[0]);
            log.answer(exchange, "ping", Answer.empty(200));
            log.violations(List.of(new Violation(null, "GET", "/" + i, "no such operation")));
        }

        assertThat(log.requests()).extracting(RecordedRequest::path).containsExactly("/2", "/3");
        assertThat(log.violations()).extracting(Violation::path).containsExactly("/2", "/3");
        assertThat(log.count("ping")).isEqualTo(3);
    }
}
