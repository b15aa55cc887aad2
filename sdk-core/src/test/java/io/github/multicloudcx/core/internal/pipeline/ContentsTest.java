package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void methodsThatWantABodyGetAnEmptyOne(String method) throws IOException {
        Body body = Contents.none(method);
        assertThat(body.open().contentLength()).isZero();
        assertThat(body.bytes()).isEmpty();
        assertThat(body.available()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "DELETE"})
    void otherMethodsGetNone(String method) {
        assertThat(Contents.none(method).open()).isNull();
        assertThat(Contents.none(method).bytes()).isEmpty();
    }

    @Test
    void bytesAreSentAsTheyAreAsOftenAsNeeded() throws IOException {
        Body body = Contents.bytes(new byte[] {1, 2}, MediaType.get("image/png"));
        for (int i = 0; i < 2; i++) {
            assertThat(written(body.open())).containsExactly(1, 2);
        }
        assertThat(body.open().contentType()).hasToString("image/png");
        assertThat(body.bytes()).containsExactly(1, 2);
        assertThat(body.available()).isTrue();
    }

    @Test
    void aFormIsEncodedAndItsBytesAreThoseThatAreSent() throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "password");
        fields.put("pass word", "a&b=c+d é");
        Body body = Contents.form(fields);
        assertThat(written(body.open())).asString().isEqualTo("grant_type=password&pass+word=a%26b%3Dc%2Bd+%C3%A9");
        assertThat(body.bytes()).isEqualTo(written(body.open()));
        assertThat(body.open().contentType()).hasToString("application/x-www-form-urlencoded");
    }

    @Test
    void whatIsStreamedHasNoBytesAndMayRunOut() {
        boolean[] available = {true};
        Body body = Contents.streamed(() -> RequestBody.create(new byte[0], null), () -> available[0]);
        assertThat(body.bytes()).isNull();
        assertThat(body.available()).isTrue();
        available[0] = false;
        assertThat(body.available()).isFalse();
    }

    private static byte[] written(RequestBody body) throws IOException {
        Buffer buffer = new Buffer();
        body.writeTo(buffer);
        return buffer.readByteArray();
    }
}
