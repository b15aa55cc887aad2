package io.github.multicloudcx.nexus;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
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
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.github.multicloudcx.nexus";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void publicSignaturesUseOwnTypesTheJdkCoreAndJsonOnly() {
        methods()
                .that()
                .areDeclaredInClassesThat(not(resideInAnyPackage(ROOT + ".internal..")))
                .and()
                .arePublic()
                .should(haveSignaturesOf(Set.of(
                        "java.",
                        "com.sun.net.httpserver.",
                        ROOT,
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
                        .filter(name ->
                                name.contains(".internal.") || allowed.stream().noneMatch(name::startsWith))
                        .forEach(name -> events.add(
                                SimpleConditionEvent.violated(method, method.getFullName() + " shows " + name)));
            }
        };
    }

    @Test
    void everyPackageIsNullMarkedAndWantsItsResultsUsed() {
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(packages).contains(ROOT, ROOT + ".messaging", ROOT + ".webhook", ROOT + ".internal");
        for (String name : packages) {
            var info = CLASSES.getPackage(name);
            assertThat(info.isAnnotatedWith(NullMarked.class)).as(name).isTrue();
            assertThat(info.isAnnotatedWith(CheckReturnValue.class)).as(name).isTrue();
        }
    }

    @Test
    void dependsOnNoOtherApiModule() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.github.multicloudcx..")
                        .and(not(resideInAnyPackage(ROOT + "..", "io.github.multicloudcx.core.."))))
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
    void whatIsSentKnowsNothingOfWhatIsReceived() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".messaging")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + ".webhook", ROOT + ".internal.webhook"))
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
