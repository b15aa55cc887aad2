package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final RetryBudget budget = new RetryBudget();

    private int spendAll() {
        int spent = 0;
        while (budget.spend()) {
            spent++;
        }
        return spent;
    }

    @Test
    void aHundredRepetitionsInARowAreAllTheyMayCost() {
        assertThat(spendAll())
                .isEqualTo(RetryBudget.CAPACITY / RetryBudget.COST)
                .isEqualTo(100);
    }

    @Test
    void fiveSuccessesEarnOneRepetition() {
        spendAll();
        for (int i = 0; i < RetryBudget.COST - 1; i++) {
            budget.earn();
            assertThat(budget.spend()).isFalse();
        }
        budget.earn();
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void successesDoNotPileUpBeyondTheCapacity() {
        for (int i = 0; i < 10_000; i++) {
            budget.earn();
        }
        assertThat(spendAll()).isEqualTo(100);
    }
}
