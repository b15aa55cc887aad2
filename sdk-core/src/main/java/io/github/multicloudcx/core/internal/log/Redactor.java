package io.github.multicloudcx.core.internal.log;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text: those that it was told, wherever they stand, and those that their place betrays. It runs on
 * errors and TRACE logs only.
 */
public final class Redactor {
    /** What stands in place of a secret. */
    public static final String MASK = "****";

    private static final int MOST_KNOWN = 256;
    private static final int SHORTEST = 4;
    private static final String NAMES = "access_token|refresh_token|id_token|apiToken|token|client_secret|clientSecret"
            + "|secret|appSecret|password|newPassword|oldPassword|authorization|x-api-key|apiKey|assertion"
            + "|subject_token|cookie|signature";
    private static final Pattern JSON =
            Pattern.compile("(\"(?:" + NAMES + ")\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM =
            Pattern.compile("(?<![\\w-])((?:code|" + NAMES + ")=)([^&\\s\"]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("(https?://[^\\s\"'<>?]+\\?)[^\\s\"'<>]+");
    private static final Pattern SCHEME = Pattern.compile("\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=-]{4,}");
    private static final Set<String> SECRET_HEADERS = Set.of(
            "authorization",
            "proxy-authorization",
            "x-api-key",
            "cookie",
            "set-cookie",
            "x-gws-user",
            "x-hub-signature",
            "www-authenticate");

    private final Set<String> configured = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedDeque<String> known = new ConcurrentLinkedDeque<>();

    /** Remembers a secret of the configuration for good. */
    public void keep(String secret) {
        if (secret.length() >= SHORTEST) {
            configured.add(secret);
        }
    }

    /** Remembers a secret; the oldest are forgotten when there are many. */
    public void learn(String secret) {
        if (secret.length() < SHORTEST || configured.contains(secret) || known.contains(secret)) {
            return;
        }
        known.addFirst(secret);
        if (known.size() > MOST_KNOWN) {
            known.pollLast();
        }
    }

    /** The text without secrets. */
    public String text(String text) {
        String clean = text;
        for (String secret : configured) {
            clean = clean.replace(secret, MASK);
        }
        for (String secret : known) {
            clean = clean.replace(secret, MASK);
        }
        clean = JSON.matcher(clean).replaceAll("$1" + MASK);
        clean = FORM.matcher(clean).replaceAll("$1" + MASK);
        clean = LINK.matcher(clean).replaceAll("$1" + MASK);
        return SCHEME.matcher(clean).replaceAll("$1 " + MASK);
    }

    /** The value of a header without secrets. */
    public String header(String name, String value) {
        return SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT)) ? MASK : text(value);
    }
}
