package io.github.multicloudcx.core.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.core.error.InvalidSignatureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSignatureTest {
    /** RFC 2202, section 3, test case 2. */
    private static final HubSignature JEFE = HubSignature.of("Jefe");

    private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);
    private static final String HEADER = "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79";

    @Test
    void aKnownVectorIsSigned() {
        assertThat(JEFE.sign(BODY)).isEqualTo(HEADER);
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
                "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79\n,"
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
        assertThatIllegalArgumentException().isThrownBy(() -> JEFE.sign(null)).withMessageContaining("body");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JEFE.verify(HEADER, null))
                .withMessageContaining("body");
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(JEFE).hasToString("HubSignature[****]");
    }
}
