package io.github.multicloudcx.sandbox.internal.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves a file or one range of it. */
public final class ByteRange {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    private ByteRange() {}

    /**
     * A file.
     *
     * @param content its bytes
     * @param type media type
     * @param entityTag what tells its versions apart, in quotes
     */
    public record Entity(Payload content, String type, String entityTag) {
        private Answer described(int status, Payload bytes) {
            return Answer.of(status, type, bytes).with("ETag", entityTag).with("Accept-Ranges", "bytes");
        }
    }

    /** Takes the answer to a range that is not within the file, in the form of whoever serves it. */
    public static Answer answer(Entity entity, Headers headers, Answer notSatisfiable) {
        Matcher range = RANGE.matcher(headers.firstOr("Range", ""));
        String condition = headers.firstOr("If-Range", entity.entityTag());
        if (!range.matches() || range.group().equals("bytes=-") || !condition.equals(entity.entityTag())) {
            return entity.described(200, entity.content());
        }
        long length = entity.content().length();
        String from = range.group(1);
        String to = range.group(2);
        long first = from.isEmpty() ? Math.max(0, length - number(to)) : number(from);
        long last = from.isEmpty() || to.isEmpty() ? length - 1 : Math.min(number(to), length - 1);
        if (first > last) {
            return notSatisfiable.with("Content-Range", "bytes */" + length);
        }
        return entity.described(206, entity.content().part(first, last - first + 1))
                .with("Content-Range", "bytes " + first + "-" + last + "/" + length);
    }

    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
