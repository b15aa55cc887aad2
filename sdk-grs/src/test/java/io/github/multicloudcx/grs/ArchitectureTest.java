package io.github.multicloudcx.grs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import io.github.multicloudcx.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("io.github.multicloudcx.grs");
    }

    @Test
    void rolloutsStandOnWhatEverybodyMayUse() {
        noClasses()
                .that()
                .resideInAPackage(root + ".internal.rollout")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".internal")
                .check(code);
    }

    @Test
    void theInnerPackagesAreFreeOfCycles() {
        slices().matching(root + ".(internal..)").should().beFreeOfCycles().check(code);
    }
}
