package io.github.multicloudcx.statistics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.github.multicloudcx.statistics.model.StatisticDefinition;
import io.github.multicloudcx.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("io.github.multicloudcx.statistics");
    }

    @Test
    void modelsAreRecordsOrEnumsBesideTheOpenDefinition() {
        assertThat(code.stream()
                        .filter(type -> type.getPackageName().equals(root + ".model"))
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> !type.isRecord() && !type.isEnum() && !type.isInterface())
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        StatisticDefinition.class.getSimpleName(),
                        StatisticDefinition.class.getSimpleName() + "Builder");
        classes()
                .that()
                .resideInAPackage(root + ".model")
                .and()
                .areTopLevelClasses()
                .should()
                .notBePackagePrivate()
                .orShould()
                .haveSimpleName("package-info")
                .check(code);
    }
}
