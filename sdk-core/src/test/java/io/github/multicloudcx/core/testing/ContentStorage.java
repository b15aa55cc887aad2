package io.github.multicloudcx.core.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okio.Buffer;

/** A storage service: ranges, strong and weak tags, connections that break at given places; it counts what it serves. */
public final class ContentStorage extends Dispatcher {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    private final Deque<Long> breaks = new ArrayDeque<>();
    private final Deque<MockResponse> answers = new ArrayDeque<>();
    private final List<Headers> requests = new ArrayList<>();
    private byte[] content;
    private String etag;
    private boolean ranges = true;
    private long served;

    public ContentStorage(byte[] content, String etag) {
        this.content = content.clone();
        this.etag = etag;
    }

    /** Bytes that look random and are always the same. */
    public static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new java.util.Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Breaks the connection each time one of these places is passed. */
    public synchronized ContentStorage breakAt(long... places) {
        for (long place : places) {
            breaks.add(place);
        }
        return this;
    }

    /** Answers so before it goes on to serve. */
    public synchronized ContentStorage answer(MockResponse answer) {
        answers.add(answer);
        return this;
    }

    public ContentStorage answer(int status) {
        return answer(new MockResponse.Builder().code(status).build());
    }

    public synchronized ContentStorage withoutRanges() {
        ranges = false;
        return this;
    }

    public synchronized void change(byte[] other, String tag) {
        content = other.clone();
        etag = tag;
    }

    public synchronized long served() {
        return served;
    }

    public synchronized List<Headers> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        requests.add(request.getHeaders());
        if (!answers.isEmpty()) {
            return answers.remove();
        }
        long start = start(request.getHeaders());
        if (start > 0 && start >= content.length) {
            return new MockResponse.Builder()
                    .code(416)
                    .setHeader("Content-Range", "bytes */" + content.length)
                    .build();
        }
        return content(start);
    }

    private long start(Headers headers) {
        String range = headers.get("Range");
        Matcher form = RANGE.matcher(range == null ? "" : range);
        String known = headers.get("If-Range");
        return ranges && form.matches() && known != null && known.equals(etag) ? Long.parseLong(form.group(1)) : 0;
    }

    private MockResponse content(long start) {
        long stop = stop(start, content.length);
        served += stop - start;
        MockResponse.Builder answer = new MockResponse.Builder()
                .body(new Buffer().write(content, (int) start, (int) (stop - start)))
                .setHeader("Content-Length", content.length - start);
        if (stop < content.length) {
            answer.onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
        }
        if (etag != null) {
            answer.setHeader("ETag", etag);
        }
        if (start > 0) {
            answer.code(206);
            answer.setHeader("Content-Range", "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
        }
        return answer.build();
    }

    private long stop(long start, long end) {
        Long next = breaks.peek();
        if (next == null || next < start || next >= end) {
            return end;
        }
        return breaks.remove();
    }
}
