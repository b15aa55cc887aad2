package io.github.multicloudcx.core;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.http.Bodies;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** A file to upload. It is streamed and never held in memory as a whole, unless it is given as bytes. */
public final class Upload {
    private interface Source {
        RequestBody open(@Nullable MediaType type);
    }

    private final String fileName;
    private final @Nullable MediaType type;
    private final Source source;
    private final boolean repeatable;
    private final AtomicBoolean used;

    private Upload(String fileName, @Nullable MediaType type, Source source, boolean repeatable, AtomicBoolean used) {
        this.repeatable = repeatable;
        this.fileName = Require.text(fileName, "fileName");
        this.type = type;
        this.source = source;
        this.used = used;
    }

    /**
     * A file of this machine, under its own name. It can be sent again when an attempt fails.
     *
     * @param path a readable file
     * @return the upload
     * @throws IllegalArgumentException when there is no readable file
     */
    public static Upload file(Path path) {
        if (!Files.isRegularFile(Require.present(path, "path")) || !Files.isReadable(path)) {
            throw new IllegalArgumentException("path is not a readable file: " + path);
        }
        return new Upload(
                String.valueOf(path.getFileName()), null, type -> Bodies.file(path, type), true, new AtomicBoolean());
    }

    /**
     * Bytes in memory. They can be sent again when an attempt fails.
     *
     * @param fileName name under which the server sees them
     * @param bytes the content; not copied
     * @return the upload
     */
    public static Upload bytes(String fileName, byte[] bytes) {
        byte[] content = Require.present(bytes, "bytes");
        return new Upload(fileName, null, type -> RequestBody.create(content, type), true, new AtomicBoolean());
    }

    /**
     * A stream, which can be sent once only: an attempt that fails after it was begun is final. It is read on the thread
     * that executes the call and is not closed.
     *
     * @param fileName name under which the server sees it
     * @param stream the content
     * @param length number of bytes, or -1 when it is not known
     * @return the upload
     */
    public static Upload stream(String fileName, InputStream stream, long length) {
        InputStream in = Require.present(stream, "stream");
        if (length < -1) {
            throw new IllegalArgumentException("length must be 0 or more, or -1 when it is not known, not " + length);
        }
        AtomicBoolean begun = new AtomicBoolean();
        return new Upload(fileName, null, type -> Bodies.stream(in, length, type, () -> begun.set(true)), false, begun);
    }

    /**
     * States the media type.
     *
     * @param mediaType for example {@code image/png}
     * @return a copy
     */
    public Upload contentType(String mediaType) {
        MediaType parsed = MediaType.parse(Require.headerValue(mediaType, "mediaType"));
        if (parsed == null) {
            throw new IllegalArgumentException("mediaType is not a media type such as image/png: " + mediaType);
        }
        return new Upload(fileName, parsed, source, repeatable, used);
    }

    /**
     * Returns the name under which the server sees the file.
     *
     * @return the name
     */
    public String fileName() {
        return fileName;
    }

    /**
     * Tells whether the content can be read more than once, as signing and repeating it takes.
     *
     * @return true for files and bytes, false for a stream
     */
    public boolean repeatable() {
        return repeatable;
    }

    boolean available() {
        return !used.get();
    }

    RequestBody open() {
        if (used.get()) {
            throw new IllegalStateException(
                    "The stream of " + fileName + " has been sent already; make a new Upload with a new stream");
        }
        return source.open(type);
    }

    @Override
    public String toString() {
        return "Upload[" + fileName + "]";
    }
}
