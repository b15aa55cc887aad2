package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExportEncryptionTest {
    private static final String FILE = "UCS-Contact-1.smime";

    private final Sandbox sandbox = Jobs.ready(Sandbox.builder().recordsPerExport(5));

    @AfterEach
    void close() {
        sandbox.close();
    }

    private byte[] export(ContentEncryption encryption, MessageForm form) {
        sandbox.udm().contentEncryption(encryption);
        sandbox.udm().messageForm(form);
        Jobs.finish(sandbox, Jobs.contacts("a"));
        return sandbox.udm().file(FILE);
    }

    /** The binary message in whatever form. */
    private static byte[] message(byte[] file, MessageForm form) {
        String text = new String(file, StandardCharsets.US_ASCII);
        return switch (form) {
            case DER -> file;
            case SMIME -> Base64.getMimeDecoder().decode(text.substring(text.indexOf("\n\n")));
            case PEM -> Base64.getMimeDecoder().decode(text.replaceAll("-----(BEGIN|END) CMS-----", ""));
        };
    }

    private byte[] decrypt(byte[] message, ContentEncryption encryption) throws Exception {
        BouncyCastleProvider provider = new BouncyCastleProvider();
        if (encryption == ContentEncryption.AES256_GCM) {
            return new CMSAuthEnvelopedData(message)
                    .getRecipientInfos()
                    .getRecipients()
                    .iterator()
                    .next()
                    .getContent(new JceKeyTransAuthEnvelopedRecipient(Archives.demoKey(sandbox)).setProvider(provider));
        }
        CMSEnvelopedData data = new CMSEnvelopedData(message);
        assertThat(data.getContentEncryptionAlgorithm().getAlgorithm()).isEqualTo(identifier(encryption));
        return data.getRecipientInfos()
                .getRecipients()
                .iterator()
                .next()
                .getContent(new JceKeyTransEnvelopedRecipient(Archives.demoKey(sandbox)).setProvider(provider));
    }

    private static ASN1ObjectIdentifier identifier(ContentEncryption encryption) {
        return switch (encryption) {
            case AES256_CBC -> CMSAlgorithm.AES256_CBC;
            case AES128_CBC -> CMSAlgorithm.AES128_CBC;
            case DES_EDE3_CBC -> CMSAlgorithm.DES_EDE3_CBC;
            case AES256_GCM -> CMSAlgorithm.AES256_GCM;
        };
    }

    static Stream<Arguments> variants() {
        return Stream.of(ContentEncryption.values())
                .flatMap(encryption -> Stream.of(MessageForm.values()).map(form -> Arguments.of(encryption, form)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void hides_the_same_zip_in_every_variant(ContentEncryption encryption, MessageForm form) throws Exception {
        byte[] message = message(export(encryption, form), form);

        assertThat(Archives.unzip(decrypt(message, encryption))).containsOnlyKeys("Contact-1.json");
    }

    @Test
    void is_aes_256_in_an_smime_message_unless_told_otherwise() throws Exception {
        Jobs.finish(sandbox, Jobs.contacts("a"));

        byte[] file = sandbox.udm().file(FILE);

        assertThat(decrypt(message(file, MessageForm.SMIME), ContentEncryption.AES256_CBC))
                .isNotEmpty();
    }

    @Test
    void names_its_kind_in_the_headers() {
        assertThat(new String(export(ContentEncryption.AES256_GCM, MessageForm.SMIME), StandardCharsets.US_ASCII))
                .startsWith("MIME-Version: 1.0\n")
                .contains("Content-Type: application/pkcs7-mime; smime-type=authEnveloped-data; name=\"smime.p7m\"\n");
    }

    @Test
    void as_pem_stands_between_the_lines_for_cms() {
        assertThat(new String(export(ContentEncryption.AES256_CBC, MessageForm.PEM), StandardCharsets.US_ASCII))
                .startsWith("-----BEGIN CMS-----\n")
                .endsWith("\n-----END CMS-----\n");
    }

    @ParameterizedTest
    @EnumSource(ContentEncryption.class)
    void as_der_has_lengths_where_the_other_forms_have_end_marks(ContentEncryption encryption) throws Exception {
        byte[] der = export(encryption, MessageForm.DER);
        sandbox.udm().messageForm(MessageForm.SMIME);
        Jobs.finish(sandbox, Jobs.contacts("b"));
        byte[] ber = message(sandbox.udm().file("UCS-Contact-2.smime"), MessageForm.SMIME);

        assertThat(ASN1Primitive.fromByteArray(der).getEncoded(ASN1Encoding.DER))
                .isEqualTo(der);
        assertThat(der[1]).isNotEqualTo((byte) 0x80);
        assertThat(ber[1]).isEqualTo((byte) 0x80);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void opens_with_openssl(ContentEncryption encryption, MessageForm form, @TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")));
        Files.write(folder.resolve("file"), export(encryption, form));
        Files.writeString(folder.resolve("key.pem"), sandbox.demoPrivateKey());

        Process openssl = new ProcessBuilder(
                        "/usr/bin/openssl",
                        "cms",
                        "-decrypt",
                        "-inform",
                        form.name(),
                        "-inkey",
                        "key.pem",
                        "-in",
                        "file",
                        "-out",
                        "zip")
                .directory(folder.toFile())
                .inheritIO()
                .start();

        assertThat(openssl.waitFor()).isZero();
        assertThat(Archives.unzip(Files.readAllBytes(folder.resolve("zip")))).containsOnlyKeys("Contact-1.json");
    }
}
