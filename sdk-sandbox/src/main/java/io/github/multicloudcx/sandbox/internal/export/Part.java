package io.github.multicloudcx.sandbox.internal.export;

/** One file of an export. */
public final class Part {
    private final String name;
    private final byte[] content;

    Part(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    public String name() {
        return name;
    }

    public byte[] content() {
        return content;
    }
}
