package io.github.multicloudcx.benchmarks.compare;

import java.nio.charset.StandardCharsets;
import java.util.Collections;

/** What is asked for and answered, the same for all. */
public final class Canned {
    /** Path of the operation of W1. */
    public static final String STATISTICS = "/statistics/v3/operations/get-statistic-ex";

    /** Path of the list of W2 and W3. */
    public static final String JOBS = "/udm/v10/export/jobs";

    /** How many jobs a page of W2 has. */
    public static final int PAGE = 1_000;

    /** How many jobs the stream of W3 has. */
    public static final int STREAM = 1_000_000;

    /** API key and token that every request carries. */
    public static final String API_KEY = "benchmark-key-0123456789";

    /** The token. */
    public static final String TOKEN = "benchmark-token-0123456789abcdef0123456789abcdef";

    private static final String STATISTIC = "{\"name\":\"%s\",\"objectId\":\"agent2\",\"objectType\":\"Agent\","
            + "\"timestamp\":1764489600000,\"value\":%s}";
    private static final String JOB =
            "{\"id\":1234567,\"type\":\"UCS\",\"source\":\"UCS\",\"title\":\"Contacts of last week\",\"fileName\":\"contacts-1234567.zip.p7m\","
                    + "\"fileSize\":104857600,\"status\":\"COMPLETED\",\"createdDate\":\"2026-11-22T00:00:00.000+0000\","
                    + "\"dateFrom\":\"2026-11-15T00:00:00.000+0000\",\"dateTo\":\"2026-11-22T00:00:00.000+0000\","
                    + "\"description\":\"weekly\",\"media\":[\"chat\",\"email\"],\"progress\":100,\"exportAttachments\":true}";

    private Canned() {}

    /** Answer of W1: two statistics in the envelope of Engage. */
    static byte[] statistics() {
        return bytes("{\"status\":{\"code\":0},\"data\":{\"statistics\":["
                + String.format(STATISTIC, "CurrentAgentState", "\"Ready\"") + ","
                + String.format(STATISTIC, "TimeInCurrentState", "42") + "]},\"path\":\"/statistics/v3\"}");
    }

    /** Answer of W2. */
    static byte[] page() {
        return bytes("{\"count\":" + PAGE + ",\"from\":0,\"size\":" + PAGE + ",\"items\":["
                + String.join(",", Collections.nCopies(PAGE, JOB)) + "]}");
    }

    /** One job of W3. */
    static byte[] job() {
        return bytes(JOB);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
