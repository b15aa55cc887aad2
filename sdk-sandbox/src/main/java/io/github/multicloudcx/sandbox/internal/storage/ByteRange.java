package io.github.multicloudcx.sandbox.internal.storage;

import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Headers;
import io.github.multicloudcx.sandbox.internal.http.MediaTypes;
import io.github.multicloudcx.sandbox.internal.http.Payload;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves a file or one range of it. */
final class ByteRange {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    private ByteRange() {}

    static Answer answer(StoredFile file, Headers headers) {
        Matcher range = RANGE.matcher(headers.firstOr("Range", ""));
        String condition = headers.firstOr("If-Range", file.entityTag());
        if (!range.matches() || range.group().equals("bytes=-") || !condition.equals(file.entityTag())) {
            return described(Answer.of(200, MediaTypes.BINARY, file.content()), file);
        }
        return part(file, range.group(1), range.group(2));
    }

    private static Answer part(StoredFile file, String from, String to) {
        long length = file.content().length();
        long first = from.isEmpty() ? Math.max(0, length - number(to)) : number(from);
        long last = from.isEmpty() || to.isEmpty() ? length - 1 : Math.min(number(to), length - 1);
        if (first > last) {
            return StorageOrigin.error(416, "InvalidRange", "The requested range is not satisfiable")
                    .with("Content-Range", "bytes */" + length);
        }
        Payload slice = file.content().part(first, last - first + 1);
        return described(Answer.of(206, MediaTypes.BINARY, slice), file)
                .with("Content-Range", "bytes " + first + "-" + last + "/" + length);
    }

    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static Answer described(Answer answer, StoredFile file) {
        return answer.with("ETag", file.entityTag()).with("Accept-Ranges", "bytes");
    }
}
