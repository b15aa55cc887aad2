package io.github.multicloudcx.sandbox.internal.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Wraps bytes in an S/MIME enveloped-data message. The encrypted bytes are the zip itself, not another MIME part. */
public final class Envelope {
    private static final String HEAD = """
            MIME-Version: 1.0
            Content-Disposition: attachment; filename="smime.p7m"
            Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"
            Content-Transfer-Encoding: base64

            """;

    private final BouncyCastleProvider provider = new BouncyCastleProvider();
    private final X509Certificate recipient;

    public Envelope(X509Certificate recipient) {
        this.recipient = recipient;
    }

    public byte[] seal(byte[] content) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(HEAD.getBytes(StandardCharsets.US_ASCII));
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(lines.encode(encrypt(content)));
        message.write('\n');
        return message.toByteArray();
    }

    private byte[] encrypt(byte[] content) {
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
        try {
            generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(recipient).setProvider(provider));
            JceCMSContentEncryptorBuilder cipher =
                    new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).setProvider(provider);
            try (OutputStream out = generator.open(encrypted, cipher.build())) {
                out.write(content);
            }
        } catch (CertificateEncodingException | CMSException unusable) {
            throw new IllegalStateException("The certificate cannot be used to encrypt", unusable);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return encrypted.toByteArray();
    }
}
