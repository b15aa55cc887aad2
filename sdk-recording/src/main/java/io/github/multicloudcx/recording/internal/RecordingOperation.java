package io.github.multicloudcx.recording.internal;

/** The two operations behind one path. */
public enum RecordingOperation {
    /** Protects. */
    APPLY("applyNonDelete", "RECORDING_PERMISSION_APPLY_NON_DELETE", true),
    /** Lifts the protection. */
    UNAPPLY("unapplyNonDelete", "RECORDING_PERMISSION_UNAPPLY_NON_DELETE", false);

    private final String operationName;
    private final String permission;
    private final boolean safeToRepeat;

    RecordingOperation(String operationName, String permission, boolean safeToRepeat) {
        this.operationName = operationName;
        this.permission = permission;
        this.safeToRepeat = safeToRepeat;
    }

    /** As it is sent. */
    public String operationName() {
        return operationName;
    }

    String permission() {
        return permission;
    }

    /** Whether the reference allows to send it again when its fate is unknown. */
    public boolean safeToRepeat() {
        return safeToRepeat;
    }
}
