package io.github.multicloudcx.sandbox.internal.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** A file that was exported. Its bytes never change, so neither does its entity tag. */
public final class StoredFile {
    private final String name;
    private final byte[] content;
    private final FileOrigin origin;
    private final Instant created;
    private final String entityTag;

    public StoredFile(String name, byte[] content, FileOrigin origin, Instant created) {
        this.name = name;
        this.content = content.clone();
        this.origin = origin;
        this.created = created;
        this.entityTag = '"' + sha256(content) + '"';
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String name() {
        return name;
    }

    /** The bytes themselves; not to be changed. */
    public byte[] content() {
        return content;
    }

    public FileOrigin origin() {
        return origin;
    }

    public Instant created() {
        return created;
    }

    String entityTag() {
        return entityTag;
    }
}
