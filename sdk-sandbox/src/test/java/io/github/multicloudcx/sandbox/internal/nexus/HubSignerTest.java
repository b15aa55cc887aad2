package io.github.multicloudcx.sandbox.internal.nexus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HubSignerTest {
    private static byte[] bytes(int value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @Test
    void vectors_of_rfc_2202_are_signed() {
        assertThat(HubSigner.sign(bytes(0x0b, 20), "Hi There".getBytes(UTF_8)))
                .isEqualTo("sha1=b617318655057264e28bc0b6fb378c8ef146be00");
        assertThat(HubSigner.sign("Jefe", "what do ya want for nothing?".getBytes(UTF_8)))
                .isEqualTo("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
        assertThat(HubSigner.sign(bytes(0xaa, 20), bytes(0xdd, 50)))
                .isEqualTo("sha1=125d7342b9ac11cd91a39af48aa17b4f63f175d3");
        assertThat(HubSigner.sign(
                        bytes(0xaa, 80), "Test Using Larger Than Block-Size Key - Hash Key First".getBytes(UTF_8)))
                .isEqualTo("sha1=aa4ae5e15272d00e95705637ce8a3b55ed402112");
    }

    @Test
    void a_header_is_judged() {
        byte[] body = "body".getBytes(UTF_8);
        String right = HubSigner.sign("secret", body);

        assertThat(HubSigner.problem(right, "secret", body)).isEmpty();
        assertThat(HubSigner.problem("sha1=" + right.substring(5).toUpperCase(java.util.Locale.ROOT), "secret", body))
                .isEmpty();
        assertThat(HubSigner.problem(null, "secret", body)).isEqualTo("the header is missing");
        assertThat(HubSigner.problem(right + "0", "secret", body)).isEqualTo("the header is malformed");
        assertThat(HubSigner.problem(right, "other", body)).isEqualTo("it does not fit the 4 bytes of the body");
    }
}
