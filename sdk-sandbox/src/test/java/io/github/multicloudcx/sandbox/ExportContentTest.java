package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportContentTest {
    private final Sandbox sandbox = Jobs.ready(Sandbox.builder().recordsPerExport(50));

    @AfterEach
    void close() {
        sandbox.close();
    }

    private byte[] decrypt(String file) throws Exception {
        return Archives.decrypt(sandbox, file);
    }

    private static String job(String parameters) {
        return Jobs.body("content", Jobs.NOW, parameters, false);
    }

    @Test
    void is_a_mime_message_around_an_enveloped_zip_of_json_lines() throws Exception {
        Jobs.finish(sandbox, Jobs.contacts("a"));
        String message = sandbox.udm().fileNames().get(0);
        assertThat(new String(sandbox.udm().file(message), StandardCharsets.US_ASCII))
                .startsWith("MIME-Version: 1.0\nContent-Disposition: attachment")
                .contains("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=\"smime.p7m\"\n")
                .contains("Content-Transfer-Encoding: base64\n\n");

        Map<String, String> documents = Archives.unzip(decrypt("UCS-Contact-1.smime"));

        assertThat(documents).containsOnlyKeys("Contact-1.json");
        List<String> lines = documents.get("Contact-1.json").lines().toList();
        assertThat(lines).hasSize(50);
        JsonNode first = Web.JSON.readTree(lines.get(0));
        assertThat(first.path("createddate").asText()).isEqualTo("2015-08-05 08:31:20.78");
        assertThat(first.path("ContactId").asText()).isNotEmpty();
        assertThat(documents.get("Contact-1.json")).contains("Björn");
    }

    @Test
    void of_contacts_is_always_the_same() throws Exception {
        Jobs.finish(sandbox, Jobs.contacts("a"));

        byte[] document = Archives.unzip(decrypt("UCS-Contact-1.smime"))
                .get("Contact-1.json")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document)))
                .isEqualTo("30bafcce55ae3826c2a7173d57aaa622a6587bdbc03d46002d12872fb1a0f5c5");
    }

    @Test
    void opens_with_openssl(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")));
        Jobs.finish(sandbox, Jobs.contacts("a"));
        Files.write(folder.resolve("file.smime"), sandbox.udm().file("UCS-Contact-1.smime"));
        Files.writeString(folder.resolve("key.pem"), sandbox.demoPrivateKey());

        Process openssl = new ProcessBuilder(
                        "/usr/bin/openssl",
                        "smime",
                        "-decrypt",
                        "-inkey",
                        "key.pem",
                        "-in",
                        "file.smime",
                        "-out",
                        "zip")
                .directory(folder.toFile())
                .inheritIO()
                .start();

        assertThat(openssl.waitFor()).isZero();
        assertThat(Archives.unzip(Files.readAllBytes(folder.resolve("zip")))).containsOnlyKeys("Contact-1.json");
    }

    @Test
    void holds_a_document_per_interaction_and_per_attachment() throws Exception {
        Jobs.finish(sandbox, job("{\"type\":\"Interaction\",\"media\":[\"email\"],\"exportAttachments\":true}"));

        Map<String, String> documents = Archives.unzip(decrypt("UCS-Interaction-1.smime"));

        assertThat(documents).hasSize(100);
        String name = documents.keySet().iterator().next();
        JsonNode interaction = Web.JSON.readTree(documents.get(name));
        assertThat(interaction.path("ixnId").asText() + ".json").isEqualTo(name);
        assertThat(interaction.path("mediaTypeId").asText()).isEqualTo("email");
        String attachment = documents.get(name.replace(".json", "-attachment.json"));
        assertThat(Web.JSON.readTree(attachment).path("entityid").asText())
                .isEqualTo(interaction.path("ixnId").asText());
    }

    @Test
    void split_into_slices_needs_all_parts_to_extract() throws Exception {
        Jobs.finish(sandbox, job("{\"type\":\"Contact\",\"media\":[],\"fileSplitSize\":\"1\"}"));
        List<String> parts = sandbox.udm().fileNames();
        assertThat(parts).hasSizeGreaterThan(1).first().isEqualTo("UCS-Contact-1-part1.smime");

        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (String part : parts) {
            assertThat(decrypt(part)).hasSizeLessThanOrEqualTo(1024);
            whole.writeBytes(decrypt(part));
        }

        assertThat(Archives.unzip(whole.toByteArray()).get("Contact-1.json").lines())
                .hasSize(50);
        JsonNode info = Web.json(Web.signedIn(sandbox).get("/udm/v10/export/jobs/1"));
        assertThat(info.path("fileName").asText()).isEqualTo(parts.get(0));
        assertThat(info.path("fileSplitSize").asText()).isEqualTo("1");
    }

    @Test
    void can_be_split_into_parts_that_are_zips_of_their_own() throws Exception {
        sandbox.udm().splitStyle(SplitStyle.ZIP_PER_PART);
        Jobs.finish(sandbox, job("{\"type\":\"Interaction\",\"media\":[],\"fileSplitSize\":\"4 KB\"}"));
        List<String> parts = sandbox.udm().fileNames();

        int documents = 0;
        for (String part : parts) {
            documents += Archives.unzip(decrypt(part)).size();
        }

        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(documents).isEqualTo(50);
    }
}
