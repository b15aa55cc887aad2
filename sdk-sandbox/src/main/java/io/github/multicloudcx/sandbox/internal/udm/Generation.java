package io.github.multicloudcx.sandbox.internal.udm;

import io.github.multicloudcx.sandbox.JobShape;
import io.github.multicloudcx.sandbox.SuspendShape;
import java.util.Locale;

/** The export API came in generations under two base paths: what each calls its operations, and where answers differ. */
enum Generation {
    V10("", "V10"),
    V4("", "V4"),
    V3("", "V3"),
    DATA_DOWNLOAD_V4("cdds", "V4"),
    DATA_DOWNLOAD_V3("cdds", "V3");

    private final String prefix;
    private final String suffix;

    Generation(String prefix, String suffix) {
        this.prefix = prefix;
        this.suffix = suffix;
    }

    /** The operationId of a call, for example {@code cddsGetExportJobV4} for {@code getExportJob}. */
    String operationId(String call) {
        String name =
                prefix.isEmpty() ? call : prefix + call.substring(0, 1).toUpperCase(Locale.ROOT) + call.substring(1);
        return name + suffix;
    }

    String service() {
        return isDataDownload() ? "Cloud Data Download" : "User Data Management";
    }

    /** Whether jobs say if attachments are exported; where they cannot, attachments are. */
    boolean asksForAttachments() {
        return this == V10;
    }

    boolean mergesInteractions() {
        return isDataDownload();
    }

    private boolean isDataDownload() {
        return this == DATA_DOWNLOAD_V4 || this == DATA_DOWNLOAD_V3;
    }

    /** Whether suspend and resume answer a bare status, and not the job. */
    boolean suspendsWithStatus(SuspendShape shape) {
        return hasTwoForms() && (shape == SuspendShape.STATUS || (shape == SuspendShape.AUTOMATIC && this == V4));
    }

    /** Whether a single job is answered as it was asked for, and not as a record. */
    boolean answersDefinition(JobShape shape) {
        return hasTwoForms() && (shape == JobShape.DEFINITION || (shape == JobShape.AUTOMATIC && this == V4));
    }

    private boolean hasTwoForms() {
        return this == V4 || this == DATA_DOWNLOAD_V4;
    }

    /** Whether the reference prints nothing but an empty object where files are missing. */
    boolean mayLeaveMissingFilesUnnamed() {
        return this == V10;
    }
}
