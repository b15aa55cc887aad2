package io.github.multicloudcx.auth;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.multicloudcx.auth.internal.DefaultAuthClient;
import io.github.multicloudcx.core.CheckReturnValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.github.multicloudcx";
    private static final List<String> ALLOWED_IN_SIGNATURES =
            List.of("java.", ROOT + ".core.", ROOT + ".auth.", "com.fasterxml.jackson.databind.JsonNode");

    private final JavaClasses code = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT + ".auth");

    @Test
    void publicSignaturesNameNeitherInternalTypesNorThoseOfLibraries() {
        classes()
                .that(not(resideInAPackage("..internal..")))
                .and()
                .arePublic()
                .should(nameOnlyPublishedTypes())
                .check(code);
    }

    private static ArchCondition<JavaClass> nameOnlyPublishedTypes() {
        return new ArchCondition<>("name only published types in public signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnits().stream()
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                        .forEach(unit -> check(unit, events));
            }

            private void check(JavaCodeUnit unit, ConditionEvents events) {
                Set<JavaClass> named = unit.getAllInvolvedRawTypes();
                named.stream()
                        .filter(type -> !published(type.getBaseComponentType()))
                        .forEach(type -> events.add(
                                SimpleConditionEvent.violated(unit, unit.getFullName() + " names " + type.getName())));
            }
        };
    }

    private static boolean published(JavaClass type) {
        return type.isPrimitive()
                || (!type.getPackageName().contains(".internal")
                        && ALLOWED_IN_SIGNATURES.stream().anyMatch(type.getName()::startsWith));
    }

    @Test
    void nothingDependsOnOtherApisOrOnTheSandbox() {
        DescribedPredicate<JavaClass> others = resideInAPackage(ROOT + "..")
                .and(not(resideInAPackage(ROOT + ".auth..")))
                .and(not(resideInAPackage(ROOT + ".core..")));

        noClasses().should().dependOnClassesThat(others).check(code);
    }

    @Test
    void ofTheInternalsOfCoreOnlyTheChecksAreUsed() {
        DescribedPredicate<JavaClass> internals =
                resideInAPackage(ROOT + ".core.internal..").and(not(resideInAPackage(ROOT + ".core.internal.check")));

        noClasses().should().dependOnClassesThat(internals).check(code);
    }

    @Test
    void packagesAreNullMarkedAndThePublicOneChecksReturnValues() {
        assertThat(AuthClient.class.getPackage().isAnnotationPresent(NullMarked.class))
                .isTrue();
        assertThat(AuthClient.class.getPackage().isAnnotationPresent(CheckReturnValue.class))
                .isTrue();
        assertThat(DefaultAuthClient.class.getPackage().isAnnotationPresent(NullMarked.class))
                .isTrue();
        assertThat(code.stream().map(JavaClass::getPackageName))
                .containsOnly(AuthClient.class.getPackageName(), DefaultAuthClient.class.getPackageName());
    }

    @Test
    void nothingPrints() {
        noClasses().should().accessField(System.class, "out").check(code);
        noClasses().should().accessField(System.class, "err").check(code);
    }
}
