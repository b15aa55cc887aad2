package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SmsAggregatorTest {
    private final Output out = new Output();
    private final Output err = new Output();

    private int run(Map<String, String> environment, BufferedReader in, String... args) {
        return SmsAggregator.run(args, environment, in, out.stream(), err.stream());
    }

    private static Map<String, String> environment(Sandbox sandbox) {
        Map<String, String> environment = new HashMap<>(sandbox.environment());
        environment.remove("CX_CLIENT_ID");
        environment.remove("CX_CLIENT_SECRET");
        environment.put("CX_CONTACT_CENTER", sandbox.nexus().contactCenterId());
        environment.put("CX_APP_SECRET", sandbox.nexus().appSecret());
        return environment;
    }

    @Test
    void aConsumerAndAnAgentTalkAndTheReceiptIsSent() throws Exception {
        PipedWriter typing = new PipedWriter();
        try (Sandbox sandbox = Sandbox.start();
                BufferedReader in = new BufferedReader(new PipedReader(typing));
                Running program = new Running(() -> run(environment(sandbox), in, "--linger", "0"))) {
            out.await("/sms");
            URI webhook = URI.create(out.text().replaceAll("(?s).*(http://\\S+/sms).*", "$1"));
            sandbox.nexus().webhook("0123456789", webhook);
            sandbox.nexus().agentReplies(text -> "You wrote: " + text);
            typing.write("hello\n\n");
            typing.flush();
            out.await("receipt sent");
            typing.close();
            assertThat(program.exitCode()).as(err.text()).isZero();
            assertThat(out.text())
                    .contains("consumer 16504661149: hello")
                    .contains("agent to 16504661149: You wrote: hello");
            assertThat(sandbox.nexus().messages()).hasSize(2);
            assertThat(sandbox.nexus().messages().get(1).receiptFor())
                    .isEqualTo(sandbox.nexus().deliveries().get(0));
            assertThat(err.text()).isEmpty();
            sandbox.assertNoViolations();
        }
    }

    @Test
    void anEmailOnTheChannelIsReportedAsUnsupported() throws Exception {
        PipedWriter typing = new PipedWriter();
        try (Sandbox sandbox = Sandbox.start();
                BufferedReader in = new BufferedReader(new PipedReader(typing));
                Running program = new Running(() -> run(environment(sandbox), in, "--linger", "0"))) {
            out.await("/sms");
            URI webhook = URI.create(out.text().replaceAll("(?s).*(http://\\S+/sms).*", "$1"));
            sandbox.nexus().webhook("0123456789", webhook);
            sandbox.nexus()
                    .sendEmail("0123456789", List.of("a@mail.com"), "Subject", "text")
                    .await(Duration.ofSeconds(30));
            out.await("receipt sent");
            typing.close();
            assertThat(program.exitCode()).isZero();
            assertThat(sandbox.nexus()
                            .messages()
                            .get(0)
                            .json()
                            .at("/reasons/0/code")
                            .asInt())
                    .isEqualTo(510);
            assertThat(err.text()).isEqualTo("Not delivered: a message of type Email" + System.lineSeparator());
        }
    }

    @Test
    void withoutADeploymentItTalksToItself() throws IOException {
        try (BufferedReader in = new BufferedReader(new StringReader("hello\nworld\n"))) {
            assertThat(run(Map.of(), in, "--linger", "1")).as(err.text()).isZero();
        }
        assertThat(out.text())
                .startsWith("CX_BASE_URL is not set: using an embedded sandbox.")
                .contains("consumer 16504661149: hello", "consumer 16504661149: world");
    }

    @Test
    void whatIsNotSentIsSaidAndTheRestIs() throws IOException {
        try (Sandbox sandbox = Sandbox.start();
                BufferedReader in = new BufferedReader(new StringReader("one\ntwo\n"))) {
            Map<String, String> environment = environment(sandbox);
            environment.put("CX_APP_SECRET", "wrong");
            assertThat(run(environment, in, "--linger", "0")).isEqualTo(1);
            assertThat(err.text().lines())
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("Not sent: 401 ") && line.contains("check the app secret"));
        }
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        try (BufferedReader in = new BufferedReader(new StringReader(""))) {
            Map<String, String> environment = new HashMap<>(Map.of("CX_BASE_URL", "https://example.com"));
            assertThat(run(environment, in)).isEqualTo(2);
            environment.put("CX_APP_SECRET", "secret");
            assertThat(run(environment, in)).isEqualTo(2);
            assertThat(run(environment, in, "--port", "x")).isEqualTo(2);
            assertThat(run(environment, in, "--help")).isZero();
        }
        assertThat(err.text()).contains("CX_APP_SECRET is not set", "CX_CONTACT_CENTER is not set", "--port");
        assertThat(out.text()).contains("CX_CONTACT_CENTER, CX_APP_SECRET");
    }
}
