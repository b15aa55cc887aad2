package io.github.multicloudcx.sandbox;

import io.github.multicloudcx.sandbox.internal.architect.ArchitectSettings;
import java.util.Set;

/** Where the tutorial leaves a form of Architect open, switches between the forms. Thread-safe. */
public final class ArchitectForms {
    private static final Set<Integer> RELOADED = Set.of(200, 202, 204);

    private final ArchitectSettings settings;

    ArchitectForms(ArchitectSettings settings) {
        this.settings = settings;
    }

    /**
     * Whether the token of the next page is called {@code continuation_token}.
     *
     * @param on false unless changed
     */
    public void continuationTokenInSnakeCase(boolean on) {
        settings.tokenInSnakeCase = on;
    }

    /**
     * Whether a list without any flow is answered 404, in place of an empty page.
     *
     * @param on false unless changed
     */
    public void nothingFoundIs404(boolean on) {
        settings.nothingFoundIs404 = on;
    }

    /**
     * Whether lists never show settings, whatever is to be expanded.
     *
     * @param on false unless changed
     */
    public void entitiesWithoutSettings(boolean on) {
        settings.entitiesWithoutSettings = on;
    }

    /**
     * Whether the answer to an update leaves out the settings.
     *
     * @param on false unless changed
     */
    public void patchAnswersWithoutSettings(boolean on) {
        settings.patchAnswersWithoutSettings = on;
    }

    /**
     * Whether an update puts the sent settings over the old ones, object by object, so that removed keys stay, in place
     * of replacing them all.
     *
     * @param on false unless changed
     */
    public void keepsRemovedKeys(boolean on) {
        settings.keepsRemovedKeys = on;
    }

    /**
     * Whether {@code Retry-After} is an HTTP date, in place of seconds.
     *
     * @param on false unless changed
     */
    public void retryAfterAsDate(boolean on) {
        settings.retryAfterAsDate = on;
    }

    /**
     * Whether 429 comes without {@code Retry-After}.
     *
     * @param on false unless changed
     */
    public void retryAfterMissing(boolean on) {
        settings.retryAfterMissing = on;
    }

    /**
     * How a reload is answered.
     *
     * @param status 200, 202 or 204; 202 unless changed
     * @throws IllegalArgumentException if it is another status, for which there are {@link Sandbox#faults()}
     */
    public void reloadStatus(int status) {
        if (!RELOADED.contains(status)) {
            throw new IllegalArgumentException("A reload is answered 200, 202 or 204, not " + status);
        }
        settings.reloadStatus = status;
    }
}
