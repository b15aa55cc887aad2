package io.github.multicloudcx.udm.internal.archive;

import java.io.IOException;

/** What was read cannot be what it should be. {@link ReadFailures} makes an error of it that names the file. */
final class MalformedContentException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedContentException(String message) {
        super(message);
    }
}
