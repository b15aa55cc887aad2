package io.github.multicloudcx.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.testing.PipelineLog;
import io.github.multicloudcx.core.testing.WireServer;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.event.Level;

/** What a listener throws is logged and changes nothing, be it an exception or an error such as a class that is missing. */
@Timeout(60)
class FailingListenerTest {
    private final WireServer server = new WireServer();
    private final Heard heard = new Heard();

    @AfterEach
    void close() {
        server.close();
    }

    private CxClient client(CallListener broken) {
        return server.client(builder ->
                builder.listener(heard).listener(broken).listener(call -> null).listener(heard));
    }

    private void aCallGoesOn(CallListener broken, String... logged) {
        server.answer(503, "{}").answer(200, "{\"a\":1}");
        try (PipelineLog log = PipelineLog.open(Level.WARN)) {
            ApiResponse<JsonNode> response =
                    client(broken).request().get("/x").returningJson().executeForResponse();
            assertThat(response.value().path("a").asInt()).isEqualTo(1);
            for (String line : logged) {
                assertThat(log.about(response.traceId()))
                        .anyMatch(each -> each.contains(line + " " + response.traceId()));
            }
            assertThat(log.lines()).anyMatch(each -> each.contains("A call listener failed; the call goes on"));
        }
        assertThat(heard.starts).hasSize(2);
        assertThat(heard.failed).hasSize(2);
        assertThat(heard.ends).hasSize(2);
    }

    @Test
    void itCannotStart() {
        aCallGoesOn(
                call -> {
                    throw new IllegalStateException("cannot start " + call.traceId());
                },
                "cannot start");
    }

    @Test
    void itLacksAClass() {
        aCallGoesOn(
                call -> {
                    throw new NoClassDefFoundError("cannot start " + call.traceId());
                },
                "cannot start");
    }

    @Test
    void itCannotGoOn() {
        aCallGoesOn(observing(IllegalStateException::new), "cannot retry", "cannot end");
    }

    @Test
    void itLacksAMethodLater() {
        aCallGoesOn(observing(NoSuchMethodError::new), "cannot retry", "cannot end");
    }

    private static CallListener observing(Function<String, Throwable> failure) {
        return call -> new CallObserver() {
            @Override
            public void retrying(Attempt failed, Duration wait) {
                throwing(failure.apply("cannot retry " + call.traceId()));
            }

            @Override
            public void ended(CallEnd end) {
                throwing(failure.apply("cannot end " + call.traceId()));
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void throwing(Throwable failure) throws E {
        throw (E) failure;
    }
}
