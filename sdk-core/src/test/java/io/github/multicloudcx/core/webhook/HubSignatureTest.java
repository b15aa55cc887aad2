package io.github.multicloudcx.core.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.multicloudcx.core.auth.OutgoingBody;
import io.github.multicloudcx.core.error.InvalidSignatureException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSignatureTest {
    /** RFC 2202, section 3, test case 2. */
    private static final HubSignature JEFE = HubSignature.of("Jefe");

    private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);
    private static final String HEADER = "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79";

    static Stream<Arguments> vectorsOfRfc2202() {
        return Stream.of(
                arguments(bytes(0x0b, 20), "Hi There".getBytes(UTF_8), "b617318655057264e28bc0b6fb378c8ef146be00"),
                arguments("Jefe".getBytes(UTF_8), BODY, "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
                arguments(bytes(0xaa, 20), bytes(0xdd, 50), "125d7342b9ac11cd91a39af48aa17b4f63f175d3"),
                arguments(
                        HexFormat.of().parseHex("0102030405060708090a0b0c0d0e0f10111213141516171819"),
                        bytes(0xcd, 50),
                        "4c9007f4026250c6bc8414f9bf50c86c2d7235da"),
                arguments(
                        bytes(0x0c, 20),
                        "Test With Truncation".getBytes(UTF_8),
                        "4c1a03424b55e07fe7f27be1d58bb9324a9a5a04"),
                arguments(
                        bytes(0xaa, 80),
                        "Test Using Larger Than Block-Size Key - Hash Key First".getBytes(UTF_8),
                        "aa4ae5e15272d00e95705637ce8a3b55ed402112"),
                arguments(
                        bytes(0xaa, 80),
                        "Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data".getBytes(UTF_8),
                        "e8e99d0f45237d786d6bbaa7965c7808bbff1a91"));
    }

    private static byte[] bytes(int value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("vectorsOfRfc2202")
    void theVectorsOfRfc2202AreSignedInOnePieceAndInMany(byte[] key, byte[] data, String digest) throws IOException {
        HubSignature signature = new HubSignature(List.of(key));
        assertThat(signature.sign(data)).isEqualTo("sha1=" + digest);
        assertThat(signature.sign((OutgoingBody) sink -> {
                    sink.write(data[0]);
                    sink.write(data, 1, data.length - 1);
                }))
                .isEqualTo("sha1=" + digest);
        assertThatCode(() -> signature.verify("sha1=" + digest.toUpperCase(Locale.ROOT), data))
                .doesNotThrowAnyException();
    }

    @Test
    void whileSecretsChangeTheFirstSignsAndAllVerify() {
        HubSignature changing = HubSignature.of("new", List.of("Jefe", "older"));
        assertThat(changing.sign(BODY)).isEqualTo(HubSignature.of("new").sign(BODY));
        for (String secret : List.of("new", "Jefe", "older")) {
            assertThatCode(() -> changing.verify(HubSignature.of(secret).sign(BODY), BODY))
                    .doesNotThrowAnyException();
        }
        assertThatExceptionOfType(InvalidSignatureException.class)
                .isThrownBy(() -> changing.verify(HubSignature.of("oldest").sign(BODY), BODY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubSignature.of("new", List.of(" ")))
                .withMessageContaining("each of others");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEADER,
                "sha1=EFFCDF6AE5EB2FA2D27416D5F184DF9C259A7C79",
                "SHA1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                " sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79 "
            })
    void aFittingSignatureIsAcceptedInEitherCase(String header) {
        assertThatCode(() -> JEFE.verify(header, BODY)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aMissingHeaderIsRefused(String header) {
        assertThatExceptionOfType(InvalidSignatureException.class)
                .isThrownBy(() -> JEFE.verify(header, BODY))
                .withMessage("The header X-Hub-Signature is missing; refuse the webhook");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha1=",
                "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                "sha256=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c7",
                "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c790",
                "sha1=zffcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79\n,",
                "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79, sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                "sha1=\uff45ffcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                "\u017fha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                "sha1=\u0435ffcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                "\u2003sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                "sha1=\u0660ffcdf6ae5eb2fa2d27416d5f184df9c259a7c79"
            })
    void aMalformedHeaderIsRefusedAndNotAnIllegalArgument(String header) {
        assertThatExceptionOfType(InvalidSignatureException.class)
                .isThrownBy(() -> JEFE.verify(header, BODY))
                .withMessageContaining("is not sha1= and 40 hexadecimal digits");
    }

    @Test
    void anotherBodyOrSecretIsRefused() {
        assertThatExceptionOfType(InvalidSignatureException.class)
                .isThrownBy(() -> JEFE.verify(HEADER, "what do ya want for nothing".getBytes(UTF_8)))
                .withMessageContaining("does not fit the 27 bytes");
        assertThatExceptionOfType(InvalidSignatureException.class)
                .isThrownBy(() -> HubSignature.of("jefe").verify(HEADER, BODY));
    }

    @Test
    void anEmptyBodyHasASignatureToo() {
        String header = JEFE.sign(new byte[0]);

        assertThat(header).isEqualTo("sha1=09d9e59d72239e62a8155c583d52743de9b7231a");
        assertThatCode(() -> JEFE.verify(header, new byte[0])).doesNotThrowAnyException();
    }

    @Test
    void aSecretIsTakenInUtf8() {
        assertThat(HubSignature.of("schlüssel").sign(BODY)).isEqualTo("sha1=5f3b931ba796c42f881f5b22470c1cc23117c3b6");
    }

    @Test
    void badParametersAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubSignature.of(" "))
                .withMessageContaining("appSecret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JEFE.sign((byte[]) null))
                .withMessageContaining("body");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JEFE.verify(HEADER, null))
                .withMessageContaining("body");
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(JEFE).hasToString("HubSignature[****]");
    }
}
