package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesOnDiskTest {
    private static final long FIVE_GIGABYTES = 5_000_000_000L;

    @TempDir
    private Path folder;

    private final Sandbox sandbox = Jobs.sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String link(String name) {
        return Web.location(Web.signedIn(sandbox).get("/udm/v10/files/" + name));
    }

    private HttpResponse<byte[]> get(String name) {
        return Web.bare(sandbox).bytes("GET", link(name));
    }

    private HttpResponse<byte[]> range(String name, String range) {
        return Web.bare(sandbox).with("Range", range).bytes("GET", link(name));
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] random(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    /** A file that takes next to no room: zeros, and "end" at the end. */
    private Path huge() throws IOException {
        Path path = folder.resolve("huge.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
            sparse.seek(FIVE_GIGABYTES - 3);
            sparse.write("end".getBytes(StandardCharsets.US_ASCII));
        }
        return path;
    }

    @Test
    void are_served_whole() throws IOException {
        byte[] content = random(300_001);
        sandbox.udm().addFile("a.bin", file("a.bin", content));

        HttpResponse<byte[]> response = get("a.bin");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Length")).hasValue("300001");
        assertThat(response.body()).isEqualTo(content);
        assertThat(sandbox.udm().file("a.bin")).isEqualTo(content);
        assertThat(sandbox.udm().fileNames()).containsExactly("a.bin");
    }

    @Test
    void may_be_empty() throws IOException {
        sandbox.udm().addFile("empty.bin", file("empty.bin", new byte[0]));

        assertThat(get("empty.bin").body()).isEmpty();
    }

    @Test
    void may_be_bigger_than_an_array() throws IOException {
        sandbox.udm().addFile("huge.bin", huge());

        HttpResponse<byte[]> head = Web.bare(sandbox).bytes("HEAD", link("huge.bin"));
        HttpResponse<byte[]> tail = range("huge.bin", "bytes=4999999996-");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).hasValue("5000000000");
        assertThat(head.body()).isEmpty();
        assertThat(tail.statusCode()).isEqualTo(206);
        assertThat(tail.headers().firstValue("Content-Range")).hasValue("bytes 4999999996-4999999999/5000000000");
        assertThat(new String(tail.body(), StandardCharsets.US_ASCII)).isEqualTo("\0end");
        assertThat(range("huge.bin", "bytes=-3").body()).isEqualTo("end".getBytes(StandardCharsets.US_ASCII));
        assertThat(range("huge.bin", "bytes=5000000000-").statusCode()).isEqualTo(416);
        JsonNode page = Web.json(Web.signedIn(sandbox).get("/udm/v10/file-metadatas"));
        assertThat(page.at("/items/0/size").asLong()).isEqualTo(FIVE_GIGABYTES);
    }

    @Test
    void have_an_entity_tag_made_of_name_size_and_time() throws IOException {
        Path path = file("a.bin", random(10));
        sandbox.udm().addFile("a.bin", path);
        String tag = get("a.bin").headers().firstValue("ETag").orElseThrow();
        try (Sandbox other = Jobs.sandbox()) {
            other.udm().addFile("a.bin", path);
            String address = Web.location(Web.signedIn(other).get("/udm/v10/files/a.bin"));
            assertThat(Web.bare(other).bytes("HEAD", address).headers().firstValue("ETag"))
                    .hasValue(tag);
        }

        Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        sandbox.udm().addFile("a.bin", path);

        assertThat(tag).matches("\"[0-9a-f]{64}\"");
        assertThat(get("a.bin").headers().firstValue("ETag"))
                .hasValueSatisfying(changed -> assertThat(changed).isNotEqualTo(tag));
        HttpResponse<byte[]> resumed = Web.bare(sandbox)
                .with("Range", "bytes=5-")
                .with("If-Range", tag)
                .bytes("GET", link("a.bin"));
        assertThat(resumed.statusCode()).isEqualTo(200);
    }

    @Test
    void can_be_cut_in_the_middle_and_resumed() throws IOException {
        byte[] content = random(300_001);
        sandbox.udm().addFile("a.bin", file("a.bin", content));
        String tag = get("a.bin").headers().firstValue("ETag").orElseThrow();
        sandbox.faults().onStorage().resetAfterBytes(100_000);
        String link = link("a.bin");

        assertThatThrownBy(() -> Web.bare(sandbox).bytes("GET", link)).isInstanceOf(UncheckedIOException.class);
        HttpResponse<byte[]> rest = Web.bare(sandbox)
                .with("Range", "bytes=100000-")
                .with("If-Range", tag)
                .bytes("GET", link);

        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(content, 100_000, 300_001));
    }

    @Test
    void that_become_shorter_break_the_connection() throws IOException {
        Path path = file("a.bin", random(300_001));
        sandbox.udm().addFile("a.bin", path);
        file("a.bin", random(200_000));
        String link = link("a.bin");

        assertThatThrownBy(() -> Web.bare(sandbox).bytes("GET", link)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void have_to_exist() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> sandbox.udm().addFile("a.bin", missing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no file " + missing);
        assertThatThrownBy(() -> sandbox.udm().exportParts(List.of(missing)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void can_be_the_parts_of_every_export_from_now_on() throws IOException {
        long before = Jobs.finish(sandbox, Jobs.contacts("before"));
        sandbox.udm().exportParts(List.of(file("one", random(10)), file("two", random(20))));
        long first = Jobs.finish(sandbox, Jobs.contacts("first"));
        long second = Jobs.finish(sandbox, Jobs.contacts("second"));

        Web web = Web.signedIn(sandbox);
        JsonNode parts = Web.json(web.get("/udm/v10/file-metadatas?historyId=" + second));

        assertThat(parts.findValuesAsText("name"))
                .containsExactly("UCS-Contact-3-part1.smime", "UCS-Contact-3-part2.smime");
        assertThat(parts.findValuesAsText("jobTitle")).containsExactly("second", "second");
        assertThat(get("UCS-Contact-3-part1.smime").body()).isEqualTo(random(10));
        assertThat(get("UCS-Contact-3-part2.smime").body()).isEqualTo(random(20));
        JsonNode info = Web.json(web.get("/udm/v10/export/jobs/" + first));
        assertThat(info.path("fileName").asText()).isEqualTo("UCS-Contact-2-part1.smime");
        assertThat(info.path("fileSize").asInt()).isEqualTo(10);
        assertThat(Web.json(web.get("/udm/v10/export/jobs/" + before))
                        .path("fileName")
                        .asText())
                .isEqualTo("UCS-Contact-1.smime");
    }

    @Test
    void stop_being_exports_when_there_are_none() throws IOException {
        sandbox.udm().exportParts(List.of(file("one", random(10))));
        Jobs.finish(sandbox, Jobs.contacts("provided"));
        sandbox.udm().exportParts(List.of());
        Jobs.finish(sandbox, Jobs.contacts("invented"));

        assertThat(sandbox.udm().file("UCS-Contact-1.smime")).isEqualTo(random(10));
        assertThat(new String(sandbox.udm().file("UCS-Contact-2.smime"), StandardCharsets.US_ASCII))
                .startsWith("MIME-Version");
    }
}
