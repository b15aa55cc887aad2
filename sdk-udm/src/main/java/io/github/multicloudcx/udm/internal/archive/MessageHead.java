package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.CorruptArchiveException;
import io.github.multicloudcx.udm.archive.TruncatedArchiveException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the message in a file: it stands there as it is (DER), between the lines of PEM, or behind the headers of S/MIME,
 * in base64 or binary.
 */
final class MessageHead {
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_LINES = 1000;

    private final Path file;
    private final BufferedInputStream in;

    private MessageHead(Path file, BufferedInputStream in) {
        this.file = file;
        this.in = in;
    }

    /** The bytes of the message. */
    static InputStream skip(Path file, InputStream content) throws IOException {
        return new MessageHead(file, new BufferedInputStream(content, 64 * 1024)).body();
    }

    private InputStream body() throws IOException {
        if (startsWithMessage()) {
            return in;
        }
        byte[] start = peek(4);
        if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 9 && start[3] < 9) {
            throw new CorruptArchiveException(file + " is not encrypted but a zip: use ExportArchive.open", null);
        }
        String line = line();
        while (line.isBlank()) {
            line = line();
        }
        if (line.startsWith("-----BEGIN ")) {
            return pem(line);
        }
        return mime(line);
    }

    /** A sequence whose length takes more than one byte, or is not told. */
    private boolean startsWithMessage() throws IOException {
        byte[] start = peek(2);
        return start.length == 2 && start[0] == 0x30 && start[1] < 0;
    }

    private byte[] peek(int count) throws IOException {
        in.mark(count);
        byte[] bytes = in.readNBytes(count);
        in.reset();
        return bytes;
    }

    private InputStream pem(String begin) throws IOException {
        String label = begin.substring("-----BEGIN ".length()).replaceAll("-+\\s*$", "");
        if (!label.equals("CMS") && !label.equals("PKCS7") && !label.equals("PKCS #7 SIGNED DATA")) {
            throw new CorruptArchiveException(
                    file + " holds \"" + printable(label) + "\" and no encrypted export", null);
        }
        return new Base64Body(in, true);
    }

    private InputStream mime(String first) throws IOException {
        Map<String, String> headers = headers(first);
        String type =
                headers.getOrDefault("content-type", "application/pkcs7-mime").toLowerCase(Locale.ROOT);
        if (!type.contains("pkcs7-mime") && !type.contains("octet-stream")) {
            throw new CorruptArchiveException(
                    file + " is no encrypted export: its Content-Type is " + printable(type), null);
        }
        if (startsWithMessage()) {
            return in;
        }
        String encoding = headers.getOrDefault("content-transfer-encoding", "base64");
        if (encoding.equalsIgnoreCase("quoted-printable")) {
            throw new CorruptArchiveException(
                    file + " cannot be read: its Content-Transfer-Encoding is quoted-printable and not base64", null);
        }
        return new Base64Body(in, false);
    }

    private Map<String, String> headers(String first) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        String name = "";
        String line = first;
        for (int number = 0; !line.isBlank(); number++) {
            int colon = line.indexOf(':');
            boolean continued = Character.isWhitespace(line.charAt(0));
            if (number == MOST_LINES || (continued ? name.isEmpty() : colon < 1 || !name(line.substring(0, colon)))) {
                throw new CorruptArchiveException(
                        file + " is no encrypted export: it is neither S/MIME nor PEM nor DER", null);
            }
            name = continued ? name : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            headers.merge(
                    name, continued ? line.strip() : line.substring(colon + 1).strip(), (a, b) -> a + " " + b);
            line = line();
        }
        return headers;
    }

    private static boolean name(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** A line without its end, which is LF or CRLF. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new TruncatedArchiveException(
                        file + " ends in its head, before any content; download it again", null);
            }
            if (line.length() == LONGEST_LINE) {
                throw new CorruptArchiveException(
                        file + " is no encrypted export: it is neither S/MIME nor PEM nor DER", null);
            }
            line.append((char) c);
        }
        boolean windows = line.length() > 0 && line.charAt(line.length() - 1) == '\r';
        return windows ? line.substring(0, line.length() - 1) : line.toString();
    }

    private static String printable(String text) {
        String shown = new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII)
                .replaceAll("[^ -~]", "?");
        return shown.length() <= 80 ? shown : shown.substring(0, 80) + "...";
    }
}
