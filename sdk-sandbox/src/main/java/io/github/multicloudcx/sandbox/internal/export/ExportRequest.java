package io.github.multicloudcx.sandbox.internal.export;

import java.util.List;

/**
 * What to export.
 *
 * @param jobId id of the run
 * @param source source of the data
 * @param entities kinds of the records, for example Contact
 * @param media media of interactions
 * @param attachments whether attachments come along
 * @param merged whether interactions share a document, in place of one for each
 * @param records number of records of each kind
 * @param splitBytes size of a part
 */
public record ExportRequest(
        long jobId,
        String source,
        List<String> entities,
        List<String> media,
        boolean attachments,
        boolean merged,
        int records,
        long splitBytes) {

    /** Name of a part of the export; parts count from 0, their names from 1, and a single one has no number. */
    public String partName(int index, int parts) {
        String number = parts == 1 ? "" : "-part" + (index + 1);
        return safe(source) + "-" + safe(String.join("_", entities)) + "-" + jobId + number + ".smime";
    }

    private static String safe(String text) {
        return text.replaceAll("[^A-Za-z0-9_]", "_");
    }
}
