package io.github.multicloudcx.udm;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.multicloudcx.core.CheckReturnValue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String[] PUBLIC = {
        "io.github.multicloudcx.udm",
        "io.github.multicloudcx.udm.archive",
        "io.github.multicloudcx.udm.export",
        "io.github.multicloudcx.udm.model"
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.multicloudcx.udm");

    @Test
    void publicSignaturesUseOwnTypesTheJdkCoreAndJsonOnly() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(PUBLIC)
                .and()
                .arePublic()
                .should(haveSignaturesOf(Set.of(
                        "java.",
                        "io.github.multicloudcx.udm.model.",
                        "io.github.multicloudcx.core.",
                        "com.fasterxml.jackson.databind.JsonNode")))
                .check(CLASSES);
    }

    private static ArchCondition<JavaMethod> haveSignaturesOf(Set<String> allowed) {
        return new ArchCondition<>("use " + allowed) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .map(type -> type.getBaseComponentType().getFullName())
                        .filter(name -> name.contains("."))
                        .filter(
                                name -> name.contains(".internal.")
                                        || (allowed.stream().noneMatch(name::startsWith)
                                                && !name.matches(
                                                        "io\\.github\\.multicloudcx\\.udm\\.((archive|export)\\.)?[A-Z][\\w$]*")))
                        .forEach(name -> events.add(
                                SimpleConditionEvent.violated(method, method.getFullName() + " shows " + name)));
            }
        };
    }

    @Test
    void everyPackageIsNullMarkedAndWantsItsResultsUsed() {
        Set<String> packages = Stream.concat(
                        Stream.of(PUBLIC),
                        Stream.of(
                                "io.github.multicloudcx.udm.internal",
                                "io.github.multicloudcx.udm.internal.archive",
                                "io.github.multicloudcx.udm.internal.export"))
                .collect(Collectors.toSet());
        for (String name : packages) {
            var info = CLASSES.getPackage(name);
            Assertions.assertThat(info.isAnnotatedWith(NullMarked.class))
                    .as(name)
                    .isTrue();
            Assertions.assertThat(info.isAnnotatedWith(CheckReturnValue.class))
                    .as(name)
                    .isTrue();
        }
        Assertions.assertThat(CLASSES.stream().map(type -> type.getPackageName()))
                .allMatch(packages::contains);
    }

    @Test
    void dependsOnNoOtherApiModule() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.github.multicloudcx..")
                        .and(not(resideInAnyPackage("io.github.multicloudcx.udm..", "io.github.multicloudcx.core.."))))
                .check(CLASSES);
    }

    @Test
    void usesNothingInternalOfCoreButItsChecks() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.github.multicloudcx.core.internal..")
                        .and(not(resideInAPackage("io.github.multicloudcx.core.internal.check"))))
                .check(CLASSES);
    }

    @Test
    void modelsAreRecords() {
        classes()
                .that()
                .resideInAPackage("io.github.multicloudcx.udm.model")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beRecords()
                .check(CLASSES);
    }

    @Test
    void nothingIsMutableAndPublic() {
        noFields().that().arePublic().should().notBeFinal().check(CLASSES);
        noFields().that().areStatic().should().notBeFinal().check(CLASSES);
    }

    @Test
    void nothingWritesToTheConsole() {
        noClasses().should().accessField(System.class, "out").check(CLASSES);
        noClasses().should().accessField(System.class, "err").check(CLASSES);
    }
}
