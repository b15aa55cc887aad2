package io.github.multicloudcx.udm.internal.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;

/**
 * Decodes base64 in lines, in pieces of some ten thousand characters: the stream of the JDK reads single ones. It ends with
 * the input, or before a line that begins with hyphens.
 */
final class Base64Body extends InputStream {
    private static final int CHARACTERS = 64 * 1024;

    private final InputStream text;
    private final boolean pem;
    private final byte[] raw = new byte[CHARACTERS];
    private final byte[] characters = new byte[CHARACTERS];
    private final byte[] decoded = new byte[CHARACTERS / 4 * 3];
    private int next;
    private int end;
    private int position;
    private int limit;
    private boolean ended;
    private boolean padded;

    /** With a line that ends it, which must come, or without. */
    Base64Body(InputStream text, boolean pem) {
        this.text = text;
        this.pem = pem;
    }

    @Override
    public int read() throws IOException {
        return fill() ? decoded[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(decoded, position, bytes, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return limit - position;
    }

    private boolean fill() throws IOException {
        while (position == limit) {
            if (ended) {
                return false;
            }
            decode(collect());
        }
        return true;
    }

    private void decode(int count) throws IOException {
        if (count % 4 != 0) {
            throw new EOFException("the base64 text ends in the middle of a group");
        }
        try {
            limit = count == CHARACTERS
                    ? Base64.getDecoder().decode(characters, decoded)
                    : Base64.getDecoder().decode(Arrays.copyOf(characters, count), decoded);
        } catch (IllegalArgumentException e) {
            throw new MalformedContentException("it is no base64 text");
        }
        position = 0;
    }

    /** Gathers the next characters that count; fewer than there is room for at the end only. */
    private int collect() throws IOException {
        int count = 0;
        while (count < CHARACTERS && more()) {
            count = run(count);
            if (count < CHARACTERS && next < end) {
                byte c = raw[next++];
                if (c == '-') {
                    ended = true;
                    return count;
                }
                if (c == '=') {
                    padded = true;
                    characters[count++] = c;
                }
            }
        }
        return count;
    }

    private boolean more() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, text.read(raw));
            ended = end == 0;
            if (ended && pem) {
                throw new EOFException("the line that ends the text is missing");
            }
        }
        return !ended;
    }

    /** Takes over what stands up to the next byte that is no text; most of the time is spent here. */
    private int run(int count) throws IOException {
        byte[] from = raw;
        int begin = next;
        int last = Math.min(end, begin + CHARACTERS - count);
        int at = begin;
        while (at < last && isText(from[at])) {
            at++;
        }
        if (padded && at > begin) {
            throw new MalformedContentException("base64 text goes on after its end");
        }
        System.arraycopy(from, begin, characters, count, at - begin);
        next = at;
        return count + at - begin;
    }

    /** Neither space nor line end, padding, or the line that ends it. What cannot be decoded is found when it is. */
    private static boolean isText(byte c) {
        return (c > ' ' && c != '-' && c != '=') || c < 0;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
