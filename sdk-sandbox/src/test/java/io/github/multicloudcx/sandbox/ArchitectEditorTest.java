package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody else who changes flows. */
class ArchitectEditorTest {
    private static final String WAIT = "/routing/maxWaitTime";

    private final Sandbox sandbox =
            Sandbox.builder().clock(SandboxClock.manual(Jobs.START)).start();
    private final ArchitectControl architect = sandbox.architect();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/routing/type          | \"x\"  | {\"routing\":{\"type\":\"x\"},\"list\":[1,{\"a\":2}]}",
                "/a/b/c                 | null   | {\"routing\":{\"type\":\"t\"},\"list\":[1,{\"a\":2}],\"a\":{\"b\":{\"c\":null}}}",
                "/routing/type/deep     | {}     | {\"routing\":{\"type\":{\"deep\":{}}},\"list\":[1,{\"a\":2}]}",
                "/list/0                | 7      | {\"routing\":{\"type\":\"t\"},\"list\":[7,{\"a\":2}]}",
                "/list/9                | 7      | {\"routing\":{\"type\":\"t\"},\"list\":[1,{\"a\":2},7]}",
                "/list/1/a              | 7      | {\"routing\":{\"type\":\"t\"},\"list\":[1,{\"a\":7}]}",
                "/list/name             | 7      | {\"routing\":{\"type\":\"t\"},\"list\":{\"name\":7}}",
                "/a~1b                  | 7      | {\"routing\":{\"type\":\"t\"},\"list\":[1,{\"a\":2}],\"a/b\":7}"
            })
    void one_value_is_changed(String pointer, String value, String settings) {
        String before = "{\"routing\":{\"type\":\"t\"},\"list\":[1,{\"a\":2}]}";
        architect.addFlow("a", "Main", before);

        architect.edit("a", pointer, value);

        assertThat(Web.json(architect.settings("a"))).isEqualTo(Web.json(settings));
        assertThat(architect.history("a"))
                .containsExactly(
                        new FlowVersion(1, before, "another editor"),
                        new FlowVersion(2, architect.settings("a"), "another editor"));
    }

    @Test
    void one_value_is_removed() {
        architect.addFlow("a", "Main", "{\"x\":{\"y\":1,\"z\":[1,2]}}");

        architect.removeSetting("a", "/x/y");
        architect.removeSetting("a", "/x/z/0");

        assertThat(architect.settings("a")).isEqualTo("{\"x\":{\"z\":[2]}}");
        assertThat(architect.version("a")).isEqualTo(3);
        assertThatThrownBy(() -> architect.removeSetting("a", "/x/y")).isInstanceOf(IllegalArgumentException.class);
        assertThat(architect.version("a")).isEqualTo(3);
    }

    @Test
    void what_makes_no_sense_is_refused_at_once() {
        assertThatThrownBy(() -> architect.edit("x", "/a", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> architect.edit(ArchitectWeb.DEMO, "", "{}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> architect.edit(ArchitectWeb.DEMO, "a", "1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> architect.edit(ArchitectWeb.DEMO, "/a", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> architect.interfere(ArchitectWeb.DEMO, -1, "/a", "1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> architect.interfere(ArchitectWeb.DEMO, 1, "/a", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(architect.version(ArchitectWeb.DEMO)).isEqualTo(14);
    }

    @Test
    void an_editor_overtakes_as_many_updates_as_told() {
        architect.addFlow("a", "Main", "{}");
        architect.interfere(ArchitectWeb.DEMO, 2, WAIT, "60");

        assertThat(ArchitectWeb.patch(sandbox, 15, "{}").statusCode()).isEqualTo(409);
        assertThat(ArchitectWeb.patch(ArchitectWeb.web(sandbox), "a", ArchitectWeb.body(2, "{}"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(architect.version(ArchitectWeb.DEMO)).isEqualTo(15);
        assertThat(ArchitectWeb.patch(sandbox, 16, "{}").statusCode()).isEqualTo(409);
        assertThat(ArchitectWeb.patch(sandbox, 17, "{}").statusCode()).isEqualTo(200);

        assertThat(architect.history(ArchitectWeb.DEMO))
                .extracting(FlowVersion::by)
                .containsExactly("another editor", "another editor", "another editor", architect.clientId());
        assertThat(architect.history(ArchitectWeb.DEMO).get(2).settings())
                .isEqualTo("{\"routing\":{\"type\":\"longestAvailable\",\"maxWaitTime\":60}}");
        sandbox.assertNoViolations();
    }

    @Test
    void an_editor_waits_for_an_update_that_is_looked_at_and_can_be_sent_away() {
        architect.updatesPerMinute(1);
        assertThat(ArchitectWeb.patch(sandbox, 15, "{}").statusCode()).isEqualTo(200);
        architect.interfere(ArchitectWeb.DEMO, 1, WAIT, "60");
        assertThat(ArchitectWeb.patch(sandbox, 16, "{}").statusCode()).isEqualTo(429);
        assertThat(architect.version(ArchitectWeb.DEMO)).isEqualTo(15);

        architect.interfere(ArchitectWeb.DEMO, 0, WAIT, "60");
        architect.updatesPerMinute(1);

        assertThat(ArchitectWeb.patch(sandbox, 16, "{}").statusCode()).isEqualTo(200);
    }
}
