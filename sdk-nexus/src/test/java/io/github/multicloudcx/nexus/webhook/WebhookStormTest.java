package io.github.multicloudcx.nexus.webhook;

import static io.github.multicloudcx.nexus.webhook.Given.WEBHOOKS;
import static io.github.multicloudcx.nexus.webhook.Given.bytes;
import static io.github.multicloudcx.nexus.webhook.Given.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.webhook.HubSignature;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * 10,000 signed requests over sockets, of which 5 % are duplicates, 2 % forged and 3 % malformed, to an application that
 * says "later" or fails now and then, from a sender that delivers again as Digital Channels does.
 */
@Timeout(300)
class WebhookStormTest {
    private static final int REQUESTS = 10_000;
    private static final int DUPLICATES = 500;
    private static final int FORGED = 200;
    private static final int MALFORMED = 300;
    private static final int GENUINE = REQUESTS - DUPLICATES - FORGED - MALFORMED;
    private static final int SENDERS = 16;

    private final Map<String, AtomicInteger> takenOver = new ConcurrentHashMap<>();
    private final Set<String> refusedOnce = ConcurrentHashMap.newKeySet();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();

    private record Storm(byte[] body, String signature) {
        static Storm signed(byte[] body) {
            return new Storm(body, WEBHOOKS.sign(body));
        }
    }

    private WebhookOutcome application(WebhookDelivery<WebhookMessage> delivery) {
        String id = delivery.content().messageId();
        int kind = Math.floorMod(id.hashCode(), 50);
        if (kind < 2 && refusedOnce.add(id)) {
            if (kind == 0) {
                throw new IllegalStateException("the database is down");
            }
            return WebhookOutcome.later();
        }
        takenOver.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
        return WebhookOutcome.accepted();
    }

    private static List<Storm> storm(Random random) {
        List<Storm> storm = new ArrayList<>();
        for (int i = 0; i < GENUINE; i++) {
            storm.add(Storm.signed(sms("genuine-" + i)));
        }
        for (int i = 0; i < DUPLICATES; i++) {
            storm.add(Storm.signed(sms("genuine-" + random.nextInt(GENUINE))));
        }
        HubSignature other = HubSignature.of("another secret");
        for (int i = 0; i < FORGED; i++) {
            byte[] body = sms("forged-" + i);
            storm.add(new Storm(body, i % 2 == 0 ? other.sign(body) : WEBHOOKS.sign(sms("genuine-" + i))));
        }
        List<String> malformed = List.of("", "{", "[]", "<html>", "{\"a\":".repeat(200), "\"text\"");
        for (int i = 0; i < MALFORMED; i++) {
            storm.add(Storm.signed(bytes(malformed.get(i % malformed.size()))));
        }
        Collections.shuffle(storm, random);
        return storm;
    }

    @Test
    void eachGenuineMessageReachesTheApplicationExactlyOnce() throws Exception {
        List<Storm> storm = storm(new Random(10_000));
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try (Endpoint endpoint = new Endpoint(this::application)) {
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            List<Future<?>> sent = new ArrayList<>();
            for (Storm each : storm) {
                sent.add(senders.submit(() -> send(client, endpoint, each)));
            }
            for (Future<?> future : sent) {
                future.get();
            }
        } finally {
            senders.shutdownNow();
        }
        assertThat(takenOver).hasSize(GENUINE);
        assertThat(takenOver.values()).allSatisfy(times -> assertThat(times).hasValue(1));
        assertThat(takenOver.keySet()).allSatisfy(id -> assertThat(id).startsWith("genuine-"));
        Map<Integer, Integer> counts = new TreeMap<>();
        answers.forEach((status, count) -> counts.put(status, count.get()));
        assertThat(counts.keySet()).containsExactly(200, 400, 403, 500);
        assertThat(counts)
                .containsEntry(200, GENUINE + DUPLICATES)
                .containsEntry(400, MALFORMED)
                .containsEntry(403, FORGED);
        assertThat(counts.get(500)).isGreaterThanOrEqualTo(refusedOnce.size()).isPositive();
    }

    /** Delivers again after 5xx. */
    private Void send(HttpClient client, Endpoint endpoint, Storm storm) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(endpoint.uri())
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature", storm.signature())
                .POST(HttpRequest.BodyPublishers.ofByteArray(storm.body()))
                .build();
        int status = 500;
        while (status == 500) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            status = response.statusCode();
            answers.computeIfAbsent(status, key -> new AtomicInteger()).incrementAndGet();
        }
        return null;
    }
}
