package io.github.multicloudcx.sandbox;

import io.github.multicloudcx.sandbox.internal.recording.RecordingSettings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Interaction Recording behind the scenes: one user, an administrator, and no recordings yet. Thread-safe. */
public final class RecordingControl {
    private final RecordingSettings settings;

    RecordingControl(RecordingSettings settings) {
        this.settings = settings;
    }

    /**
     * Name of the user.
     *
     * @return user name
     */
    public String username() {
        return RecordingSettings.USER;
    }

    /**
     * Password of the user.
     *
     * @return password
     */
    public String password() {
        return RecordingSettings.PASSWORD;
    }

    /**
     * Adds recordings that are not protected.
     *
     * @param ids their ids
     */
    public void add(Collection<String> ids) {
        ids.forEach(id -> settings.recordings.putIfAbsent(id, false));
    }

    /**
     * Makes operations on recordings fail with 500 and statusCode 4.
     *
     * @param ids their ids
     */
    public void breakRecordings(Collection<String> ids) {
        settings.broken.addAll(ids);
    }

    /**
     * Mends recordings again.
     *
     * @param ids their ids
     */
    public void mendRecordings(Collection<String> ids) {
        settings.broken.removeAll(Set.copyOf(ids));
    }

    /**
     * The protected recordings.
     *
     * @return their ids in alphabetical order
     */
    public List<String> protectedIds() {
        return settings.recordings.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * Sets the role of the user.
     *
     * @param role {@link RecordingRole#ADMINISTRATOR} unless changed
     */
    public void role(RecordingRole role) {
        settings.role = role;
    }

    /**
     * Sets the recording permissions of the user, which only an administrator does without.
     *
     * @param permissions names such as {@code RECORDING_PERMISSION_APPLY_NON_DELETE}; none unless changed
     */
    public void permissions(Set<String> permissions) {
        settings.permissions.retainAll(permissions);
        settings.permissions.addAll(permissions);
    }

    /**
     * Whether the deployment has the operation at all; without Elasticsearch schema v2 it has not.
     *
     * @param on true unless changed
     */
    public void offered(boolean on) {
        settings.offered = on;
    }
}
