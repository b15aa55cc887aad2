package io.github.multicloudcx.sandbox.internal.storage;

import io.github.multicloudcx.sandbox.internal.http.ByteRange;
import io.github.multicloudcx.sandbox.internal.http.MediaTypes;
import io.github.multicloudcx.sandbox.internal.http.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** A file that was exported. Its bytes never change, so neither does its entity tag. */
public final class StoredFile {
    private final String name;
    private final Payload content;
    private final FileOrigin origin;
    private final Instant created;
    private final String entityTag;

    private StoredFile(String name, Payload content, FileOrigin origin, Instant created, String entityTag) {
        this.name = name;
        this.content = content;
        this.origin = origin;
        this.created = created;
        this.entityTag = entityTag;
    }

    public static StoredFile inMemory(String name, byte[] content, FileOrigin origin, Instant created) {
        return new StoredFile(name, Payload.of(content.clone()), origin, created, tag(content));
    }

    /** The tag is made of name, size and time of the last change: reading gigabytes for it would take too long. */
    public static StoredFile onDisk(String name, Path file, FileOrigin origin, Instant created) throws IOException {
        Payload content = Payload.of(file);
        String state = name + '\n' + content.length() + '\n' + Files.getLastModifiedTime(file);
        return new StoredFile(name, content, origin, created, tag(state.getBytes(StandardCharsets.UTF_8)));
    }

    private static String tag(byte[] bytes) {
        try {
            return '"'
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String name() {
        return name;
    }

    public Payload content() {
        return content;
    }

    public FileOrigin origin() {
        return origin;
    }

    public Instant created() {
        return created;
    }

    ByteRange.Entity entity() {
        return new ByteRange.Entity(content, MediaTypes.BINARY, entityTag);
    }
}
