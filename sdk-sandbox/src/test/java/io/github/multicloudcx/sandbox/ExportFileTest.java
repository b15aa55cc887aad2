package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportFileTest {
    private static final String FILES = "/udm/v10/files";
    private static final byte[] CONTENT = "0123456789".getBytes(StandardCharsets.US_ASCII);

    private final Sandbox sandbox = Jobs.sandbox();
    private final Web web = Web.signedIn(sandbox);

    ExportFileTest() {
        sandbox.udm().addFile("a b/\u00e9.bin", CONTENT);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String link() {
        return Web.location(Web.signedIn(sandbox).get(FILES + "/a%20b%2F%C3%A9.bin"));
    }

    private Web stranger() {
        return Web.bare(sandbox);
    }

    @Test
    void a_download_leads_to_a_presigned_link_on_the_other_origin() {
        HttpResponse<String> response = web.get(FILES + "/a%20b%2F%C3%A9.bin");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.body()).isEmpty();
        assertThat(Web.location(response))
                .startsWith(sandbox.storageUrl() + "/")
                .contains("X-Amz-Signature=", "X-Amz-Expires=300", "X-Amz-Date=20260105T100000Z");
    }

    @Test
    void a_link_gives_the_bytes_with_a_strong_entity_tag() {
        String link = link();

        HttpResponse<byte[]> response = stranger().bytes("GET", link);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(CONTENT);
        assertThat(response.headers().firstValue("ETag"))
                .hasValueSatisfying(tag -> assertThat(tag).matches("\"[0-9a-f]{64}\""));
        assertThat(response.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(response.headers().firstValue("Content-Length")).hasValue("10");
        assertThat(stranger().bytes("GET", link).headers().firstValue("ETag"))
                .isEqualTo(response.headers().firstValue("ETag"));
        sandbox.assertNoViolations();
    }

    @Test
    void head_gives_the_length_without_the_bytes() {
        HttpResponse<byte[]> response = stranger().bytes("HEAD", link());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Length")).hasValue("10");
        assertThat(response.body()).isEmpty();
    }

    private HttpResponse<byte[]> range(String range) {
        return stranger().with("Range", range).bytes("GET", link());
    }

    @Test
    void a_range_gives_a_part() {
        HttpResponse<byte[]> middle = range("bytes=2-4");

        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.body()).isEqualTo("234".getBytes(StandardCharsets.US_ASCII));
        assertThat(middle.headers().firstValue("Content-Range")).hasValue("bytes 2-4/10");
        assertThat(range("bytes=7-").body()).isEqualTo("789".getBytes(StandardCharsets.US_ASCII));
        assertThat(range("bytes=-2").body()).isEqualTo("89".getBytes(StandardCharsets.US_ASCII));
        assertThat(range("bytes=8-99").headers().firstValue("Content-Range")).hasValue("bytes 8-9/10");
    }

    @Test
    void a_range_beyond_the_end_cannot_be_satisfied() {
        HttpResponse<byte[]> response = range("bytes=10-");

        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(response.headers().firstValue("Content-Range")).hasValue("bytes */10");
    }

    @Test
    void a_malformed_range_is_ignored() {
        assertThat(range("lines=1-2").statusCode()).isEqualTo(200);
        assertThat(range("bytes=-").statusCode()).isEqualTo(200);
    }

    @Test
    void if_range_gives_a_part_of_the_same_file_only() {
        String tag =
                stranger().bytes("GET", link()).headers().firstValue("ETag").orElseThrow();

        assertThat(stranger()
                        .with("Range", "bytes=5-")
                        .with("If-Range", tag)
                        .bytes("GET", link())
                        .statusCode())
                .isEqualTo(206);
        assertThat(stranger()
                        .with("Range", "bytes=5-")
                        .with("If-Range", "\"other\"")
                        .bytes("GET", link())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_link_refuses_everything_that_carries_our_credentials() {
        String[] headers = {"Authorization", "x-api-key", "Cookie", "X-B3-TraceId", "X-B3-SpanId", "traceparent", "b3"};
        for (String header : headers) {
            assertThat(stranger().with(header, "x").bytes("GET", link()).statusCode())
                    .as(header)
                    .isEqualTo(400);
        }

        assertThat(sandbox.violations()).hasSize(headers.length);
        assertThat(sandbox.violations().get(0).problem())
                .isEqualTo("header Authorization must not be sent to the storage");
    }

    @Test
    void a_changed_link_is_refused_as_s3_does() {
        HttpResponse<byte[]> response = stranger().bytes("GET", link() + "0");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("<Code>AccessDenied</Code>");
    }

    @Test
    void a_link_expires_with_the_clock() {
        sandbox.udm().setLinkLifetime(Duration.ofSeconds(30));
        String link = link();
        sandbox.clock().advance(Duration.ofSeconds(29));
        assertThat(stranger().bytes("GET", link).statusCode()).isEqualTo(200);

        sandbox.clock().advance(Duration.ofSeconds(1));

        assertThat(stranger().bytes("GET", link).statusCode()).isEqualTo(403);
        assertThat(stranger().bytes("GET", link()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_link_takes_get_and_head_only() {
        assertThat(stranger().bytes("DELETE", link()).statusCode()).isEqualTo(405);
    }

    @Test
    void requests_for_links_are_recorded_too() {
        stranger().bytes("GET", link());

        RecordedRequest last = sandbox.requests().get(sandbox.requests().size() - 1);
        assertThat(last.origin()).isEqualTo("storage");
        assertThat(last.operationId()).isNull();
        assertThat(last.status()).isEqualTo(200);
    }

    @Test
    void links_are_an_object_for_one_file_and_an_array_for_several() {
        sandbox.udm().addFile("b.bin", CONTENT);

        JsonNode one = Web.json(web.get(FILES + "?filename=b.bin"));
        JsonNode several = Web.json(web.get(FILES + "?filename=b.bin," + Web.encode("a b/\u00e9.bin")));
        JsonNode all = Web.json(web.get(FILES));

        assertThat(one.path("path").asText()).startsWith(sandbox.storageUrl().toString());
        assertThat(several).hasSize(2);
        assertThat(all).hasSize(2);
        assertThat(stranger().bytes("GET", several.at("/1/path").asText()).body())
                .isEqualTo(CONTENT);
    }

    @Test
    void links_can_be_forced_into_either_shape() {
        sandbox.udm().addFile("b.bin", CONTENT);
        sandbox.udm().fileLinksShape(FileLinksShape.ARRAY);
        assertThat(Web.json(web.get(FILES + "?filename=b.bin")).isArray()).isTrue();

        sandbox.udm().fileLinksShape(FileLinksShape.OBJECT);
        assertThat(Web.json(web.get(FILES)).isObject()).isTrue();
    }

    @Test
    void links_name_the_missing_files() {
        HttpResponse<String> response =
                web.get(FILES + "?filename=x.smime," + Web.encode("a b/\u00e9.bin") + ",y.smime");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("[{\"path\":\"x.smime\"},{\"path\":\"y.smime\"}]");
    }

    @Test
    void links_are_given_for_a_hundred_files_at_most() {
        assertThat(web.get(FILES + "?filename=" + "a,".repeat(100) + "a").statusCode())
                .isEqualTo(400);
    }

    @Test
    void files_live_for_thirty_days() {
        Jobs.finish(sandbox, Jobs.contacts("a"));
        assertThat(sandbox.udm().fileNames()).contains("UCS-Contact-1.smime");
        sandbox.clock().advance(Duration.ofDays(30));
        Web later = Web.signedIn(sandbox);

        assertThat(later.get(FILES + "/UCS-Contact-1.smime").statusCode()).isEqualTo(404);
        assertThat(Web.json(later.get("/udm/v10/file-metadatas")).path("count").asInt(-1))
                .isZero();
        assertThatThrownBy(() -> sandbox.udm().file("UCS-Contact-1.smime"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_that_is_gone_is_not_behind_its_link_either() {
        sandbox.udm().setFileLifetime(Duration.ofMinutes(1));
        String link = link();
        sandbox.clock().advance(Duration.ofMinutes(1));

        assertThat(stranger().bytes("GET", link).statusCode()).isEqualTo(404);
    }

    @Test
    void files_are_described_and_filtered() {
        Jobs.finish(sandbox, Jobs.contacts("weekly"));

        JsonNode page = Web.json(web.get("/udm/v10/file-metadatas?historyId=1&jobTitle=week&name=Contact&type=UCS"
                + "&source=UCS&orderField=name&startDate=2026-01-05T00:00:00Z&endDate=2026-01-06"));

        assertThat(page.path("count").asInt()).isEqualTo(1);
        JsonNode item = page.at("/items/0");
        assertThat(item.path("name").asText()).isEqualTo("UCS-Contact-1.smime");
        assertThat(item.path("size").asInt()).isPositive();
        assertThat(item.path("uploadDate").asText()).isEqualTo("2026-01-05T10:00:04.000Z");
        assertThat(item.path("expirationDate").asText()).isEqualTo("2026-02-04T10:00:04.000Z");
        assertThat(Web.json(web.get("/udm/v10/file-metadatas?endDate=2026-01-01"))
                        .path("items"))
                .isEmpty();
    }

    @Test
    void files_are_deleted_one_by_one() {
        sandbox.udm().addFile("b.bin", CONTENT);
        sandbox.udm().addFile("kept.bin", CONTENT);
        sandbox.udm().undeletable("kept.bin");

        assertThat(web.delete(FILES + "/b.bin").statusCode()).isEqualTo(204);
        assertThat(web.delete(FILES + "/b.bin").statusCode()).isEqualTo(404);
        assertThat(web.delete(FILES + "/kept.bin").statusCode()).isEqualTo(400);
    }

    @Test
    void files_are_deleted_together_and_the_ones_left_are_named() {
        sandbox.udm().addFile("b.bin", CONTENT);
        sandbox.udm().addFile("kept.bin", CONTENT);
        sandbox.udm().undeletable("kept.bin");

        assertThat(web.delete(FILES + "?filename=b.bin,kept.bin").body()).isEqualTo("[\"kept.bin\"]");
        assertThat(web.delete(FILES + "?filename=" + Web.encode("a b/\u00e9.bin"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(sandbox.udm().fileNames()).containsExactly("kept.bin");
    }
}
