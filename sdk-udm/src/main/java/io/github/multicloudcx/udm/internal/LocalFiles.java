package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What every step does with files. */
public final class LocalFiles {
    private static final int BUFFER = 128 * 1024;

    private LocalFiles() {}

    /** An exception in one line; an interrupt that closed a channel under the hand that wrote is no trouble with the disk. */
    public static CxException failed(String what, IOException e, String advice) {
        String reason = e instanceof FileSystemException named ? named.getReason() : e.getMessage();
        String line = "Could not " + what + ": " + e.getClass().getSimpleName()
                + (reason == null ? "" : " (" + reason + ")") + "; " + advice;
        return e instanceof ClosedByInterruptException
                ? interrupted(e)
                : new StorageException(line, e, new ErrorContext(Fate.NOT_SENT));
    }

    /** Of a thread whose flag is set. */
    public static CallInterruptedException interrupted(@Nullable Throwable cause) {
        return new CallInterruptedException(
                "Interrupted; run it again to go on", cause, new ErrorContext(Fate.NOT_SENT));
    }

    public static void createDirectories(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw failed("make the directory " + directory, e, "check the path and the rights of its parent");
        }
    }

    /** Brings to the disk which files a directory holds, where the system lets it: Windows does so by itself. */
    public static void force(Path directory) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (FileSystemException noDirectoryCanBeOpened) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    /** Whether the file is there and is the one that was downloaded. */
    public static boolean holds(Path file, long size, String sha256) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) == size
                    && digest(file).equals(sha256);
        } catch (IOException e) {
            throw failed("read " + file, e, "check its rights and the disk");
        }
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            while (in.read(buffer) >= 0) { // the stream sums up what is read
                if (Thread.currentThread().isInterrupted()) {
                    throw new ClosedByInterruptException();
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
