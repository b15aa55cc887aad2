package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.ArchiveException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decrypted bytes of all parts, a zip at a time: a zip that ends where a part ends is whole, and the next part begins
 * another one. A zip that does not goes on in the next part.
 */
final class ZipSource extends InputStream {
    private final Opener opener;
    private final Iterator<Path> parts;
    private final ZipTail tail = new ZipTail();
    private @Nullable Path part;
    private @Nullable InputStream content;
    private @Nullable Long entries;
    private boolean atEnd;
    private volatile boolean closed;

    /** Opens a part, and is told when it has been read to its end. */
    interface Opener {
        InputStream open(Path part) throws IOException;

        void ended(Path part);

        /** Tells how far it has come; called where nothing is parsed that would take what the listener throws for damage. */
        void report();
    }

    ZipSource(List<Path> parts, Opener opener) {
        this.parts = parts.iterator();
        this.opener = opener;
    }

    /** Begins with the next zip; false when there is none. */
    boolean nextZip() {
        tail.clear();
        entries = null;
        atEnd = false;
        return parts.hasNext();
    }

    /** Tells how far it has come. */
    void report() {
        opener.report();
    }

    /** Where it is reading. */
    Path place() {
        return part == null ? Path.of("") : part;
    }

    /** Bytes of this zip so far. */
    long count() {
        return tail.count();
    }

    /** The number of entries that the end of this zip tells; null when it has no end. */
    @Nullable
    Long entries() {
        return entries;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        refuseWhenClosed();
        while (!atEnd && length > 0) {
            InputStream current = content == null ? openNext() : content;
            if (current == null) {
                return -1;
            }
            int count = readPart(current, bytes, offset, length);
            if (count >= 0) {
                tail.add(bytes, offset, count);
                return count;
            }
            endPart(current);
        }
        return length == 0 ? 0 : -1;
    }

    private int readPart(InputStream current, byte[] bytes, int offset, int length) {
        try {
            return current.read(bytes, offset, length);
        } catch (IOException e) {
            refuseWhenClosed();
            throw ReadFailures.inFile(place(), e);
        } catch (ArchiveException e) {
            throw e;
        } catch (IllegalStateException | IllegalArgumentException e) { // of the parser, at the end of the content
            throw ReadFailures.inMessage(place(), e);
        }
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new ArchiveException(place() + " was closed while it was read", null);
        }
    }

    private @Nullable InputStream openNext() {
        if (!parts.hasNext()) {
            atEnd = true;
            return null;
        }
        Path next = parts.next();
        part = next;
        try {
            content = opener.open(next);
        } catch (IOException e) {
            throw ReadFailures.inFile(next, e);
        }
        return content;
    }

    private void endPart(InputStream current) throws IOException {
        content = null;
        current.close();
        opener.ended(place());
        entries = tail.entriesOfWholeZip();
        atEnd = entries != null;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        InputStream open = content;
        content = null;
        if (open != null) {
            open.close();
        }
    }
}
