package io.github.multicloudcx.sandbox.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MultipartTest {
    private static Optional<Multipart> parse(String contentType, byte[] body) {
        Headers headers = new Headers().add("Content-Type", contentType);
        return Multipart.parse(new Exchange(Origin.GATEWAY, "POST", "/", null, headers, body));
    }

    private static Optional<Multipart> parse(String contentType, String body) {
        return parse(contentType, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void keeps_binary_content_as_it_is() {
        String head = "--b\r\nContent-Disposition: form-data; filename=\"name=x\"; name=\"file\"\r\n\r\n";
        byte[] body = (head + "\u0000\u00ff\r\n--\r\n--b--\r\n").getBytes(StandardCharsets.ISO_8859_1);

        Multipart parsed = parse("multipart/form-data; boundary=\"b\"", body).orElseThrow();

        assertThat(parsed.parts().get("file")).isEqualTo(new byte[] {0, (byte) 0xff, '\r', '\n', '-', '-'});
    }

    @Test
    void reads_names_in_any_script() {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"Gr\u00f6\u00dfe\"; filename=\"\u6599\u91d1 \ud83d\ude00.png\""
                        + "\r\n\r\nx\r\n--b--";

        Multipart parsed = parse("multipart/form-data; boundary=b", body.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();

        assertThat(parsed.parts()).containsOnlyKeys("Gr\u00f6\u00dfe");
        assertThat(parsed.fileName("Gr\u00f6\u00dfe", "")).isEqualTo("\u6599\u91d1 \ud83d\ude00.png");
    }

    @Test
    void refuses_a_body_without_boundary_end_or_name() {
        assertThat(parse("multipart/form-data", "--b--")).isEmpty();
        assertThat(parse("multipart/form-data; boundary=b", "--b\r\n\r\nx")).isEmpty();
        assertThat(parse("multipart/form-data; boundary=b", "--b\r\nA: b\r\n\r\nx\r\n--b--"))
                .isEmpty();
    }
}
