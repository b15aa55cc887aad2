package io.github.multicloudcx.sandbox.internal.export;

import io.github.multicloudcx.sandbox.ContentEncryption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JceAsymmetricKeyWrapper;

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

    /** The same content, recipient and seed make the same message. */
    byte[] encrypt(byte[] content, String seed) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try (OutputStream out = open(message, repeatable(seed))) {
            out.write(content);
        } catch (GeneralSecurityException | CMSException unusable) {
            throw new IllegalStateException("The certificate cannot be used to encrypt", unusable);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return message.toByteArray();
    }

    private OutputStream open(OutputStream message, SecureRandom random)
            throws GeneralSecurityException, CMSException, IOException {
        RecipientInfoGenerator key = new KeyForRecipient(recipient, random);
        OutputEncryptor cipher = new JceCMSContentEncryptorBuilder(algorithm())
                .setProvider(provider)
                .setSecureRandom(random)
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

    /** Random enough for invented records, and no surprise when a test is run again. */
    private static SecureRandom repeatable(String seed) throws GeneralSecurityException {
        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
        random.setSeed(seed.getBytes(StandardCharsets.UTF_8));
        return random;
    }

    private final class KeyForRecipient extends KeyTransRecipientInfoGenerator {
        KeyForRecipient(X509Certificate recipient, SecureRandom random) throws GeneralSecurityException {
            super(
                    new IssuerAndSerialNumber(new JcaX509CertificateHolder(recipient).toASN1Structure()),
                    new JceAsymmetricKeyWrapper(recipient).setProvider(provider).setSecureRandom(random));
        }
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
