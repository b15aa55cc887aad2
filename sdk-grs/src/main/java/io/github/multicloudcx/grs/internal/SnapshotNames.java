package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.grs.model.Deployment;
import org.jspecify.annotations.Nullable;

/** What a snapshot may be called. */
final class SnapshotNames {
    private static final String FORBIDDEN = "{}[].*|/:<>'&";

    private SnapshotNames() {}

    /** A name for a new snapshot, under which it can be deployed. */
    static String check(@Nullable String value, String parameter) {
        String name = Require.text(value, parameter);
        for (int i = 0; i < name.length(); i++) {
            if (FORBIDDEN.indexOf(name.charAt(i)) >= 0) {
                throw new IllegalArgumentException(
                        parameter + " must not contain " + name.charAt(i) + " (position " + i + "); none of "
                                + String.join(" ", FORBIDDEN.split("")) + " is allowed in the name of a snapshot");
            }
        }
        if (name.equals(Deployment.LATEST)) {
            throw new IllegalArgumentException(
                    parameter + " must not be LATEST, which stands for the package as it is when it is deployed");
        }
        return name;
    }
}
