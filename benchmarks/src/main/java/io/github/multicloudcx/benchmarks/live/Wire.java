package io.github.multicloudcx.benchmarks.live;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;

/** Sees what goes over the connection: how many updates arrive, and how long the server has no poll to answer. */
final class Wire extends EventListener implements Interceptor {
    private static final String CHANNELS = "/notifications";
    private static final String POLL = CHANNELS + "/connect";
    private static final ByteString UPDATE = ByteString.encodeUtf8("\"statisticId\"");

    private final AtomicLong updates = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final Times pauses;
    private final OkHttpClient client =
            new OkHttpClient.Builder().addInterceptor(this).eventListener(this).build();
    private long answered;
    private boolean looking;

    Wire(Load load) {
        pauses = new Times(load.late());
    }

    OkHttpClient client() {
        return client;
    }

    long updates() {
        return updates.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** From the end of the answer of a poll to the start of the next poll, unless the heap was looked at meanwhile. */
    Times pauses() {
        return pauses;
    }

    /** Bytes in use. Looking takes collections, which stop everything; pauses meanwhile are not those of the client. */
    long heap() {
        looking(true);
        try {
            return Heap.used();
        } finally {
            looking(false);
        }
    }

    private synchronized void looking(boolean now) {
        looking = now;
        answered = 0;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (chain.request().url().encodedPath().contains(CHANNELS)) {
            try (Buffer body = response.peekBody(Long.MAX_VALUE).source().getBuffer()) {
                count(body);
            }
        }
        return response;
    }

    private void count(Buffer body) throws IOException {
        bytes.addAndGet(body.size());
        long found = 0;
        for (long at = body.indexOf(UPDATE, 0); at >= 0; at = body.indexOf(UPDATE, at + UPDATE.size())) {
            found++;
        }
        updates.addAndGet(found);
    }

    @Override
    public synchronized void callStart(Call call) {
        if (isPoll(call) && answered != 0 && !looking) {
            pauses.add(System.nanoTime() - answered);
        }
    }

    @Override
    public synchronized void responseBodyEnd(Call call, long byteCount) {
        if (isPoll(call) && !looking) {
            answered = System.nanoTime();
        }
    }

    private static boolean isPoll(Call call) {
        return call.request().url().encodedPath().endsWith(POLL);
    }

    void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
