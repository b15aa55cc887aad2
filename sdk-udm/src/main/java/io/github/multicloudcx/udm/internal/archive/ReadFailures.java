package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.ArchiveException;
import io.github.multicloudcx.udm.archive.CorruptArchiveException;
import io.github.multicloudcx.udm.archive.TruncatedArchiveException;
import io.github.multicloudcx.udm.internal.LocalFiles;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** Says what a failure to read means. */
final class ReadFailures {
    private static final Pattern UNSUPPORTED =
            Pattern.compile("not supported|unsupported|only DEFLATED|compression method");

    private ReadFailures() {}

    /** Of a file itself or of what encrypts it. */
    static RuntimeException inFile(Path file, IOException e) {
        if (e instanceof FileSystemException || e.getCause() instanceof FileSystemException) {
            return LocalFiles.failed("read " + file, e, "check the path and its rights");
        }
        if (endsEarly(e)) {
            return new TruncatedArchiveException(
                    file + " ends too early, in the middle of its encrypted message; download it again", e);
        }
        return new CorruptArchiveException(
                file + " is damaged, or the key is wrong: it cannot be decrypted to its end (" + reason(e)
                        + "); download it again",
                e);
    }

    /** Of the structure of the encrypted message. */
    static ArchiveException inMessage(Path file, Exception e) {
        return endsEarly(e)
                ? new TruncatedArchiveException(
                        file + " ends too early, in the head of its encrypted message; download it again", e)
                : new CorruptArchiveException(
                        file + " is damaged: its encrypted message cannot be parsed; download it again", e);
    }

    /** Of the zip inside. */
    static ArchiveException inArchive(String place, IOException e) {
        if (endsEarly(e)) {
            return new TruncatedArchiveException(
                    place + " ends too early; a part is missing, or a download was cut off", e);
        }
        String what = reason(e);
        if (e instanceof ZipException && UNSUPPORTED.matcher(what).find()) {
            return new CorruptArchiveException(place + " cannot be read here (" + what + "); unpack it with unzip", e);
        }
        return new CorruptArchiveException(place + " is damaged (" + what + "); download it again", e);
    }

    private static boolean endsEarly(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            String message = e.getMessage();
            boolean said = message != null && (message.contains("truncated") || message.contains("EOF found"));
            if (e instanceof EOFException || said) {
                return true;
            }
        }
        return false;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
