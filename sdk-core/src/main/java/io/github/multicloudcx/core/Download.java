package io.github.multicloudcx.core;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Content to be saved, in constant memory. A broken connection is resumed where it stopped as long as the server has a
 * strong ETag, and given up after as many attempts in a row without a byte as the retry policy allows. A link that is
 * refused is asked for anew. An HTML page is never taken for the content. The timeout of the call limits each asking for the content, not the transfer.
 */
public interface Download {
    /**
     * Reports progress.
     *
     * @param listener called on the executing thread after each piece; what it throws ends the download
     * @return a copy
     */
    Download onProgress(Consumer<DownloadProgress> listener);

    /**
     * States how long the content is, where that is known from elsewhere. Content of another length is refused; without it
     * only an empty one is.
     *
     * @param bytes 0 or more
     * @return a copy
     */
    Download expectedSize(long bytes);

    /**
     * Saves to a file. The content is written to {@code name.part} and moved into place when it is complete; what is
     * missing of an earlier run is fetched, when the content is still the same. A file of that name is replaced.
     *
     * @param target the file; its directory must exist
     * @return the call, whose value is the file
     * @throws IllegalArgumentException when the target is a directory
     */
    Call<Path> to(Path target);

    /**
     * Writes to a stream, which is not closed. What was written is not taken back: when the content changes in the middle,
     * the call fails.
     *
     * @param stream takes the content
     * @return the call, whose value is the number of bytes
     */
    Call<Long> to(OutputStream stream);

    /**
     * Asks for the SHA-256 of what arrives.
     *
     * @return the download with a digest
     */
    Digested sha256();

    /** A download whose digest is wanted. */
    interface Digested {
        /**
         * Saves to a file as {@link Download#to(Path)} does.
         *
         * @param target the file; its directory must exist
         * @return the call, whose value tells file, size and digest
         * @throws IllegalArgumentException when the target is a directory
         */
        Call<DownloadedFile> to(Path target);
    }
}
