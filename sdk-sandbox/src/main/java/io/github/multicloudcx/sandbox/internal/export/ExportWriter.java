package io.github.multicloudcx.sandbox.internal.export;

import io.github.multicloudcx.sandbox.SplitStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the files of an export: records, zip, split, encryption. */
public final class ExportWriter {
    private final Envelope envelope;
    private final SplitStyle style;

    public ExportWriter(Envelope envelope, SplitStyle style) {
        this.envelope = envelope;
        this.style = style;
    }

    public List<Part> write(ExportRequest request) {
        Map<String, byte[]> documents = Documents.of(request);
        List<byte[]> contents = style == SplitStyle.ZIP_PER_PART
                ? zips(documents, request.splitBytes())
                : slices(ZipArchive.of(documents), request.splitBytes());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            String name = request.partName(i, contents.size());
            parts.add(new Part(name, envelope.seal(name, contents.get(i))));
        }
        return parts;
    }

    private static List<byte[]> slices(byte[] content, long size) {
        List<byte[]> slices = new ArrayList<>();
        for (int from = 0; from < content.length; from += (int) Math.min(size, content.length)) {
            slices.add(Arrays.copyOfRange(content, from, (int)
                    Math.min(content.length - size < from ? content.length : from + size, content.length)));
        }
        return slices;
    }

    /** Fills a zip with whole documents until their plain size reaches the limit. */
    private static List<byte[]> zips(Map<String, byte[]> documents, long size) {
        List<byte[]> zips = new ArrayList<>();
        Map<String, byte[]> next = new LinkedHashMap<>();
        long plain = 0;
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            next.put(document.getKey(), document.getValue());
            plain += document.getValue().length;
            if (plain >= size) {
                zips.add(ZipArchive.of(next));
                next.clear();
                plain = 0;
            }
        }
        if (!next.isEmpty() || zips.isEmpty()) {
            zips.add(ZipArchive.of(next));
        }
        return zips;
    }
}
