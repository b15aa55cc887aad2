package io.github.multicloudcx.udm.archive;

import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.internal.archive.BouncyCastle;
import io.github.multicloudcx.udm.internal.archive.Extraction;
import io.github.multicloudcx.udm.internal.archive.Parts;
import io.github.multicloudcx.udm.internal.archive.Pass;
import io.github.multicloudcx.udm.internal.archive.Passes;
import io.github.multicloudcx.udm.internal.archive.RecordReader;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An export that was downloaded: an encrypted message around a zip, or a zip that was decrypted already, in one file or in
 * the parts of a split export. Entries and records are read in constant memory, whatever the size of the file.
 *
 * <pre>{@code
 * try (ExportArchive archive = ExportArchive.decrypt(file, DecryptionKey.pem(key, certificate));
 *         Stream<ExportRecord> records = archive.records()) {
 *     records.forEach(record -> store(record.text("ContactId")));
 * }
 * }</pre>
 *
 * <p>Messages are S/MIME with headers, PEM or DER; content is encrypted with AES or Triple DES in CBC mode, or AES-GCM, for
 * RSA keys with PKCS#1 v1.5 or OAEP padding. What the parts of a split export are is not documented, so both plausible
 * forms are read: slices of one zip, and a zip in each part.
 *
 * <p>Each method that reads makes a pass of its own over the files. Content is checked while it is read: a stream of
 * records may give some before it fails at a damaged place, and encryption in CBC mode has no checksum but those of the zip.
 * {@link #verify()} checks everything and gives nothing; {@link #extractTo} and {@link #decryptTo} leave nothing behind
 * when something is wrong.
 *
 * <p>An archive is thread-safe; a stream of it is for one thread. Closing it closes the streams that are still open.
 */
public final class ExportArchive implements AutoCloseable {
    private final Passes passes;

    private ExportArchive(Passes passes) {
        this.passes = passes;
    }

    /**
     * Opens an encrypted export.
     *
     * @param file what was downloaded
     * @param key the private key of the certificate
     * @param certificate the certificate that it was encrypted for; null to try the key on each recipient
     * @return the archive; nothing of it has been read yet
     * @throws WrongKeyException when the key is none of RSA, or not the one of the certificate
     * @throws MissingPartException when there is no such file
     * @throws MissingLibraryException when Bouncy Castle is not on the class path
     */
    public static ExportArchive decrypt(Path file, PrivateKey key, @Nullable X509Certificate certificate) {
        return decrypt(file, DecryptionKey.of(key, certificate));
    }

    /**
     * Opens an encrypted export.
     *
     * @param file what was downloaded
     * @param key opens it
     * @return the archive; nothing of it has been read yet
     * @throws MissingPartException when there is no such file
     * @throws MissingLibraryException when Bouncy Castle is not on the class path
     */
    public static ExportArchive decrypt(Path file, DecryptionKey key) {
        return decrypt(List.of(Require.present(file, "file")), key);
    }

    /**
     * Opens an encrypted export that was split.
     *
     * @param parts what was downloaded; put into the order of the numbers in their names, where they have some
     * @param key opens them
     * @return the archive; nothing of it has been read yet
     * @throws MissingPartException when a file is not there, or the numbers have a gap
     * @throws DuplicatePartException when a part was given twice, under one name or two
     * @throws MissingLibraryException when Bouncy Castle is not on the class path
     */
    public static ExportArchive decrypt(Collection<Path> parts, DecryptionKey key) {
        Require.present(key, "key");
        List<Path> ordered = Parts.ordered(parts);
        BouncyCastle.require();
        return new ExportArchive(Passes.of(ordered, key));
    }

    /**
     * Opens an export that was decrypted already.
     *
     * @param zip the zip
     * @return the archive; nothing of it has been read yet
     * @throws MissingPartException when there is no such file
     */
    public static ExportArchive open(Path zip) {
        return open(List.of(Require.present(zip, "zip")));
    }

    /**
     * Opens a split export that was decrypted already.
     *
     * @param parts slices of a zip, or zips; put into the order of the numbers in their names, where they have some
     * @return the archive; nothing of it has been read yet
     * @throws MissingPartException when a file is not there, or the numbers have a gap
     * @throws DuplicatePartException when a part was given twice, under one name or two
     */
    public static ExportArchive open(Collection<Path> parts) {
        return new ExportArchive(Passes.of(Parts.ordered(parts), null));
    }

    /**
     * Sets what the archive may hold.
     *
     * @param limits the default is {@link ArchiveLimits#DEFAULT}
     * @return a copy, which is closed together with this one
     */
    public ExportArchive limits(ArchiveLimits limits) {
        return new ExportArchive(passes.limits(Require.present(limits, "limits")));
    }

    /**
     * Reports how far a pass has come.
     *
     * @param listener called on the thread that reads; what it throws ends the pass
     * @return a copy, which is closed together with this one
     */
    public ExportArchive onProgress(Consumer<ArchiveProgress> listener) {
        return new ExportArchive(passes.listener(Require.present(listener, "listener")));
    }

    /**
     * Reads the records of all JSON entries, lazily and in their order. An entry holds one JSON object a line, whatever its
     * suffix suggests; objects over several lines and an array around them are read too.
     *
     * @return the records; close the stream. Reading it throws an {@link ArchiveException} where the archive is damaged
     * @throws IllegalStateException when the archive is closed
     */
    public Stream<ExportRecord> records() {
        Pass pass = passes.begin();
        Spliterator<ExportRecord> reader = Spliterators.spliteratorUnknownSize(
                new RecordReader(pass, passes.limits()), Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(reader, false).onClose(pass::close);
    }

    /**
     * Reads the records as objects, as {@link #records()} and {@link ExportRecord#as} do.
     *
     * @param <T> type of the objects
     * @param type a record or class that Jackson can make; names match in any case, unknown fields are ignored
     * @return the objects; close the stream
     * @throws IllegalStateException when the archive is closed
     */
    public <T> Stream<T> records(Class<T> type) {
        Require.present(type, "type");
        return records().map(record -> record.as(type));
    }

    /**
     * Reads the entries, also those that hold no records, in their order.
     *
     * @param consumer gets each entry, on this thread
     * @throws ArchiveException when the archive is damaged
     * @throws StorageException when the consumer threw an {@code IOException}
     * @throws IllegalStateException when the archive is closed
     */
    public void forEachEntry(ExportEntry.Consumer consumer) {
        Require.present(consumer, "consumer");
        try (Pass pass = passes.begin()) {
            Extraction.forEach(pass, consumer);
        }
    }

    /**
     * Reads everything: decrypts it to its end, checks the sum of each entry, the directory of the zip, and that the
     * records are JSON.
     *
     * @return what it holds
     * @throws ArchiveException when something is wrong
     * @throws IllegalStateException when the archive is closed
     */
    public ArchiveSummary verify() {
        try (Pass pass = passes.begin()) {
            long records = 0;
            for (RecordReader reader = new RecordReader(pass, passes.limits()); reader.hasNext(); records++) {
                var unused = reader.next();
            }
            return new ArchiveSummary(pass.entries(), records, pass.bytes());
        }
    }

    /**
     * Extracts all entries. They are written to a temporary directory in the given one, and moved into place when all of
     * them are whole; files of the same name are replaced.
     *
     * @param directory made when it is not there
     * @return the files, in the order of the archive
     * @throws ArchiveException when something is wrong; then nothing was extracted
     * @throws StorageException when a file cannot be written
     * @throws IllegalStateException when the archive is closed
     */
    public List<Path> extractTo(Path directory) {
        try (Pass pass = passes.begin()) {
            return Extraction.extract(pass, Require.present(directory, "directory"));
        }
    }

    /**
     * Decrypts without unpacking. The zip is written to {@code name.part} and moved into place when it is whole; a file of
     * that name is replaced.
     *
     * @param zip where it goes; its directory must exist
     * @return the zip
     * @throws ArchiveException when something is wrong, or each part is a zip of its own; then nothing was written
     * @throws StorageException when it cannot be written
     * @throws IllegalStateException when the archive is closed
     */
    public Path decryptTo(Path zip) {
        return passes.copyTo(Require.present(zip, "zip"));
    }

    /** Closes the streams that are still open. */
    @Override
    public void close() {
        passes.close();
    }

    /** Names the files. */
    @Override
    public String toString() {
        return "ExportArchive" + passes;
    }
}
