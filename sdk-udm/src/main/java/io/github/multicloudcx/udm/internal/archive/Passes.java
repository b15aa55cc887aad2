package io.github.multicloudcx.udm.internal.archive;

import io.github.multicloudcx.udm.archive.ArchiveLimits;
import io.github.multicloudcx.udm.archive.ArchiveProgress;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What passes over an archive are made from, and those that are open. */
public final class Passes implements AutoCloseable {
    private final List<Path> parts;
    private final @Nullable DecryptionKey key;
    private final ArchiveLimits limits;
    private final Consumer<ArchiveProgress> listener;
    private final Set<Pass> open;
    private final AtomicBoolean closed;

    private Passes(
            List<Path> parts,
            @Nullable DecryptionKey key,
            ArchiveLimits limits,
            Consumer<ArchiveProgress> listener,
            Set<Pass> open,
            AtomicBoolean closed) {
        this.parts = parts;
        this.key = key;
        this.limits = limits;
        this.listener = listener;
        this.open = open;
        this.closed = closed;
    }

    /** Of parts in their order, to be decrypted when there is a key. */
    public static Passes of(List<Path> parts, @Nullable DecryptionKey key) {
        return new Passes(
                parts, key, ArchiveLimits.DEFAULT, progress -> {}, ConcurrentHashMap.newKeySet(), new AtomicBoolean());
    }

    /** The limits of each. */
    public ArchiveLimits limits() {
        return limits;
    }

    /** A copy with other limits. */
    public Passes limits(ArchiveLimits changed) {
        return new Passes(parts, key, changed, listener, open, closed);
    }

    /** A copy with another listener. */
    public Passes listener(Consumer<ArchiveProgress> changed) {
        return new Passes(parts, key, limits, changed, open, closed);
    }

    /** A pass, to be closed. */
    public Pass begin() {
        Pass pass = new Pass(source(), limits, open::remove);
        open.add(pass);
        if (closed.get()) {
            pass.close();
            throw new IllegalStateException("The archive is closed");
        }
        return pass;
    }

    private ZipSource source() {
        return new ZipSource(parts, new PartOpener(parts, key, listener));
    }

    /** Decrypts everything into a file. */
    public Path copyTo(Path zip) {
        if (closed.get()) {
            throw new IllegalStateException("The archive is closed");
        }
        return Extraction.copy(source(), zip);
    }

    @Override
    public void close() {
        closed.set(true);
        List.copyOf(open).forEach(Pass::close);
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
