package io.github.multicloudcx.sandbox.internal.recording;

import io.github.multicloudcx.sandbox.RecordingRole;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What may be switched, and the recordings: whether each is protected. */
public final class RecordingSettings {
    public static final String USER = "recording-user";
    public static final String PASSWORD = "recording-password";

    public final Map<String, Boolean> recordings = new ConcurrentHashMap<>();
    public final Set<String> broken = ConcurrentHashMap.newKeySet();
    public final Set<String> permissions = ConcurrentHashMap.newKeySet();
    public volatile RecordingRole role = RecordingRole.ADMINISTRATOR;
    public volatile boolean offered = true;
}
