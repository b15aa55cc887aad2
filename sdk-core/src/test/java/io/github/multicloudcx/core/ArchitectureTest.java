package io.github.multicloudcx.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.github.multicloudcx.core";
    private static final Set<String> GUESTS = Set.of("okhttp3.OkHttpClient", "com.fasterxml.jackson.databind.JsonNode");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void whatIsExportedIsWhatTheModuleSays() throws Exception {
        assertThat(exported())
                .containsExactlyInAnyOrder(
                        ROOT, ROOT + ".auth", ROOT + ".error", ROOT + ".event", ROOT + ".update", ROOT + ".webhook");
    }

    @Test
    void publicSignaturesUseOurOwnTypesThoseOfJavaAndTwoGuests() throws Exception {
        Set<String> exported = exported();
        List<String> foreign = visible(exported)
                .flatMap(ArchitectureTest::signature)
                .filter(use -> !allowed(use.type(), exported))
                .map(use -> use.where() + " shows " + use.type().getName())
                .distinct()
                .toList();
        assertThat(foreign).isEmpty();
    }

    @Test
    void bothGuestsAreSeen() throws Exception {
        assertThat(visible(exported())
                        .flatMap(ArchitectureTest::signature)
                        .map(use -> use.type().getName()))
                .containsAll(GUESTS);
    }

    @Test
    void everyExportedPackageIsNullMarkedAndItsResultsMayNotBeDropped() throws Exception {
        for (String name : exported()) {
            Class<?> info = Class.forName(name + ".package-info");
            assertThat(info.isAnnotationPresent(NullMarked.class)).as(name).isTrue();
            assertThat(info.isAnnotationPresent(CheckReturnValue.class))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void everyPackageIsNullMarked() throws Exception {
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(packages).hasSizeGreaterThan(10);
        for (String name : packages) {
            assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void nobodyWritesToTheConsole() {
        noClasses().should().accessField(System.class, "out").check(CLASSES);
        noClasses().should().accessField(System.class, "err").check(CLASSES);
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(CLASSES);
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
        List<String> holders = CLASSES.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> field.getRawType().getName().startsWith("java.util.concurrent")
                        || field.getRawType().isAssignableTo(ThreadLocal.class))
                .map(JavaField::getFullName)
                .toList();
        assertThat(holders).isEmpty();
    }

    @Test
    void publicFieldsAreConstants() throws Exception {
        Set<String> exported = exported();
        List<String> open = visible(exported)
                .flatMap(type -> type.getFields().stream())
                .filter(ArchitectureTest::visible)
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                        || !field.getModifiers().contains(JavaModifier.FINAL))
                .map(JavaField::getFullName)
                .toList();
        assertThat(open).isEmpty();
    }

    /** Packages that everybody may see; one that is exported to other modules of ours is still internal. */
    private static Set<String> exported() throws Exception {
        Path descriptor = Path.of(CxClient.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("module-info.class");
        try (InputStream stream = Files.newInputStream(descriptor)) {
            return ModuleDescriptor.read(stream).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
        }
    }

    private Stream<JavaClass> visible(Set<String> exported) {
        return CLASSES.stream()
                .filter(type -> exported.contains(type.getPackageName()))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        || type.getModifiers().contains(JavaModifier.PROTECTED));
    }

    private static boolean visible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private record Use(String where, JavaClass type) {}

    /** Supertypes, fields, parameters, results, exceptions, with their type arguments. */
    private static Stream<Use> signature(JavaClass type) {
        Stream<Use> supers = Stream.concat(type.getInterfaces().stream(), type.getSuperclass().stream())
                .flatMap(parent -> parent.getAllInvolvedRawTypes().stream())
                .map(used -> new Use(type.getName(), used));
        Stream<Use> fields = type.getFields().stream()
                .filter(ArchitectureTest::visible)
                .flatMap(field ->
                        field.getAllInvolvedRawTypes().stream().map(used -> new Use(field.getFullName(), used)));
        return Stream.concat(
                Stream.concat(supers, fields),
                type.getCodeUnits().stream().filter(ArchitectureTest::visible).flatMap(ArchitectureTest::signature));
    }

    private static Stream<Use> signature(JavaCodeUnit unit) {
        return Stream.concat(unit.getAllInvolvedRawTypes().stream(), unit.getThrowsClause().getTypes().stream())
                .map(used -> new Use(unit.getFullName(), used));
    }

    private static boolean allowed(JavaClass type, Set<String> exported) {
        JavaClass base = type.getBaseComponentType();
        return base.isPrimitive()
                || base.getPackageName().startsWith("java.")
                || exported.contains(base.getPackageName())
                || GUESTS.contains(base.getName());
    }
}
