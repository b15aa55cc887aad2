package io.github.multicloudcx.udm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import io.github.multicloudcx.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("io.github.multicloudcx.udm");
    }

    @Test
    void modelsAreRecords() {
        classes()
                .that()
                .resideInAPackage(root + ".model")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beRecords()
                .check(code);
    }
}
