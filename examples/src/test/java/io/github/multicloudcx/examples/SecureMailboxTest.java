package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.multicloudcx.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SecureMailboxTest {
    private final Output out = new Output();
    private final Output err = new Output();

    private int run(Map<String, String> environment, String... args) {
        return SecureMailbox.run(args, environment, out.stream(), err.stream());
    }

    private static String add(Sandbox sandbox, String securebox, int number) {
        return sandbox.nexus()
                .addSecureMail(
                        "consumer@example.com",
                        securebox,
                        JsonNodeFactory.instance.objectNode().put("subject", "mail " + number));
    }

    @Test
    void mailsAreListedReadAnsweredAndRemoved() {
        try (Sandbox sandbox = Sandbox.start()) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                ids.add(add(sandbox, "", i));
            }
            Map<String, String> environment = sandbox.environment();
            assertThat(run(environment)).as(err.text()).isZero();
            assertThat(out.text().lines()).hasSize(26).last().isEqualTo("25 emails");
            for (int i = 0; i < 20; i++) {
                assertThat(run(environment, "read", ids.get(i))).isZero();
            }
            assertThat(out.text()).contains("\"subject\" : \"mail 7\"");
            assertThat(run(environment, "list", "--unread")).isZero();
            assertThat(out.text()).endsWith("5 emails" + System.lineSeparator());
            assertThat(run(environment, "answer", "--field", "subject=Re: 7", "--field", "text=Thanks"))
                    .isZero();
            assertThat(sandbox.nexus().secureMails().get(0).path("text").asText())
                    .isEqualTo("Thanks");
            assertThat(run(environment, "remove", "--all-read", "--purge")).isZero();
            assertThat(out.text().lines().filter(line -> line.startsWith("Purged: ")))
                    .hasSize(20);
            assertThat(sandbox.nexus().secureMails()).hasSize(6);
            assertThat(run(environment, "remove", ids.get(24))).isZero();
            assertThat(out.text()).endsWith("Deleted: " + ids.get(24) + System.lineSeparator());
            sandbox.assertNoViolations();
        }
    }

    @Test
    void aSecureboxIsAMailboxOfItsOwn() {
        try (Sandbox sandbox = Sandbox.start()) {
            var other = add(sandbox, "", 1);
            var one = add(sandbox, "Sales1", 2);
            assertThat(run(sandbox.environment(), "list", "--securebox", "Sales1"))
                    .isZero();
            assertThat(out.text())
                    .contains(one)
                    .contains("1 email" + System.lineSeparator())
                    .doesNotContain(other);
            assertThat(run(sandbox.environment(), "answer", "--securebox", "Sales1"))
                    .isZero();
            assertThat(run(sandbox.environment(), "--securebox", "Sales1", "remove", "--all-read"))
                    .isZero();
        }
    }

    @Test
    void withoutADeploymentThereAreThreeMails() {
        assertThat(run(Map.of())).isZero();
        assertThat(out.text()).contains("using an embedded sandbox", "Your contract", "3 emails");
    }

    @Test
    void whatIsWrongIsSaid() {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(sandbox.environment(), "read", "nothing")).isEqualTo(1);
            assertThat(run(sandbox.environment(), "list", "--address", "nobody"))
                    .isEqualTo(2);
            assertThat(run(sandbox.environment(), "list", "--securebox", "a-b")).isEqualTo(2);
            assertThat(run(sandbox.environment(), "remove")).isEqualTo(2);
            assertThat(run(sandbox.environment(), "remove", "1", "--all-read")).isEqualTo(2);
            assertThat(run(sandbox.environment(), "answer", "--field", "x")).isEqualTo(2);
            assertThat(run(sandbox.environment(), "remove", "--help")).isZero();
            assertThat(err.text().lines()).hasSize(6).allMatch(line -> line.matches("(Failed|Wrong use): .*"));
            assertThat(err.text()).startsWith("Failed: 404 ").contains("there is no secure email with this id");
        }
    }
}
