package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageMathTest {
    @ParameterizedTest(name = "{0} items of {1} from {2} by {3}: next is {4}")
    @CsvSource({
        "2, 5, 0, 2, 2",
        "2, 5, 2, 2, 4",
        "1, 5, 4, 2,",
        "2, 4, 2, 2,",
        "1, 5, 0, 2, 1", // a page shorter than asked for, with more to come
        "0, 5, 2, 2, 4", // an empty one in the middle
        "0, 5, 4, 2,",
        "2, , 0, 2, 2", // without a count: a full page
        "1, , 0, 2,",
        "0, , 0, 2,",
        "3, , 0, ,",
        "3, 9, 0, , 3",
        "0, 9, 0, ,", // no step to make
        "0, 0, 0, 2,"
    })
    void theNextPageBegins(long items, Long total, long from, Long size, Long next) {
        assertThat(PageMath.next(items, total, from, size)).isEqualTo(next);
    }
}
