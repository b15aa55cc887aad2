package io.github.multicloudcx.udm.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An encrypted message that was not made by openssl. */
final class ForeignMessage {
    private ForeignMessage() {}

    static byte[] of(Path certificate, byte[] content) throws IOException {
        try {
            X509Certificate recipient = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(certificate)));
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(recipient));
            return generator
                    .generate(
                            new CMSProcessableByteArray(content),
                            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build())
                    .getEncoded();
        } catch (GeneralSecurityException | CMSException e) {
            throw new IOException(e);
        }
    }

    /** A certificate with the name and number of another one, and a larger key: what it encrypts may be too large for the other. */
    static Path twinOf(Path certificate, Path twin) throws IOException {
        try {
            X509Certificate other = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(certificate)));
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            BigInteger enough = ((RSAKey) other.getPublicKey())
                    .getModulus()
                    .multiply(BigInteger.valueOf(11))
                    .divide(BigInteger.TEN);
            KeyPair keys = generator.generateKeyPair();
            while (((RSAKey) keys.getPublic()).getModulus().compareTo(enough) < 0) {
                keys = generator.generateKeyPair();
            }
            return Files.write(
                    twin,
                    new JcaX509v3CertificateBuilder(
                                    other.getIssuerX500Principal(),
                                    other.getSerialNumber(),
                                    other.getNotBefore(),
                                    other.getNotAfter(),
                                    other.getSubjectX500Principal(),
                                    keys.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()))
                            .getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(e);
        }
    }
}
