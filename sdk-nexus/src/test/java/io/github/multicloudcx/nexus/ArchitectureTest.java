package io.github.multicloudcx.nexus;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.github.multicloudcx.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("io.github.multicloudcx.nexus", "com.sun.net.httpserver.");
    }

    @Test
    void whatIsSentKnowsNothingOfWhatIsReceived() {
        noClasses()
                .that()
                .resideInAPackage(root + ".messaging")
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + ".webhook", root + ".internal.webhook"))
                .check(code);
    }
}
