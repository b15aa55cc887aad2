package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.multicloudcx.core.testing.ContentClients;
import java.io.File;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** A named module that uses nothing but the public API, in a JVM of its own with everything on the module path. */
@Timeout(120)
class ModulePathTest {
    private static final String MODULE = """
            module shop {
                requires io.github.multicloudcx.core;
                opens shop to com.fasterxml.jackson.databind;
            }
            """;
    private static final String PROGRAM = """
            package shop;

            import io.github.multicloudcx.core.ApiResponse;
            import io.github.multicloudcx.core.CxClient;
            import io.github.multicloudcx.core.Paging;
            import io.github.multicloudcx.core.auth.OAuth;
            import io.github.multicloudcx.core.error.NotFoundException;
            import java.util.stream.Stream;

            final class Main {
                record Item(Integer id, java.time.Instant at) {}

                public static void main(String[] arguments) {
                    try (CxClient cx = CxClient.builder()
                            .baseUrl(arguments[0])
                            .credentials(OAuth.clientCredentials("id", "secret"))
                            .build()) {
                        ApiResponse<Item> one = cx.request().get("/item").returning(Item.class).executeForResponse();
                        System.out.println(one.value().id() + " at " + one.value().at());
                        try (Stream<Item> all =
                                cx.request().get("/items").listing(new Paging("items", "from", "size"), Item.class).stream()) {
                            System.out.println(all.mapToInt(Item::id).sum());
                        }
                        try {
                            cx.request().get("/missing").returningNothing().execute();
                        } catch (NotFoundException e) {
                            System.out.println(e.status() + " in " + Main.class.getModule());
                        }
                    }
                }
            }
            """;

    @StartStop
    public final MockWebServer server = new MockWebServer();

    @TempDir
    Path directory;

    @Test
    void aNamedModuleGetsByWithThePublicApi() throws Exception {
        server.enqueue(
                ContentClients.json("{\"access_token\":\"the-token\",\"token_type\":\"bearer\",\"expires_in\":3600}"));
        server.enqueue(ContentClients.json("{\"id\":7,\"at\":\"2026-01-02T03:04:05Z\"}"));
        server.enqueue(ContentClients.json("{\"items\":[{\"id\":1},{\"id\":2}]}"));
        server.enqueue(ContentClients.json(404, "{}"));

        String said = run(compile());

        assertThat(said.lines().filter(line -> !line.startsWith("SLF4J")))
                .as(said)
                .containsExactly("7 at 2026-01-02T03:04:05Z", "3", "404 in module shop");
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer the-token");
    }

    private Path compile() throws Exception {
        Path module = Files.writeString(directory.resolve("module-info.java"), MODULE);
        Path program = Files.writeString(directory.resolve("Main.java"), PROGRAM);
        Path classes = directory.resolve("classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            complaints,
                            files,
                            null,
                            List.of("-p", modulePath(), "-d", classes.toString(), "--release", "17"),
                            null,
                            files.getJavaFileObjects(module, program))
                    .call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }
        return classes;
    }

    private String run(Path classes) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        modulePath() + File.pathSeparator + classes,
                        "--add-modules",
                        "io.github.multicloudcx.core",
                        "-m",
                        "shop/shop.Main",
                        server.url("/").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** What the module needs at run time, and nothing of the tests. */
    private static String modulePath() {
        return Stream.of(
                        CxClient.class,
                        OkHttpClient.class,
                        okio.Buffer.class,
                        kotlin.Unit.class,
                        JsonNode.class,
                        JsonParser.class,
                        JsonCreator.class,
                        JavaTimeModule.class,
                        Logger.class,
                        NullMarked.class)
                .map(ModulePathTest::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
