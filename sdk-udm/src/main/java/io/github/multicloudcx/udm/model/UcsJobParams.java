package io.github.multicloudcx.udm.model;

import io.github.multicloudcx.core.internal.check.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is exported of the Universal Contact Server.
 *
 * <p>User Data Management API v10, model "UcsJobParams".
 *
 * @param fileSplitSize size of one part; larger exports become several files, all of which are needed to read one. The
 *     unit is not documented
 * @param type entity, for example {@code Contact}; {@code data().subTypes()} lists them
 * @param media media, for example {@code chat}; may be empty
 * @param exportAttachments whether attachments are exported too
 */
public record UcsJobParams(
        @Nullable String fileSplitSize,
        String type,
        List<String> media,
        @Nullable Boolean exportAttachments) {
    /**
     * Checks what is required and copies the media.
     *
     * @param fileSplitSize size of one part; larger exports become several files, all of which are needed to read one. The
     *     unit is not documented
     * @param type entity, for example {@code Contact}; {@code data().subTypes()} lists them
     * @param media media, for example {@code chat}; may be empty
     * @param exportAttachments whether attachments are exported too
     */
    public UcsJobParams {
        Require.text(type, "jobParams.type");
        Require.present(media, "jobParams.media").forEach(medium -> Require.text(medium, "each of jobParams.media"));
        media = List.copyOf(media);
    }

    /**
     * An export in one file, without attachments.
     *
     * @param type entity, for example {@code Contact}
     * @param media media, none blank; may be empty
     * @return the parameters
     */
    public static UcsJobParams of(String type, List<String> media) {
        return new UcsJobParams(null, type, media, null);
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
     * Exports attachments too, or not.
     *
     * @param attachments whether
     * @return a copy
     */
    public UcsJobParams exportAttachments(boolean attachments) {
        return new UcsJobParams(fileSplitSize, type, media, attachments);
    }
}
