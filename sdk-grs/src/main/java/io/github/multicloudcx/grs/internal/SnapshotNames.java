package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/** What a snapshot may be called. */
public final class SnapshotNames {
    /** What stands for the package as it is. */
    public static final String LATEST = "LATEST";

    private static final String FORBIDDEN = "{}[].*|/:<>'&";

    private SnapshotNames() {}

    /** A name by which a snapshot may be known. */
    public static String known(@Nullable String value, String parameter) {
        String name = Require.text(value, parameter);
        for (int i = 0; i < name.length(); i++) {
            if (FORBIDDEN.indexOf(name.charAt(i)) >= 0) {
                throw new IllegalArgumentException(
                        parameter + " must not contain " + name.charAt(i) + " (position " + i + "); none of "
                                + String.join(" ", FORBIDDEN.split("")) + " is allowed in the name of a snapshot");
            }
        }
        return name;
    }

    /** A name for a new snapshot, under which it can be deployed. */
    public static String fresh(@Nullable String value, String parameter) {
        String name = known(value, parameter);
        if (name.equals(LATEST)) {
            throw new IllegalArgumentException(
                    parameter + " must not be LATEST, which stands for the package as it is when it is deployed");
        }
        return name;
    }
}
