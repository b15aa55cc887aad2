package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.ArchiveProgress;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.internal.LocalFiles;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens the parts of an archive for one pass, decrypts them where there is a key, and reports how far it has come. */
final class PartOpener implements ZipSource.Opener {
    private final @Nullable DecryptionKey key;
    private final Consumer<ArchiveProgress> listener;
    private final long total;
    private long before;
    private long read;
    private long reported = -1;

    PartOpener(List<Path> parts, @Nullable DecryptionKey key, Consumer<ArchiveProgress> listener) {
        this.key = key;
        this.listener = listener;
        this.total = parts.stream().mapToLong(PartOpener::size).sum();
    }

    private static long size(Path part) {
        try {
            return Files.size(part);
        } catch (IOException e) {
            throw LocalFiles.failed("read " + part, e, "check the path and its rights");
        }
    }

    @Override
    public InputStream open(Path part) throws IOException {
        InputStream file = new Counted(Files.newInputStream(part));
        try {
            return key == null ? new BufferedInputStream(file, 64 * 1024) : decrypted(part, file, key);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static InputStream decrypted(Path part, InputStream file, DecryptionKey key) throws IOException {
        InputStream message = MessageHead.skip(part, file);
        InputStream content = new CmsMessage(part, key).open(message);
        return new FilterInputStream(content) {
            @Override
            public void close() throws IOException {
                file.close(); // the cipher would read on to its end, and fail there
            }
        };
    }

    @Override
    public void ended(Path part) {
        before += size(part);
        read = 0;
    }

    @Override
    public void report() {
        long bytes = Math.min(before + read, total);
        if (bytes != reported) {
            reported = bytes;
            listener.accept(new ArchiveProgress(bytes, total));
        }
    }

    private final class Counted extends FilterInputStream {
        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            read += Math.max(count, 0);
            return count;
        }
    }
}
