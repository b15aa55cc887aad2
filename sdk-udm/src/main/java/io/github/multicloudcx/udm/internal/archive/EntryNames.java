package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.UnsafeEntryException;
import java.util.Locale;

/** Names of entries, which come from elsewhere. */
final class EntryNames {
    private static final int LONGEST = 4096;

    private EntryNames() {}

    /** The name, which must stay inside the directory that it is extracted to, on every system. */
    static String safe(String name) {
        String path = name.replace('\\', '/');
        boolean leads = path.isBlank()
                || path.length() > LONGEST
                || path.startsWith("/")
                || path.matches("^[A-Za-z]:.*")
                || path.chars().anyMatch(c -> c < ' ' || c == 127);
        for (String step : path.split("/", -1)) {
            leads |= step.equals("..") || step.equals(".");
        }
        if (leads) {
            throw new UnsafeEntryException(
                    "The archive holds an entry \"" + printable(name)
                            + "\", whose name leads out of the directory or cannot be a file; it does not come from an export",
                    null);
        }
        return path;
    }

    static boolean json(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** A name that can be shown. */
    static String printable(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return shown.length() <= 120 ? shown : shown.substring(0, 120) + "...";
    }
}
