package io.github.multicloudcx.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;

/** Opens export files. */
final class Archives {
    private Archives() {}

    /** The content of an S/MIME message for the demo certificate. */
    static byte[] decrypt(Sandbox sandbox, String file) throws GeneralSecurityException, CMSException {
        String message = new String(sandbox.udm().file(file), StandardCharsets.US_ASCII);
        String body = message.substring(message.indexOf("\n\n"));
        CMSEnvelopedData data = new CMSEnvelopedData(Base64.getMimeDecoder().decode(body));
        return data.getRecipientInfos()
                .getRecipients()
                .iterator()
                .next()
                .getContent(new JceKeyTransEnvelopedRecipient(demoKey(sandbox)));
    }

    static PrivateKey demoKey(Sandbox sandbox) throws GeneralSecurityException {
        String pem = sandbox.demoPrivateKey().replaceAll("-----[A-Z ]+-----", "");
        byte[] encoded = Base64.getMimeDecoder().decode(pem);
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    /** Names and texts of the documents in a zip. */
    static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> documents = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                documents.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return documents;
    }
}
