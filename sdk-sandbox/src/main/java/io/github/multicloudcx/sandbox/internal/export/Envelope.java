package io.github.multicloudcx.sandbox.internal.export;

import io.github.multicloudcx.sandbox.ContentEncryption;
import io.github.multicloudcx.sandbox.MessageForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;

/** Wraps bytes in an encrypted message. What is encrypted is the zip itself, not another MIME part. */
public final class Envelope {
    private static final String HEAD = """
            MIME-Version: 1.0
            Content-Disposition: attachment; filename="smime.p7m"
            Content-Type: application/pkcs7-mime; smime-type=%s; name="smime.p7m"
            Content-Transfer-Encoding: base64

            """;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final Encryptor encryptor;
    private final MessageForm form;

    public Envelope(X509Certificate recipient, ContentEncryption encryption, MessageForm form) {
        this.encryptor = new Encryptor(recipient, encryption);
        this.form = form;
    }

    /** The same content, recipient and name make the same bytes. */
    byte[] seal(String name, byte[] content) {
        byte[] message = encryptor.encrypt(content, name);
        return switch (form) {
            case SMIME -> ascii(head() + LINES.encodeToString(message) + "\n");
            case PEM -> ascii(Pem.encode("CMS", message));
            case DER -> definite(message);
        };
    }

    private String head() {
        return HEAD.formatted(encryptor.authenticates() ? "authEnveloped-data" : "enveloped-data");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] definite(byte[] message) {
        try {
            return ASN1Primitive.fromByteArray(message).getEncoded(ASN1Encoding.DER);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
