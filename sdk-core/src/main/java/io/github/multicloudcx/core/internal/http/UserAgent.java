package io.github.multicloudcx.core.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Who we are. */
public final class UserAgent {
    private UserAgent() {}

    /** For example {@code multicloud-cx-sdk-java/1.2.0 (Java 17.0.15)}. */
    public static String value() {
        return "multicloud-cx-sdk-java/" + version() + " (Java " + System.getProperty("java.version") + ")";
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = UserAgent.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return "unknown";
        }
        return properties.getProperty("version", "unknown");
    }
}
