package io.github.multicloudcx.statistics.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.statistics.live.CometdException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSessionChannel;
import org.cometd.client.BayeuxClient;
import org.cometd.client.transport.ClientTransport;

/**
 * One CometD session, from its handshake until it is lost or closed. A lost session is not revived: the next one begins
 * with new cookies and a new handshake, so that no subscription of the old one is taken for alive.
 */
final class CometdSession {
    static final String UPDATES = "/statistics/v3/updates";
    static final String SERVICE = "/statistics/v3/service";

    /** What happens in a session; called on its threads, which must not be held up. */
    interface Listener {
        /** The server answered a poll. */
        void polled();

        /** A poll failed and will be repeated; what the server sent meanwhile may be lost. */
        void pollFailed(Throwable why);

        /** The session is over. */
        void lost(Throwable why);

        /** A message on the channel of updates. */
        void updates(JsonNode data);

        /** A message on the channel of the service. */
        void service(JsonNode data);
    }

    private final BayeuxTransport transport;
    private final Client client;
    private final PollFailures failures = new PollFailures();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final AtomicInteger toSubscribe = new AtomicInteger(2);
    private final Listener listener;

    /**
     * A session that is not opened yet.
     *
     * @param api requests with the cookies of the session and bare answers
     * @param url the address of the service
     * @param networkDelay how late an answer may be
     * @param threads where it runs
     * @param listener who is told
     */
    CometdSession(Api api, String url, Duration networkDelay, LiveThreads threads, Listener listener) {
        this.transport = new BayeuxTransport(api, url, networkDelay, threads.io(), threads.timer());
        this.client = new Client(url, threads, transport);
        this.listener = listener;
    }

    /** Shakes hands and subscribes both channels; the future fails with the reason when that cannot be done. */
    CompletableFuture<Void> open() {
        client.getChannel(Channel.META_CONNECT).addListener((ClientSessionChannel.MessageListener) (channel, poll) -> {
            if (poll.isSuccessful()) {
                failures.none();
                listener.polled();
            }
        });
        client.handshake(reply -> {
            if (reply.isSuccessful()) {
                subscribe(UPDATES, listener::updates);
                subscribe(SERVICE, listener::service);
            } else {
                opened.completeExceptionally(Refused.reason(reply));
            }
        });
        return opened;
    }

    private void subscribe(String channel, Consumer<JsonNode> receiver) {
        client.getChannel(channel).subscribe((source, message) -> receiver.accept(data(message)), reply -> {
            if (!reply.isSuccessful()) {
                opened.completeExceptionally(Refused.reason(reply));
            } else if (toSubscribe.decrementAndGet() == 0) {
                opened.complete(null);
            }
        });
    }

    private static JsonNode data(Message message) {
        return message.get(Message.DATA_FIELD) instanceof JsonNode json ? json : MissingNode.getInstance();
    }

    /** How long the server holds polls back. */
    Duration pollTimeout() {
        return transport.pollTimeout();
    }

    /** Tells the server that it is over; at the latest after the limit everything of the session has ended. */
    void close(Duration limit) {
        CompletableFuture<Void> told = new CompletableFuture<>();
        if (client.isHandshook()) {
            client.disconnect(reply -> told.complete(null));
            try {
                told.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                // it ends here all the same
            }
        }
        abort();
    }

    /** Ends it without telling the server. */
    void abort() {
        client.abort();
        transport.abort(new CometdException("the session was given up", null, new ErrorContext(Fate.UNKNOWN)));
    }

    /** The CometD client, with what to do about failures decided here instead of by it. */
    private final class Client extends BayeuxClient {
        private Client(String url, LiveThreads threads, BayeuxTransport transport) {
            super(url, threads.timer(), transport);
        }

        @Override
        protected void onTransportFailure(
                Message message, ClientTransport.FailureInfo info, ClientTransport.FailureHandler handler) {
            Throwable why = info.cause == null ? Refused.reason(message) : Refused.cause(info.cause);
            boolean poll = Channel.META_CONNECT.equals(message.getChannel());
            boolean again = poll && failures.worthAnother(message, why);
            info.action = again ? Message.RECONNECT_RETRY_VALUE : Message.RECONNECT_NONE_VALUE;
            info.delay = failures.delay().toMillis();
            if (again) {
                listener.pollFailed(why);
            }
            handler.handle(info);
            if (!again && !Channel.META_DISCONNECT.equals(message.getChannel())) {
                opened.completeExceptionally(why);
                listener.lost(why);
            }
        }
    }
}
