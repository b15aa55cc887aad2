package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntriesTest {
    private static List<String> all(Entries<String, String> entries) {
        List<String> all = new ArrayList<>();
        entries.forEach((name, value) -> all.add(name + "=" + value));
        return all;
    }

    private static Entries<String, String> none() {
        return Entries.none();
    }

    @Test
    void nothingIsEmpty() {
        assertThat(none().isEmpty()).isTrue();
        assertThat(none().get("a")).isNull();
        assertThat(all(none())).isEmpty();
    }

    @Test
    void allComeInTheOrderInWhichTheyWereAdded() {
        Entries<String, String> entries = none().with("b", "1").with("a", "2").with("b", "3");
        assertThat(entries.isEmpty()).isFalse();
        assertThat(all(entries)).containsExactly("b=1", "a=2", "b=3");
    }

    @Test
    void theValueThatCameLastIsFound() {
        Entries<String, String> entries = none().with("a", "1").with("b", "2").with("a", "3");
        assertThat(entries.get("a")).isEqualTo("3");
        assertThat(entries.get("b")).isEqualTo("2");
        assertThat(entries.get("c")).isNull();
    }

    @Test
    void whatIsAddedChangesNothingThatWasThereBefore() {
        Entries<String, String> before = none().with("a", "1");
        Entries<String, String> one = before.with("b", "2");
        Entries<String, String> other = before.with("a", "3");
        assertThat(all(before)).containsExactly("a=1");
        assertThat(before.get("a")).isEqualTo("1");
        assertThat(before.get("b")).isNull();
        assertThat(all(one)).containsExactly("a=1", "b=2");
        assertThat(all(other)).containsExactly("a=1", "a=3");
        assertThat(none().isEmpty()).isTrue();
    }
}
