package io.github.multicloudcx.udm.model;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.internal.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is exported of the Universal Contact Server. {@link #of(String, List)} makes one that is complete; those in answers
 * may lack anything, and a {@link Job} takes none without an entity.
 *
 * <p>User Data Management API v10, model "UcsJobParams".
 *
 * @param fileSplitSize size of one part; larger exports become several files, all of which are needed to read one. The
 *     unit is not documented
 * @param type entity, for example {@code Contact}; {@code data().subTypes()} lists them; null only where a server did not
 *     say
 * @param media media, for example {@code chat}; may be empty
 * @param exportAttachments whether attachments are exported too; only v10 can
 */
public record UcsJobParams(
        @Nullable String fileSplitSize,
        @Nullable String type,
        List<String> media,
        @Nullable Boolean exportAttachments) {
    /**
     * Copies the media.
     *
     * @param fileSplitSize size of one part; larger exports become several files, all of which are needed to read one. The
     *     unit is not documented
     * @param type entity, for example {@code Contact}; {@code data().subTypes()} lists them; null only where a server did
     *     not say
     * @param media media, for example {@code chat}; may be empty
     * @param exportAttachments whether attachments are exported too; only v10 can
     */
    public UcsJobParams {
        media = Copies.of(media);
    }

    /**
     * An export in one file, without attachments.
     *
     * @param type entity, for example {@code Contact}; not blank
     * @param media media, none blank; may be empty
     * @return the parameters
     */
    public static UcsJobParams of(String type, List<String> media) {
        Require.present(media, "jobParams.media").forEach(UcsJobParams::checkMedium);
        UcsJobParams params = new UcsJobParams(null, type, media, null);
        params.requireComplete();
        return params;
    }

    /** Checks what a request needs and an answer may lack. */
    void requireComplete() {
        Require.text(type, "jobParams.type");
        media.forEach(UcsJobParams::checkMedium);
    }

    private static void checkMedium(String medium) {
        Require.text(medium, "each of jobParams.media");
    }

    /**
     * Splits the export into files.
     *
     * @param size size of one file in the words of the server; the unit is not documented
     * @return a copy
     */
    public UcsJobParams fileSplitSize(String size) {
        return new UcsJobParams(Require.text(size, "fileSplitSize"), type, media, exportAttachments);
    }

    /**
     * Exports attachments too, or not. The generations before v10 cannot; they refuse a job that asks for it.
     *
     * @param attachments whether
     * @return a copy
     */
    public UcsJobParams exportAttachments(boolean attachments) {
        return new UcsJobParams(fileSplitSize, type, media, attachments);
    }
}
