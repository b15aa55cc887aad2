package io.github.multicloudcx.statistics.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.statistics.live.CometdException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.Promise;
import org.cometd.client.http.common.AbstractHttpClientTransport;
import org.cometd.client.transport.ClientTransport;
import org.cometd.client.transport.TransportListener;
import org.cometd.common.JacksonJSONContextClient;
import org.cometd.common.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * Carries Bayeux messages over the connection of the SDK: each batch is one call through its pipeline, which adds API key,
 * trace id, a fresh token and the cookies of the session, and renews a refused token once. No call is repeated here; what
 * to do about a failure is decided above. Exactly one of messages or failure is told per batch.
 */
final class BayeuxTransport extends AbstractHttpClientTransport {
    /** Where the service is, below the base path of the API. */
    static final String PATH = "/notifications";

    /** A server that gives no advice holds polls all the same. */
    private static final Map<String, Object> UNTIL_TOLD_OTHERWISE = Map.of(Message.TIMEOUT_FIELD, 30_000L);

    private static final Duration ENDED_BY_US = Duration.ofDays(365);

    private final Api api;
    private final ExecutorService io;
    private final Set<Batch> running = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Throwable aborted;
    private volatile Map<String, Object> advice = UNTIL_TOLD_OTHERWISE;

    /**
     * A transport of one session.
     *
     * @param api requests that belong to the session, with bare answers
     * @param url the address of the service, {@link #PATH} included
     * @param networkDelay how late an answer may be
     * @param io where calls block
     * @param timer ends those that take too long; it is not ended here
     */
    BayeuxTransport(Api api, String url, Duration networkDelay, ExecutorService io, ScheduledExecutorService timer) {
        super(
                url,
                new ConcurrentHashMap<>(Map.of(
                        ClientTransport.JSON_CONTEXT_OPTION,
                        new JacksonJSONContextClient(),
                        ClientTransport.MAX_NETWORK_DELAY_OPTION,
                        networkDelay.toMillis())),
                timer);
        this.api = api;
        this.io = io;
    }

    @Override
    public void init() {
        super.init();
        aborted = null;
    }

    @Override
    public void send(TransportListener listener, List<Message.Mutable> messages) {
        String path = PATH + newRequestURI(messages).substring(getURL().length());
        Batch batch = new Batch(listener, messages, call(path, messages));
        listener.onSending(messages);
        running.add(batch);
        Throwable ended = aborted;
        if (ended == null) {
            batch.start();
        } else {
            batch.end(ended);
        }
    }

    private Call<JsonNode> call(String path, List<Message.Mutable> messages) {
        return api.post(path)
                .json(messages)
                .longPoll()
                .advice(403, "the user may not receive statistics")
                .advice(404, "there is no CometD service at this address; check the base URL of the Statistics API")
                .returningJson()
                .retryPolicy(RetryPolicy.none())
                .timeout(ENDED_BY_US);
    }

    @Override
    public void abort(Throwable failure) {
        super.abort(failure);
        aborted = failure;
        running.forEach(batch -> batch.end(failure));
    }

    /** Ends what is left of the session without telling the server. */
    @Override
    public void terminate() {
        abort(new TransportException(Map.of()));
        super.terminate();
    }

    /** CometD looks for advice in the answers of polls only, but that of the handshake counts until they bring another. */
    @Override
    protected void processResponseMessages(TransportListener listener, List<Message.Mutable> received) {
        for (Message.Mutable message : received) {
            Map<String, Object> given = message.getAdvice();
            boolean handshake = Channel.META_HANDSHAKE.equals(message.getChannel()) && message.isSuccessful();
            if (handshake && given != null && given.containsKey(Message.TIMEOUT_FIELD)) {
                setAdvice(given);
            }
        }
        super.processResponseMessages(listener, received);
    }

    /** Kept here, because the base class does not make it visible to other threads. */
    @Override
    protected Map<String, Object> getAdvice() {
        return advice;
    }

    @Override
    protected void setAdvice(Map<String, Object> given) {
        advice = given;
    }

    /** How long it takes at most until the next poll is answered: what it waits before and how long it is held. */
    Duration pollTimeout() {
        return millis(Message.TIMEOUT_FIELD).plus(millis(Message.INTERVAL_FIELD));
    }

    private Duration millis(String field) {
        return Duration.ofMillis(getAdvice().get(field) instanceof Number number ? number.longValue() : 0);
    }

    /** Messages on their way, until they are answered or given up. */
    private final class Batch {
        private final TransportListener listener;
        private final List<Message.Mutable> messages;
        private final Call<JsonNode> call;
        private final AtomicBoolean over = new AtomicBoolean();
        private final FutureTask<@Nullable Void> work = new FutureTask<>(this::run, null);
        private volatile @Nullable Future<?> deadline;

        private Batch(TransportListener listener, List<Message.Mutable> messages, Call<JsonNode> call) {
            this.listener = listener;
            this.messages = messages;
            this.call = call;
        }

        private void start() {
            try {
                expect(calculateMaxNetworkDelay(messages));
                io.execute(work);
            } catch (RejectedExecutionException e) {
                end(new TransportException(e, Map.of()));
            }
        }

        private void expect(long millis) {
            deadline = getScheduler().schedule(this::late, millis, TimeUnit.MILLISECONDS);
            if (over.get()) {
                forgetDeadline();
            }
        }

        private void run() {
            try {
                JsonNode answer = call.execute();
                if (finish()) {
                    process(answer);
                }
            } catch (RuntimeException | Error e) {
                if (finish()) {
                    failed(e);
                }
            }
        }

        /** An answer that CometD stumbles over must not end its loop of polls without a word. */
        private void process(JsonNode answer) {
            try {
                answered(answer);
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        }

        private void answered(JsonNode answer) {
            List<Message.Mutable> received = BayeuxJson.messages(answer);
            if (received.isEmpty()) {
                failed(new CometdException("CometD answered without a message", null, new ErrorContext(Fate.UNKNOWN)));
            } else {
                processResponseMessages(listener, received);
            }
        }

        private void late() {
            if (over.get()) {
                return;
            }
            listener.onTimeout(messages, Promise.from(this::waitLonger, this::end));
        }

        private void waitLonger(long millis) {
            if (millis > 0) {
                expect(millis);
            } else {
                end(new CometdException(
                        "CometD did not answer within " + calculateMaxNetworkDelay(messages) + " ms",
                        null,
                        new ErrorContext(Fate.UNKNOWN)));
            }
        }

        /** Fails the batch from without, unless it is over. Only then the thread at work is interrupted. */
        private void end(Throwable cause) {
            if (finish()) {
                work.cancel(true);
                failed(cause);
            }
        }

        private void failed(Throwable cause) {
            listener.onFailure(failure(cause), messages);
        }

        private boolean finish() {
            boolean first = over.compareAndSet(false, true);
            if (first) {
                running.remove(this);
                forgetDeadline();
            }
            return first;
        }

        private void forgetDeadline() {
            Future<?> timer = deadline;
            if (timer != null) {
                timer.cancel(false);
            }
        }
    }

    private static TransportException failure(Throwable cause) {
        if (cause instanceof TransportException transport) {
            return transport;
        }
        Map<String, Object> fields =
                cause instanceof ApiException refusal ? Map.of("httpCode", refusal.status()) : Map.of();
        return new TransportException(cause, fields);
    }
}
