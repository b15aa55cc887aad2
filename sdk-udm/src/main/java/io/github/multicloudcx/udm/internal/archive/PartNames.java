package io.github.multicloudcx.udm.internal.archive;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of the parts of an export. The reference says nothing about them but that they are numbered. */
public final class PartNames {
    /** By the last number in the name, 2 before 10; else by the text. */
    public static final Comparator<String> ORDER = Comparator.comparing(PartNames::withoutNumber)
            .thenComparing(name -> digits(name).length())
            .thenComparing(PartNames::digits)
            .thenComparing(Comparator.naturalOrder());

    /** The 7 of a suffix such as {@code .p7m} counts nothing. */
    private static final Pattern LAST_NUMBER = Pattern.compile("(?<!\\.p)(\\d+)(?=\\D*(?:\\.p7[a-z]?)?$)");

    /** Names that Windows keeps for devices, whatever their suffix. */
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private PartNames() {}

    /** The name with its last number taken out. */
    public static String withoutNumber(String name) {
        return LAST_NUMBER.matcher(name).replaceFirst("");
    }

    /** What stands before its last number; the whole name when there is none. */
    public static String beforeNumber(String name) {
        Matcher number = LAST_NUMBER.matcher(name);
        return number.find() ? name.substring(0, number.start()) : name;
    }

    /** Its last number without leading zeros. */
    static String digits(String name) {
        Matcher number = LAST_NUMBER.matcher(name);
        return number.find() ? number.group().replaceFirst("^0+(?=.)", "") : "";
    }

    /** Its last number, or -1 when there is none that is worth counting from. */
    static long number(String name) {
        String digits = digits(name);
        return digits.isEmpty() || digits.length() > 9 ? -1 : Long.parseLong(digits);
    }

    /** Whether it can be the name of a file in the output directory, and of nothing outside of it, on every system. */
    public static boolean safe(String name) {
        return !name.isBlank()
                && !name.startsWith(".")
                && !name.endsWith(".")
                && !name.endsWith(" ")
                && !DEVICE.matcher(name).matches()
                && name.length() <= 200
                && isPath(name)
                && name.chars().noneMatch(c -> c < ' ' || c == 127 || "/\\:*?\"<>|".indexOf(c) >= 0);
    }

    /** Text need not be one: where the locale is C, as it is for cron, no letter but those of English can be in a name. */
    private static boolean isPath(String name) {
        try {
            return !Path.of(name).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
