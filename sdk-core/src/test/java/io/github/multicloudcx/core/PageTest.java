package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void aPageIsNotChangedAfterwards() {
        List<String> items = new ArrayList<>(List.of("a"));
        Page<String> page = new Page<>(items, 1L, 0, null);
        items.add("b");
        assertThat(page.items()).containsExactly("a");
        assertThatThrownBy(() -> page.items().add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void thereIsMoreWhenThereIsANextIndex() {
        assertThat(new Page<>(List.of(), null, 0, 5L).hasNext()).isTrue();
        assertThat(new Page<>(List.of(), null, 0, null).hasNext()).isFalse();
    }
}
