package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.ExportEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipInputStream;

/** An entry and its content, which is checked against the limits and its checksum while it is read. */
public final class EntryContent extends InputStream implements ExportEntry {
    private static final int BUFFER = 64 * 1024;

    private final String name;
    private final boolean directory;
    private final ZipInputStream zip;
    private final Volume volume;
    private final Runnable progress;
    private final String place;
    private long size;
    private boolean ended;

    EntryContent(String name, boolean directory, ZipInputStream zip, Volume volume, Runnable progress, String place) {
        this.name = name;
        this.directory = directory;
        this.zip = zip;
        this.volume = volume;
        this.progress = progress;
        this.place = place;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean json() {
        return !directory && EntryNames.json(name);
    }

    /** Whether it is a directory and has no content. */
    public boolean directory() {
        return directory;
    }

    @Override
    public InputStream content() {
        return this;
    }

    @Override
    public int read() {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (ended) {
            return -1;
        }
        int count = unzip(bytes, offset, length);
        ended = count < 0;
        if (count > 0) {
            size += count;
            volume.add(count, size, name);
        }
        progress.run();
        return count;
    }

    private int unzip(byte[] bytes, int offset, int length) {
        try {
            return zip.read(bytes, offset, length);
        } catch (IOException e) {
            throw ReadFailures.inArchive("Entry " + EntryNames.printable(name) + " of " + place, e);
        }
    }

    void skipRest() {
        byte[] skipped = new byte[BUFFER];
        while (read(skipped, 0, BUFFER) >= 0) {
            // counted while it is read
        }
    }

    /** Does nothing, so that whoever gets it to read cannot end the pass. */
    @Override
    public void close() {}
}
