package io.github.multicloudcx.sandbox.internal.nexus;

import io.github.multicloudcx.sandbox.SignatureVerdict;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The channels, and who may use them. */
final class Channels {
    private final Map<String, MessageChannel> channels = new ConcurrentHashMap<>();
    private final List<SignatureVerdict> verdicts = new CopyOnWriteArrayList<>();

    void add(MessageChannel channel) {
        channels.put(channel.id(), channel);
    }

    MessageChannel get(String id) {
        MessageChannel channel = channels.get(id);
        if (channel == null) {
            throw new IllegalArgumentException("There is no channel " + id);
        }
        return channel;
    }

    void change(String id, UnaryOperator<MessageChannel> change) {
        channels.put(id, change.apply(get(id)));
    }

    List<SignatureVerdict> verdicts() {
        return List.copyOf(verdicts);
    }

    /** Answers as the channel does, when the request is one of its own. */
    Answer guarded(String operationId, Invocation invocation, Function<MessageChannel, Answer> answer) {
        String id = invocation.path("channelId");
        MessageChannel channel = channels.get(id);
        if (channel == null) {
            return Answer.error(404, "Channel " + id + " not found");
        }
        Answer refusal = refusal(operationId, channel, invocation.exchange());
        return refusal == null ? answer.apply(channel) : refusal;
    }

    private @Nullable Answer refusal(String operationId, MessageChannel channel, Exchange exchange) {
        byte[] body = exchange.body();
        List<String> signatures = exchange.headers().all(HubSigner.HEADER);
        String problem = signatures.size() > 1
                ? "the header comes more than once"
                : HubSigner.problem(exchange.headers().first(HubSigner.HEADER), channel.appSecret(), body);
        verdicts.add(new SignatureVerdict(operationId, channel.id(), problem, body.length));
        if (!problem.isEmpty()) {
            return Answer.error(401, "X-Hub-Signature: " + problem);
        }
        boolean own = channel.contactCenterId().equals(exchange.headers().firstOr("x-ccid", ""));
        return own ? null : Answer.error(403, "The channel belongs to another contact center");
    }
}
