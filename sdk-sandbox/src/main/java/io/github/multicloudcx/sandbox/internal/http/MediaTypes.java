package io.github.multicloudcx.sandbox.internal.http;

import java.util.Locale;

/** Names of the media types in use. */
public final class MediaTypes {
    public static final String JSON = "application/json";
    public static final String HTML = "text/html;charset=utf-8";
    public static final String XML = "application/xml";
    public static final String FORM = "application/x-www-form-urlencoded";
    public static final String MULTIPART = "multipart/form-data";
    public static final String BINARY = "application/octet-stream";

    private MediaTypes() {}

    /** The type without its parameters, in lower case. */
    public static String bare(String value) {
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
