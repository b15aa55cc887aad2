package io.github.multicloudcx.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests to a channel, signed by code that the sandbox does not have. */
final class ChannelWeb {
    private static final String BOUNDARY = "a-boundary";

    private ChannelWeb() {}

    static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
            return "sha1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A body with one part called file; its type is recognised by its beginning. */
    static String multipart(String fileName, String type, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: " + type + "\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
    }

    static HttpResponse<String> send(
            Sandbox sandbox, String method, String path, String ccid, String secret, String body) {
        return sendWith(sandbox, method, path, ccid, sign(secret, body.getBytes(UTF_8)), body);
    }

    /** With any header as signature. */
    static HttpResponse<String> sendWith(
            Sandbox sandbox, String method, String path, String ccid, String signature, String body) {
        Web web = Web.bare(sandbox).with("x-ccid", ccid).with("X-Hub-Signature", signature);
        String type = body.startsWith("--") ? "multipart/form-data; boundary=" + BOUNDARY : "application/json";
        return body.isEmpty()
                ? web.text(method, path, BodyPublishers.noBody())
                : web.with("Content-Type", type).text(method, path, BodyPublishers.ofString(body));
    }
}
