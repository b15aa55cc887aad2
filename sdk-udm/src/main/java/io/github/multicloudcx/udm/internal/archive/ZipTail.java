package io.github.multicloudcx.udm.internal.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The last bytes of a zip, in which its end is written down: how many entries there are, and where their directory begins.
 * (APPNOTE.TXT of PKWARE, 4.3.14 to 4.3.16.)
 */
final class ZipTail {
    private static final int END = 22;
    private static final int LOCATOR = 20;
    private static final int END_64 = 56;
    private static final int CAPACITY = 65_535 + END + LOCATOR + END_64;
    private static final int END_MARK = 0x06054b50;
    private static final int LOCATOR_MARK = 0x07064b50;
    private static final int END_64_MARK = 0x06064b50;

    private final byte[] ring = new byte[CAPACITY];
    private long count;

    void add(byte[] bytes, int offset, int length) {
        int skipped = Math.max(0, length - CAPACITY);
        int from = offset + skipped;
        int left = length - skipped;
        int position = (int) ((count + skipped) % CAPACITY);
        int first = Math.min(left, CAPACITY - position);
        System.arraycopy(bytes, from, ring, position, first);
        System.arraycopy(bytes, from + first, ring, 0, left - first);
        count += length;
    }

    long count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    /** The number of entries, when a zip that began with the first byte ends with the last one; else null. */
    @Nullable
    Long entriesOfWholeZip() {
        int kept = (int) Math.min(count, CAPACITY);
        ByteBuffer tail = ByteBuffer.wrap(straight(kept)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = kept - END; at >= 0; at--) {
            if (tail.getInt(at) == END_MARK && at + END + unsignedShort(tail, at + 20) == kept) {
                Long entries = entries(tail, at, count - kept);
                if (entries != null) {
                    return entries;
                }
            }
        }
        return null;
    }

    private byte[] straight(int kept) {
        byte[] bytes = new byte[kept];
        int start = (int) ((count - kept) % CAPACITY);
        int first = Math.min(kept, CAPACITY - start);
        System.arraycopy(ring, start, bytes, 0, first);
        System.arraycopy(ring, 0, bytes, first, kept - first);
        return bytes;
    }

    private static @Nullable Long entries(ByteBuffer tail, int at, long before) {
        int end64 = at - LOCATOR - END_64;
        if (end64 >= 0 && tail.getInt(at - LOCATOR) == LOCATOR_MARK && tail.getInt(end64) == END_64_MARK) {
            boolean fits = tail.getLong(end64 + 48) + tail.getLong(end64 + 40) == before + end64;
            return fits ? Long.valueOf(tail.getLong(end64 + 32)) : null;
        }
        long directory = unsignedInt(tail, at + 16) + unsignedInt(tail, at + 12);
        return directory == before + at ? Long.valueOf(unsignedShort(tail, at + 10)) : null;
    }

    private static int unsignedShort(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static long unsignedInt(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }
}
