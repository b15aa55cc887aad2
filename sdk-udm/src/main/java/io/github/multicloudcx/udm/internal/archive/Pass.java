package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.ArchiveLimitException;
import io.github.multicloudcx.udm.archive.ArchiveLimits;
import io.github.multicloudcx.udm.archive.CorruptArchiveException;
import io.github.multicloudcx.udm.archive.TruncatedArchiveException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** One pass over the entries of an archive, in their order. */
public final class Pass implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final ZipSource source;
    private final ArchiveLimits limits;
    private final Consumer<Pass> closing;
    private final Volume volume;
    private @Nullable BufferedInputStream buffered;
    private @Nullable ZipInputStream zip;
    private @Nullable EntryContent content;
    private long entries;
    private long entriesOfZip;
    private long compressed;

    Pass(ZipSource source, ArchiveLimits limits, Consumer<Pass> closing) {
        this.source = source;
        this.limits = limits;
        this.closing = closing;
        this.volume = new Volume(limits, () -> compressed + source.count());
    }

    /** The next entry, or null when there is none; what is left of the one before is read over. */
    public @Nullable EntryContent next() {
        EntryContent before = content;
        if (before != null) {
            before.skipRest();
        }
        try {
            content = advance();
        } catch (IOException e) {
            throw ReadFailures.inArchive(place(), e);
        } catch (IllegalArgumentException e) {
            throw new CorruptArchiveException(place() + " is damaged (the name of an entry is no UTF-8)", e);
        }
        source.report();
        return content;
    }

    private @Nullable EntryContent advance() throws IOException {
        while (zip != null || source.nextZip()) {
            ZipInputStream open = zip == null ? begin() : zip;
            ZipEntry entry = open.getNextEntry();
            if (entry != null) {
                entriesOfZip++;
                count();
                return new EntryContent(
                        EntryNames.safe(entry.getName()), entry.isDirectory(), open, volume, source::report, place());
            }
            end();
        }
        return null;
    }

    private ZipInputStream begin() throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(source, BUFFER);
        bytes.mark(4);
        byte[] start = bytes.readNBytes(4);
        bytes.reset();
        boolean isZip = start.length == 4 && start[0] == 'P' && start[1] == 'K' && (start[2] == 3 || start[2] == 5);
        if (!isZip && start.length == 4) {
            throw new CorruptArchiveException(
                    place() + " holds no zip: the key is wrong, or it is no export, or no part with which one begins",
                    null);
        }
        buffered = bytes;
        entriesOfZip = 0;
        ZipInputStream opened = new ZipInputStream(bytes);
        zip = opened;
        return opened;
    }

    private void count() {
        entries++;
        if (entries > limits.entries()) {
            throw new ArchiveLimitException(
                    "The archive holds more than " + limits.entries()
                            + " entries; if that is right, raise it with ArchiveLimits.entries",
                    null);
        }
    }

    /** The stream of the JDK takes whatever is no entry for the end; only what stands at the very end tells. */
    private void end() throws IOException {
        InputStream rest = buffered == null ? source : buffered;
        byte[] skipped = new byte[BUFFER];
        while (rest.read(skipped) >= 0) {
            // the source keeps what it needs
        }
        Long told = source.entries();
        if (told == null) {
            throw new TruncatedArchiveException(
                    place() + " is not the end of the export, or was cut off; the last parts are missing, or a download"
                            + " is incomplete",
                    null);
        }
        if (told != entriesOfZip && told != (entriesOfZip & 0xffff)) {
            throw new CorruptArchiveException(
                    place() + " is damaged (its directory tells of " + told + " entries, it holds " + entriesOfZip
                            + ")",
                    null);
        }
        compressed += source.count();
        zip = null;
    }

    private String place() {
        return source.place().toString();
    }

    /** Number of entries so far. */
    public long entries() {
        return entries;
    }

    /** Uncompressed bytes so far. */
    public long bytes() {
        return volume.total();
    }

    @Override
    public void close() {
        closing.accept(this);
        try {
            source.close();
        } catch (IOException e) {
            throw ReadFailures.inArchive(place(), e);
        }
    }
}
