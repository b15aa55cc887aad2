package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PagingTest {
    @Test
    void aBlankNameIsRefused() {
        assertThatThrownBy(() -> new Paging(" ", "from", "size")).hasMessageContaining("items");
        assertThatThrownBy(() -> new Paging("items", "", "size")).hasMessageContaining("from");
        assertThatThrownBy(() -> new Paging("items", "from", "")).hasMessageContaining("size");
    }
}
