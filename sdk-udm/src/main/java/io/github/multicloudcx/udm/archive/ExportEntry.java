package io.github.multicloudcx.udm.archive;

import java.io.IOException;
import java.io.InputStream;

/** An entry of an archive: a file inside the zip. It is good until its consumer returns. */
public interface ExportEntry {
    /**
     * Returns the name.
     *
     * @return its path inside the archive, with slashes, which stays inside the directory that it is extracted to
     */
    String name();

    /**
     * Tells whether it holds records.
     *
     * @return true when the name ends in {@code .json}
     */
    boolean json();

    /**
     * Returns the content, which can be read once. What reading it throws is an {@link ArchiveException}.
     *
     * @return uncompressed; need not be closed
     */
    InputStream content();

    /** Takes entries. */
    @FunctionalInterface
    interface Consumer {
        /**
         * Takes an entry, and reads as much of it as it likes.
         *
         * @param entry the entry
         * @throws IOException when it cannot be taken; ends the pass
         */
        void accept(ExportEntry entry) throws IOException;
    }
}
