package io.github.multicloudcx.sandbox.internal.storage;

import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.Parameters;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes and checks presigned links that look like those of S3. */
public final class LinkSigner {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String BUCKET = "/sandbox-exports/";
    private static final String MAC = "HmacSHA256";

    private final SandboxClock clock;
    private final SecretKeySpec key;
    private final URI storage;

    public LinkSigner(SandboxClock clock, byte[] key, URI storage) {
        this.clock = clock;
        this.key = new SecretKeySpec(key, MAC);
        this.storage = storage;
    }

    /** A link to a file that is good for some time from now. */
    public String link(String fileName, Duration lifetime) {
        String path =
                BUCKET + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        String date = STAMP.format(clock.now());
        String seconds = Long.toString(lifetime.toSeconds());
        return storage + path + "?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=SANDBOX%2F" + date.substring(0, 8) + "%2Fus-east-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date=" + date + "&X-Amz-Expires=" + seconds + "&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature=" + signature(path, date, seconds);
    }

    /** Why a link is refused, or nothing when it is good. */
    Optional<String> refusal(Exchange exchange) {
        Parameters query = Parameters.parse(exchange.query());
        String date = query.getOr("X-Amz-Date", "");
        String seconds = query.getOr("X-Amz-Expires", "");
        byte[] expected = signature(exchange.path(), date, seconds).getBytes(StandardCharsets.US_ASCII);
        byte[] sent = query.getOr("X-Amz-Signature", "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, sent)) {
            return Optional.of("The request signature we calculated does not match the signature you provided");
        }
        return expired(date, seconds) ? Optional.of("Request has expired") : Optional.empty();
    }

    /** The file a link leads to. */
    static String fileName(Exchange exchange) {
        String path = exchange.path();
        String name = path.startsWith(BUCKET) ? path.substring(BUCKET.length()) : path;
        return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private boolean expired(String date, String seconds) {
        try {
            Instant made = STAMP.parse(date, Instant::from);
            return !clock.now().isBefore(made.plusSeconds(Long.parseLong(seconds)));
        } catch (DateTimeParseException | NumberFormatException malformed) {
            return true;
        }
    }

    private String signature(String path, String date, String seconds) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            byte[] signed = (path + "\n" + date + "\n" + seconds).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
