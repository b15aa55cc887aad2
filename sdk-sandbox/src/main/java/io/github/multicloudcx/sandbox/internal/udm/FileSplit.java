package io.github.multicloudcx.sandbox.internal.udm;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The unit of the split size is not documented: the sandbox reads kilobytes unless a unit is given. */
final class FileSplit {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(B|KB|MB|GB)?");

    private FileSplit() {}

    static OptionalLong bytes(String size) {
        Matcher matcher = SIZE.matcher(size.toUpperCase(Locale.ROOT).strip());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            return OptionalLong.empty();
        }
        String unit = matcher.group(2) == null ? "KB" : matcher.group(2);
        long factor = switch (unit) {
            case "B" -> 1;
            case "MB" -> 1 << 20;
            case "GB" -> 1 << 30;
            default -> 1 << 10;
        };
        return OptionalLong.of(Long.parseLong(matcher.group(1)) * factor);
    }
}
