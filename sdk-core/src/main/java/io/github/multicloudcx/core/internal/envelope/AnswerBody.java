package io.github.multicloudcx.core.internal.envelope;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer while it is read: once, as it arrives, and within a bound. What somebody may want to see of it
 * afterwards is kept: all of it for those who ask for the whole answer, else as much as an error shows.
 */
public final class AnswerBody extends InputStream {
    /** What an error needs of a body. */
    public static final int SHOWN = 16 * 1024;

    private static final int CHUNK = 8 * 1024;
    private static final int MOST_AT_ONCE = 1024 * 1024;

    private final BufferedSource source;
    private final long limit;
    private final boolean whole;
    private final ByteArrayOutputStream kept;
    private final byte first;
    private long read;
    private @Nullable IOException failure;

    /**
     * Waits for the beginning.
     *
     * @param source the bytes
     * @param length how many there will be; negative when that is not known
     * @param limit how many there may be
     * @param whole whether all of them are kept
     */
    public AnswerBody(BufferedSource source, long length, long limit, boolean whole) throws IOException {
        this.source = source;
        this.limit = limit;
        this.whole = whole;
        this.first = findFirst();
        long expected = length < 0 ? CHUNK : length;
        this.kept = new ByteArrayOutputStream((int) Math.min(expected, whole ? MOST_AT_ONCE : SHOWN));
    }

    /** A body that is longer than it may be. */
    public static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        private TooLong(long limit) {
            super("the body is larger than " + limit + " bytes; stream the list, ask for less, or raise maxBodyBytes");
        }
    }

    private byte findFirst() throws IOException {
        for (long i = 0; source.request(i + 1); i++) {
            if (i >= limit) {
                throw new TooLong(limit);
            }
            byte b = source.getBuffer().getByte(i);
            if (b < 0 || b > ' ') {
                return b;
            }
        }
        return 0;
    }

    /** The first byte that is not white space, or 0 when there is none. */
    byte first() {
        return first;
    }

    /** Whether all of it can be had as text. */
    public boolean whole() {
        return whole;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        check();
        try {
            int count = source.read(bytes, offset, length);
            if (count > 0) {
                take(bytes, offset, count);
            }
            return count;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private void take(byte[] bytes, int offset, int count) throws TooLong {
        read += count;
        if (read > limit) {
            throw new TooLong(limit);
        }
        kept.write(bytes, offset, whole ? count : Math.min(count, SHOWN - kept.size()));
    }

    /** Throws what kept it from being read, if anything did: whoever reads it may have taken that for bad content. */
    public void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Reads the rest. */
    public void readToTheEnd() throws IOException {
        byte[] rest = new byte[CHUNK];
        while (read(rest, 0, rest.length) >= 0) {
            // kept as it is read
        }
    }

    /** What an error shows of it, read as far as that. */
    public String shown() throws IOException {
        byte[] rest = new byte[CHUNK];
        while (kept.size() < SHOWN && read(rest, 0, rest.length) >= 0) {
            // kept as it is read
        }
        return text();
    }

    /** What was read of it: all, or its beginning when it is not kept as a whole. */
    public String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
