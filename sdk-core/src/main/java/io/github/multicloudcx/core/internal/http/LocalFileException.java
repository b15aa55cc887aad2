package io.github.multicloudcx.core.internal.http;

import java.io.IOException;

/** A body that could not be read from this machine; not the network's fault. */
public final class LocalFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public LocalFileException(IOException cause) {
        super(cause);
    }
}
