package io.github.multicloudcx.benchmarks.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;

/** Writes an export of any size in parts: one zip with one entry of JSON Lines, cut into slices, each in an S/MIME message. */
final class PartsWriter extends OutputStream {
    private static final String HEAD = """
            MIME-Version: 1.0
            Content-Disposition: attachment; filename="smime.p7m"
            Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"
            Content-Transfer-Encoding: base64

            """;

    private final Path directory;
    private final X509Certificate recipient;
    private final long slice;
    private final List<Path> parts = new ArrayList<>();
    private OutputStream part;
    private long room;

    private PartsWriter(Path directory, X509Certificate recipient, long partBytes) {
        this.directory = directory;
        this.recipient = recipient;
        this.slice = partBytes * 64 / 65 * 3 / 4;
    }

    static List<Path> write(Path directory, X509Certificate recipient, long bytes, int parts) throws IOException {
        PartsWriter writer = new PartsWriter(directory, recipient, bytes / parts);
        try (writer;
                ZipOutputStream zip = new ZipOutputStream(writer)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("Contact-1.json"));
            byte[] text = new byte[3 * 1024];
            SplittableRandom random = new SplittableRandom(7);
            for (long number = 0; writer.parts.size() < parts || writer.room > slack(writer); number++) {
                random.nextBytes(text);
                zip.write(record(number, Base64.getEncoder().encodeToString(text)));
            }
            zip.closeEntry();
        }
        return writer.parts;
    }

    /** What the compressor may still hold back, and the end of the zip. */
    private static long slack(PartsWriter writer) {
        return Math.min(writer.slice / 2, 256 * 1024);
    }

    private static byte[] record(long number, String text) {
        return ("{\"ContactId\":" + number + ",\"createddate\":\"2026-01-05 08:31:20.78\",\"text\":\"" + text + "\"}\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (room == 0) {
                nextPart();
            }
            int fits = (int) Math.min(left, room);
            part.write(bytes, from, fits);
            room -= fits;
            from += fits;
            left -= fits;
        }
    }

    private void nextPart() throws IOException {
        closePart();
        Path file = directory.resolve("UCS-Contact-1-part" + (parts.size() + 1) + ".smime");
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
        part = encrypting(Base64.getMimeEncoder(64, new byte[] {'\n'}).wrap(out));
        parts.add(file);
        room = slice;
    }

    private OutputStream encrypting(OutputStream text) throws IOException {
        CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
        try {
            generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(recipient));
            OutputStream content =
                    generator.open(text, new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build());
            return new BufferedOutputStream(content, 1 << 16) {
                @Override
                public void close() throws IOException {
                    super.close();
                    text.close();
                }
            };
        } catch (CMSException | java.security.cert.CertificateEncodingException e) {
            throw new IOException(e);
        }
    }

    private void closePart() throws IOException {
        if (part != null) {
            part.close();
        }
    }

    @Override
    public void close() throws IOException {
        closePart();
        part = null;
    }
}
