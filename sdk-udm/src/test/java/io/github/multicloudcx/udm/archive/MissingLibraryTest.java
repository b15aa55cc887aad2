package io.github.multicloudcx.udm.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bouncy Castle is optional: everything but decryption works without it. */
class MissingLibraryTest {
    @TempDir
    Path directory;

    /** Reads a zip, then tries to decrypt it, and prints what happens. */
    static final class WithoutIt {
        private WithoutIt() {}

        public static void main(String[] args) {
            Path zip = Path.of(args[0]);
            try (ExportArchive archive = ExportArchive.open(zip)) {
                System.out.println(archive.verify().records() + " records");
            }
            try {
                System.out.println(DecryptionKey.pem(Path.of(args[1]), null));
            } catch (MissingLibraryException e) {
                System.out.println(e.getMessage());
            }
            DecryptionKey key = DecryptionKey.pkcs12(Path.of(args[2]), "secret".toCharArray());
            try (ExportArchive archive = ExportArchive.decrypt(zip, key)) {
                System.out.println(archive);
            } catch (MissingLibraryException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void withoutItTheErrorNamesTheDependency() throws IOException, InterruptedException {
        OpenSsl.copy(getClass(), directory, "own.key", "own.p12");
        Path zip = Files.write(directory.resolve("export.zip"), Zips.contacts(3));
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.matches(".*bc(prov|pkix|util)-jdk18on.*"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        WithoutIt.class.getName(),
                        zip.toString(),
                        directory.resolve("own.key").toString(),
                        directory.resolve("own.p12").toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();

        String line = "Encrypted exports need Bouncy Castle, which is not on the class path: add the dependency"
                + " org.bouncycastle:bcpkix-jdk18on:" + versionOfTheBuild();
        assertThat(output.lines()).containsExactly("3 records", line, line);
    }

    private static String versionOfTheBuild() throws IOException {
        Path module = Files.isDirectory(Path.of("sdk-udm"))
                ? Path.of("sdk-udm")
                : Path.of("").toAbsolutePath();
        String pom = Files.readString(module.resolve("../pom.xml"));
        return pom.replaceAll("(?s).*<bouncycastle.version>(.*?)</bouncycastle.version>.*", "$1");
    }
}
