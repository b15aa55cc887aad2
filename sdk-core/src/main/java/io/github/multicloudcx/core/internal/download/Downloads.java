package io.github.multicloudcx.core.internal.download;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Download;
import io.github.multicloudcx.core.DownloadProgress;
import io.github.multicloudcx.core.DownloadedFile;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.pipeline.BareRequests;
import io.github.multicloudcx.core.internal.pipeline.Calls;
import io.github.multicloudcx.core.internal.pipeline.Connection;
import io.github.multicloudcx.core.internal.pipeline.Exchange;
import io.github.multicloudcx.core.internal.pipeline.Spec;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The downloads of the public surface. */
public final class Downloads implements Download {
    private final Connection connection;
    private final Call<Exchange> request;
    private final BareRequests bare;
    private final Consumer<DownloadProgress> listener;
    private final @Nullable Long expected;

    private Downloads(
            Connection connection,
            Call<Exchange> request,
            BareRequests bare,
            Consumer<DownloadProgress> listener,
            @Nullable Long expected) {
        this.connection = connection;
        this.request = request;
        this.bare = bare;
        this.listener = listener;
        this.expected = expected;
    }

    public static Download of(Connection connection, Spec spec) {
        Call<Exchange> request = Calls.open(connection, spec);
        return new Downloads(connection, request, new BareRequests(connection, spec), progress -> {}, null);
    }

    @Override
    public Download onProgress(Consumer<DownloadProgress> other) {
        return new Downloads(connection, request, bare, Require.present(other, "listener"), expected);
    }

    @Override
    public Download expectedSize(long bytes) {
        return new Downloads(connection, request, bare, listener, Require.notNegative(bytes, "expectedSize"));
    }

    @Override
    public Call<Path> to(Path target) {
        Path file = target(target);
        return call((content, links) -> {
            try (PartFile part = PartFile.open(file, null)) {
                new Transfer(content, part, links, listener, expected).run();
            }
            return file;
        });
    }

    @Override
    public Call<Long> to(OutputStream stream) {
        OutputStream out = Require.present(stream, "stream");
        return call((content, links) -> {
            try (StreamSink sink = new StreamSink(out)) {
                new Transfer(content, sink, links, listener, expected).run();
                return sink.size();
            }
        });
    }

    @Override
    public Digested sha256() {
        return target -> {
            Path file = target(target);
            return call((content, links) -> {
                MessageDigest digest = digest();
                try (PartFile part = PartFile.open(file, digest)) {
                    new Transfer(content, part, links, listener, expected).run();
                    return new DownloadedFile(file, part.size(), HexFormat.of().formatHex(digest.digest()));
                }
            });
        };
    }

    private <T> Call<T> call(DownloadCall.Work<T> work) {
        return new DownloadCall<>(connection.async(), request, bare, work);
    }

    private static Path target(Path target) {
        if (Files.isDirectory(Require.present(target, "target"))) {
            throw new IllegalArgumentException("target is a directory, name a file in it: " + target);
        }
        return target.toAbsolutePath();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
