package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.ArchiveException;
import io.github.multicloudcx.udm.archive.CorruptArchiveException;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.archive.WrongKeyException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** An encrypted message, as S/MIME and the Cryptographic Message Syntax (RFC 5652, RFC 5083) have it. */
final class CmsMessage {
    private static final byte[] ENVELOPED = {6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 7, 3};
    private static final byte[] AUTHENTICATED = {
        6, 11, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 9, 16, 1, 23
    };

    /** Making one takes longer than decrypting a small export. It is never registered with the JVM. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final Path file;
    private final DecryptionKey key;

    CmsMessage(Path file, DecryptionKey key) {
        this.file = file;
        this.key = key;
    }

    /** Loads the library. */
    static boolean available() {
        return PROVIDER.isConfigured();
    }

    /** The content, decrypted while it is read. */
    InputStream open(InputStream encoded) throws IOException {
        BufferedInputStream message = new BufferedInputStream(encoded, 64 * 1024);
        byte[] type = type(message);
        // the limit of a length is the memory of the machine unless another one is given
        InputStream unlimited = new ASN1InputStream(message, Integer.MAX_VALUE);
        try {
            if (Arrays.equals(type, AUTHENTICATED)) {
                CMSAuthEnvelopedDataParser parser = new CMSAuthEnvelopedDataParser(unlimited);
                return content(
                        parser.getRecipientInfos(), new JceKeyTransAuthEnvelopedRecipient(key.privateKey()), PROVIDER);
            }
            CMSEnvelopedDataParser parser = new CMSEnvelopedDataParser(unlimited);
            return content(
                    parser.getRecipientInfos(),
                    new JceKeyTransEnvelopedRecipient(key.privateKey()),
                    fastest(parser.getEncryptionAlgOID()));
        } catch (CMSException e) {
            throw ReadFailures.inMessage(file, e);
        } catch (ArchiveException e) {
            throw e;
        } catch (RuntimeException e) { // the parser throws whatever comes when it is fed with nonsense
            throw ReadFailures.inMessage(file, e);
        }
    }

    private byte[] type(BufferedInputStream message) throws IOException {
        message.mark(32);
        byte[] head = message.readNBytes(32);
        message.reset();
        int start = head.length < 2 ? head.length : 2 + (head[1] < 0 ? head[1] & 0x7f : 0);
        int end = start + 1 < head.length ? start + 2 + head[start + 1] : head.length + 1;
        byte[] type = end <= head.length && end > start ? Arrays.copyOfRange(head, start, end) : new byte[0];
        if (!Arrays.equals(type, ENVELOPED) && !Arrays.equals(type, AUTHENTICATED)) {
            throw new CorruptArchiveException(
                    file + " is no encrypted export: it holds no enveloped data of CMS (RFC 5652, RFC 5083)", null);
        }
        return type;
    }

    /** The JDK uses the AES of the processor, where it knows the cipher. */
    private Provider fastest(String algorithm) {
        boolean aes = algorithm.startsWith("2.16.840.1.101.3.4.1.");
        boolean triple = algorithm.equals("1.2.840.113549.3.7");
        try {
            return aes || triple
                    ? Cipher.getInstance(aes ? "AES/CBC/PKCS5Padding" : "DESede/CBC/PKCS5Padding")
                            .getProvider()
                    : PROVIDER;
        } catch (GeneralSecurityException e) {
            return PROVIDER;
        }
    }

    private InputStream content(RecipientInformationStore recipients, JceKeyTransRecipient recipient, Provider cipher)
            throws IOException {
        recipient.setProvider(PROVIDER).setContentProvider(cipher).setKeySizeValidation(true);
        WrongKeyException failure = null;
        for (RecipientInformation candidate : candidates(recipients)) {
            try {
                return candidate.getContentStream(recipient).getContentStream();
            } catch (CMSException | RuntimeException e) { // which one depends on the sizes of the two keys
                failure = new WrongKeyException(
                        file + " is encrypted for another key than the given one" + hint() + recipientsOf(recipients),
                        e);
            }
        }
        throw failure == null
                ? new WrongKeyException(
                        file + " is not encrypted for the certificate" + hint() + recipientsOf(recipients), null)
                : failure;
    }

    private String hint() {
        X509Certificate certificate = key.certificate();
        return certificate == null ? "" : " " + KeyPairs.name(certificate);
    }

    private List<RecipientInformation> candidates(RecipientInformationStore recipients) {
        X509Certificate certificate = key.certificate();
        Collection<RecipientInformation> found = certificate == null
                ? recipients.getRecipients()
                : recipients.getRecipients(new JceKeyTransRecipientId(certificate));
        return found.stream()
                .filter(KeyTransRecipientInformation.class::isInstance)
                .toList();
    }

    private static String recipientsOf(RecipientInformationStore recipients) {
        return "; its recipients are "
                + recipients.getRecipients().stream()
                        .limit(5)
                        .map(CmsMessage::name)
                        .collect(Collectors.joining(", ", "", recipients.size() > 5 ? " and others" : ""));
    }

    private static String name(RecipientInformation recipient) {
        return recipient.getRID() instanceof KeyTransRecipientId id && id.getSerialNumber() != null
                ? "that " + KeyPairs.name(id.getSerialNumber(), id.getIssuer().toString())
                : "one without a certificate number";
    }
}
