package io.github.multicloudcx.sandbox.internal.export;

import java.util.List;

/**
 * What to export.
 *
 * @param jobId id of the run
 * @param source source of the data
 * @param entity kind of the records, for example Contact
 * @param media media of interactions
 * @param attachments whether attachments come along
 * @param records number of records
 * @param splitBytes size of a part
 */
public record ExportRequest(
        long jobId,
        String source,
        String entity,
        List<String> media,
        boolean attachments,
        int records,
        long splitBytes) {}
