package io.github.multicloudcx.core.internal.download;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header Content-Range (RFC 9110, section 14.4).
 *
 * @param start index of the first byte, or -1 in a refusal
 * @param total length of the whole, or null when it is not said
 */
record ContentRange(long start, @Nullable Long total) {
    private static final Pattern FORM = Pattern.compile("bytes (?:(\\d{1,18})-\\d{1,18}|\\*)/(\\d{1,18}|\\*)");

    /** Null when the header is absent or malformed. */
    static @Nullable ContentRange parse(@Nullable String header) {
        Matcher form = FORM.matcher(header == null ? "" : header.trim());
        if (!form.matches()) {
            return null;
        }
        long start = form.group(1) == null ? -1 : Long.parseLong(form.group(1));
        return new ContentRange(start, form.group(2).equals("*") ? null : Long.valueOf(form.group(2)));
    }
}
