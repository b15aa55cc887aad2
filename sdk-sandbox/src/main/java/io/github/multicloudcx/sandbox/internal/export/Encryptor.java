package io.github.multicloudcx.sandbox.internal.export;

import io.github.multicloudcx.sandbox.ContentEncryption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.OutputEncryptor;

/** Encrypts bytes for one recipient, as a CMS message in BER. */
final class Encryptor {
    private final BouncyCastleProvider provider = new BouncyCastleProvider();
    private final X509Certificate recipient;
    private final ContentEncryption encryption;

    Encryptor(X509Certificate recipient, ContentEncryption encryption) {
        this.recipient = recipient;
        this.encryption = encryption;
    }

    /** Whether the message is authenticated-enveloped-data. */
    boolean authenticates() {
        return encryption == ContentEncryption.AES256_GCM;
    }

    byte[] encrypt(byte[] content) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try (OutputStream out = open(message)) {
            out.write(content);
        } catch (CertificateEncodingException | CMSException unusable) {
            throw new IllegalStateException("The certificate cannot be used to encrypt", unusable);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return message.toByteArray();
    }

    private OutputStream open(OutputStream message) throws CertificateEncodingException, CMSException, IOException {
        RecipientInfoGenerator key = new JceKeyTransRecipientInfoGenerator(recipient).setProvider(provider);
        OutputEncryptor cipher = new JceCMSContentEncryptorBuilder(algorithm())
                .setProvider(provider)
                .build();
        if (cipher instanceof OutputAEADEncryptor authenticating) {
            CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
            generator.addRecipientInfoGenerator(key);
            return generator.open(message, authenticating);
        }
        CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
        generator.addRecipientInfoGenerator(key);
        return generator.open(message, cipher);
    }

    private ASN1ObjectIdentifier algorithm() {
        return switch (encryption) {
            case AES256_CBC -> CMSAlgorithm.AES256_CBC;
            case AES128_CBC -> CMSAlgorithm.AES128_CBC;
            case DES_EDE3_CBC -> CMSAlgorithm.DES_EDE3_CBC;
            case AES256_GCM -> CMSAlgorithm.AES256_GCM;
        };
    }
}
