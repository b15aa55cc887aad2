package io.github.multicloudcx.core.internal.download;

import io.github.multicloudcx.core.DownloadProgress;
import io.github.multicloudcx.core.internal.http.EndableTime;
import io.github.multicloudcx.core.internal.pipeline.BareRequests;
import io.github.multicloudcx.core.internal.pipeline.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings content into a sink, however often the connection breaks. */
final class Transfer {
    private static final int BUFFER = 64 * 1024;

    private final Content content;
    private final ContentSink sink;
    private final BareRequests requests;
    private final Consumer<DownloadProgress> listener;
    private final TransferLog log;
    private final @Nullable Long expected;
    private long farthest;
    private int failures;

    Transfer(
            Content content,
            ContentSink sink,
            BareRequests requests,
            Consumer<DownloadProgress> listener,
            @Nullable Long expected) {
        this.content = content;
        this.sink = sink;
        this.requests = requests;
        this.listener = listener;
        this.expected = expected;
        this.log = new TransferLog(content, sink, requests);
    }

    void run() {
        farthest = sink.size();
        while (true) {
            String trouble;
            IOException cause = null;
            log.begin();
            try (Exchange exchange = content.open(sink.size(), sink.etag())) {
                trouble = take(exchange);
                log.end(exchange.status() + (trouble == null ? "" : ", " + trouble));
                if (trouble == null) {
                    sink.finish();
                    return;
                }
            } catch (IOException e) {
                trouble = log.words(e);
                cause = e;
                log.end(trouble);
            }
            failures = gained() ? 1 : failures + 1;
            goOnOrGiveUp(trouble, cause);
        }
    }

    /** Bytes that another attempt can build on. Those without a tag are fetched again and again. */
    private boolean gained() {
        boolean farther = sink.etag() != null && sink.size() > farthest;
        farthest = Math.max(farthest, sink.size());
        return farther;
    }

    /** Null when everything is there, else what kept it from getting there and may be gone next time. */
    private @Nullable String take(Exchange exchange) throws IOException {
        return switch (exchange.status()) {
            case 200 -> whole(exchange);
            case 206 -> rest(exchange);
            case 416 -> unsatisfiable(exchange);
            case 400, 401, 403, 410 -> "the link was refused with " + exchange.status();
            case 429, 500, 502, 503, 504 -> "it answered " + exchange.status();
            case 301, 302, 303, 307, 308 ->
                throw log.refused("the redirect " + exchange.status()
                        + " has no usable Location header (it is missing, or leads to plain http, or in circles)");
            default -> throw log.refused("it answered " + exchange.status() + " where the file was due");
        };
    }

    private @Nullable String whole(Exchange exchange) throws IOException {
        if (exchange.header("Content-Type").contains("text/html")) {
            throw log.refused(
                    "it answered with an HTML page where the file was due; a proxy or a sign-in page in between?");
        }
        long length = exchange.response().body().contentLength();
        sink.restart(strongTag(exchange));
        return copy(exchange, length < 0 ? null : Long.valueOf(length));
    }

    private @Nullable String rest(Exchange exchange) throws IOException {
        ContentRange range = ContentRange.parse(exchange.response().header("Content-Range"));
        String tag = strongTag(exchange);
        boolean other = tag != null && !tag.equals(sink.etag());
        if (range == null || range.start() != sink.size() || other) {
            sink.restart(null);
            return "the storage continued at another place or with other content";
        }
        return copy(exchange, range.total());
    }

    /** Nothing is missing when the whole is as long as what is there. */
    private @Nullable String unsatisfiable(Exchange exchange) {
        ContentRange range = ContentRange.parse(exchange.response().header("Content-Range"));
        if (range != null && range.total() != null && range.total() == sink.size()) {
            return null;
        }
        sink.restart(null);
        return "what an earlier run left does not fit";
    }

    private static @Nullable String strongTag(Exchange exchange) {
        String tag = exchange.response().header("ETag");
        return tag == null || tag.startsWith("W/") ? null : tag;
    }

    private @Nullable String copy(Exchange exchange, @Nullable Long total) throws IOException {
        checkSize(total);
        InputStream in = exchange.source().inputStream();
        byte[] buffer = new byte[BUFFER];
        for (int length = in.read(buffer); length != -1; length = in.read(buffer)) {
            sink.write(buffer, length);
            listener.accept(new DownloadProgress(sink.size(), total));
        }
        if (total == null || sink.size() == total) {
            checkSize(sink.size());
            return null;
        }
        if (sink.size() > total) {
            sink.restart(null);
            return "more came than was announced";
        }
        return "less came than was announced";
    }

    /** Something else than the file, however complete it is. */
    private void checkSize(@Nullable Long total) {
        boolean other = total != null && (expected == null ? total == 0 : !expected.equals(total));
        if (other) {
            sink.restart(null);
            throw log.refused("it has " + total + " bytes where "
                    + (expected == null ? "a file was due" : expected + " were expected"));
        }
    }

    private void goOnOrGiveUp(String trouble, @Nullable IOException cause) {
        if (Thread.currentThread().isInterrupted() || requests.closed()) {
            throw log.interrupted(cause);
        }
        if (failures >= requests.maxAttempts()) {
            throw cause == null ? log.givenUp(trouble) : log.broken(trouble, cause);
        }
        try {
            requests.pause(failures);
        } catch (InterruptedException e) {
            EndableTime.keepFlag(e);
            throw log.interrupted(e);
        }
    }
}
