package io.github.multicloudcx.testsupport;

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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules that hold in every API module; the test of a module extends it and adds its own. */
public abstract class ArchitectureRules {
    protected final String root;
    protected final JavaClasses code;
    private final Set<String> allowed;

    /**
     * Reads the code of a module.
     *
     * @param root its root package
     * @param allowed prefixes of further types that may stand in public signatures
     */
    protected ArchitectureRules(String root, String... allowed) {
        this.root = root;
        this.code = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        this.allowed = new TreeSet<>(Set.of(allowed));
        this.allowed.addAll(
                Set.of("java.", root + ".", "io.github.multicloudcx.core.", "com.fasterxml.jackson.databind.JsonNode"));
    }

    @Test
    void publicSignaturesUseOwnTypesTheJdkCoreAndJsonOnly() {
        methods()
                .that()
                .areDeclaredInClassesThat(not(resideInAnyPackage(root + ".internal..")))
                .and()
                .arePublic()
                .should(haveSignaturesOf(allowed))
                .check(code);
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
        Set<String> packages = code.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(packages).contains(root, root + ".internal");
        for (String name : packages) {
            var info = code.getPackage(name);
            assertThat(info.isAnnotatedWith(NullMarked.class)).as(name).isTrue();
            assertThat(info.isAnnotatedWith(CheckReturnValue.class)).as(name).isTrue();
        }
    }

    @Test
    void dependsOnNoOtherApiModule() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.github.multicloudcx..")
                        .and(not(resideInAnyPackage(root + "..", "io.github.multicloudcx.core.."))))
                .check(code);
    }

    @Test
    void usesNothingInternalOfCoreButWhatItShares() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.github.multicloudcx.core.internal..")
                        .and(not(resideInAnyPackage(
                                "io.github.multicloudcx.core.internal.check",
                                "io.github.multicloudcx.core.internal.credential",
                                "io.github.multicloudcx.core.internal.work"))))
                .check(code);
    }

    @Test
    void nothingIsMutableAndPublic() {
        noFields().that().arePublic().should().notBeFinal().check(code);
        noFields().that().areStatic().should().notBeFinal().check(code);
    }

    @Test
    void nothingWritesToTheConsole() {
        noClasses().should().accessField(System.class, "out").check(code);
        noClasses().should().accessField(System.class, "err").check(code);
    }
}
