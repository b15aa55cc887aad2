package io.github.multicloudcx.core.internal.download;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.DownloadException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.internal.pipeline.BareRequests;
import io.github.multicloudcx.core.internal.pipeline.Timeline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Keeps what a transfer went through, and makes the exception in which it ends. */
final class TransferLog {
    private final Content content;
    private final ContentSink sink;
    private final BareRequests requests;
    private final Timeline timeline;
    private final long start;

    TransferLog(Content content, ContentSink sink, BareRequests requests) {
        this.content = content;
        this.sink = sink;
        this.requests = requests;
        this.timeline = requests.timeline();
        this.start = requests.nanoTime();
    }

    void begin() {
        timeline.begin();
    }

    void end(String outcome) {
        requests.log(timeline.end(outcome + " at byte " + sink.size()), content.origin());
    }

    /** What an exception of the network means, in words. */
    String words(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return "it was silent for " + requests.readTimeout().toMillis() + " ms";
        }
        if (e instanceof InterruptedIOException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof UnknownHostException) {
            return "its name is not known";
        }
        return e instanceof ConnectException ? "it cannot be reached" : "the connection broke";
    }

    /** The content is not to be had this way, however often it is asked for. */
    DownloadException refused(String trouble) {
        end(trouble);
        return new DownloadException(line(trouble), null, context(Fate.REJECTED));
    }

    /** It was refused as often as the policy allows. */
    DownloadException givenUp(String trouble) {
        return new DownloadException(line(trouble), null, context(Fate.UNKNOWN));
    }

    /** The network failed as often as the policy allows. */
    CxException broken(String trouble, IOException cause) {
        return cause instanceof InterruptedIOException
                ? new CallTimeoutException(
                        line(trouble + "; raise the time limit if it needs longer"), cause, unknown())
                : new ConnectionException(line(trouble), cause, unknown());
    }

    CallInterruptedException interrupted(@Nullable Exception cause) {
        return new CallInterruptedException(line("interrupted"), cause, unknown());
    }

    private ErrorContext unknown() {
        return context(Fate.UNKNOWN);
    }

    private ErrorContext context(Fate fate) {
        return requests.context(trace(), fate, timeline.attempts());
    }

    private String line(String trouble) {
        int attempts = timeline.attempts().size();
        long millis = (requests.nanoTime() - start) / 1_000_000;
        return "Download by " + requests.name() + " to " + sink.place() + " not completed: " + content.origin() + ": "
                + trouble + "; " + sink.size() + " bytes are there, run again"
                + (sink.etag() == null ? "" : " to continue") + "; " + attempts
                + (attempts == 1 ? " attempt, " : " attempts, ") + millis + " ms, trace " + trace();
    }

    private @Nullable String trace() {
        var response = content.response();
        return response == null ? null : response.traceId();
    }
}
