package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the documentation to the code: what it shows is cut from tests that run. */
class DocumentationTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void everySnippetIsCutFromATestThatRuns() throws IOException {
        String code = javaFiles()
                .map(DocumentationTest::read)
                .map(DocumentationTest::squeezed)
                .collect(Collectors.joining());
        List<String> strangers = new ArrayList<>();
        int snippets = 0;
        for (Path page : pages()) {
            Matcher matcher = SNIPPET.matcher(read(page));
            while (matcher.find()) {
                snippets++;
                if (!code.contains(squeezed(matcher.group(1)))) {
                    strangers.add(ROOT.relativize(page) + ":\n" + matcher.group(1));
                }
            }
        }
        assertThat(snippets).isGreaterThan(5);
        assertThat(strangers)
                .as("snippets that stand in no file ...Snippets.java or ...SnippetsTest.java")
                .isEmpty();
    }

    @Test
    void everyLinkLeadsToAFileOfTheProject() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher matcher = LINK.matcher(read(page));
            while (matcher.find()) {
                String target = matcher.group(1);
                if (!target.startsWith("http") && !Files.exists(page.resolveSibling(target))) {
                    broken.add(ROOT.relativize(page) + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theReadmeNamesEveryEnvironmentVariableThatTheClientReads() {
        String source =
                read(ROOT.resolve("sdk-core/src/main/java/io/github/multicloudcx/core/internal/Environment.java"));
        String readme = read(ROOT.resolve("README.md"));
        List<String> variables = Pattern.compile("\"(CX_[A-Z_]*[A-Z])\"")
                .matcher(source)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
        assertThat(variables)
                .hasSizeGreaterThan(8)
                .allSatisfy(variable -> assertThat(readme).contains(variable));
    }

    private static Stream<Path> javaFiles() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(ROOT, "{sdk-*,examples}")) {
            for (Path module : modules) {
                addSnippets(module.resolve("src/test/java"), found);
            }
        }
        return found.stream();
    }

    private static void addSnippets(Path tests, List<Path> found) throws IOException {
        if (Files.exists(tests)) {
            try (Stream<Path> files = Files.walk(tests)) {
                files.filter(file -> file.toString().matches(".*Snippets(Test)?[.]java"))
                        .forEach(found::add);
            }
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    /** Line breaks and indentation are the formatter's business. */
    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
