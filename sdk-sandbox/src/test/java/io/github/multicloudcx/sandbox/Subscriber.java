package io.github.multicloudcx.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A client of statistics in tests: Bayeux messages by hand, and the cookies of a browser. */
final class Subscriber {
    static final String BASE = "/statistics/v3";
    static final String NOTIFICATIONS = BASE + "/notifications";
    static final String UPDATES = BASE + "/updates";
    static final String SERVICE = BASE + "/service";
    static final String SUBSCRIPTIONS = BASE + "/subscriptions";
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Sandbox sandbox;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String clientId = "";

    Subscriber(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Has shaken hands, listens to both channels and has sent its first poll. */
    static Subscriber connected(Sandbox sandbox) {
        Subscriber subscriber = new Subscriber(sandbox);
        subscriber.start();
        return subscriber;
    }

    void start() {
        handshake();
        listen(UPDATES);
        listen(SERVICE);
        connect(0);
    }

    /** Like {@link #connected} with a subscription to two statistics of the same agent. */
    static Subscriber subscribed(Sandbox sandbox, String subscriptionId) {
        Subscriber subscriber = connected(sandbox);
        subscriber.open(subscriptionId, named("calls", "InboundCalls"), named("state", "CurrentAgentState"));
        return subscriber;
    }

    static String named(String statisticId, String name) {
        return """
                {"statisticId":"%s","objectId":"agent1","objectType":"Agent","name":"%s"}""".formatted(statisticId, name);
    }

    static String defined(String statisticId, String definition) {
        return """
                {"statisticId":"%s","objectId":"agent1","objectType":"Agent","definition":%s}""".formatted(statisticId, definition);
    }

    Map<String, String> cookies() {
        return cookies;
    }

    String clientId() {
        return clientId;
    }

    Web web() {
        Web web = Web.signedIn(sandbox);
        return cookies.isEmpty()
                ? web
                : web.with(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private HttpResponse<String> keepCookies(HttpResponse<String> response) {
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", -1)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return response;
    }

    HttpResponse<String> send(String type, Map<String, Object> fields) {
        Map<String, Object> message = new LinkedHashMap<>(fields);
        message.put("channel", "/meta/" + type);
        if (!clientId.isEmpty() && !type.equals("handshake")) {
            message.put("clientId", clientId);
        }
        return post(NOTIFICATIONS + "/" + type, List.of(message));
    }

    HttpResponse<String> post(String path, Object messages) {
        String body = Web.JSON.valueToTree(messages).toString();
        return keepCookies(web().postJson(path, body));
    }

    JsonNode handshake() {
        JsonNode reply = Web.json(send(
                        "handshake", Map.of("version", "1.0", "supportedConnectionTypes", List.of("long-polling"))))
                .path(0);
        clientId = reply.path("clientId").asText();
        return reply;
    }

    HttpResponse<String> listen(String channel) {
        return send("subscribe", Map.of("subscription", channel));
    }

    /** Polls with a timeout of its own. */
    JsonNode connect(int timeoutMillis) {
        return Web.json(
                send("connect", Map.of("connectionType", "long-polling", "advice", Map.of("timeout", timeoutMillis))));
    }

    HttpResponse<String> poll() {
        return send("connect", Map.of("connectionType", "long-polling"));
    }

    /** Polls on another thread and returns when the sandbox holds the poll. */
    CompletableFuture<JsonNode> held() {
        CompletableFuture<HttpResponse<String>> poll = heldResponse();
        return poll.thenApply(Web::json);
    }

    CompletableFuture<HttpResponse<String>> heldResponse() {
        int others = sandbox.statistics().heldPolls();
        CompletableFuture<HttpResponse<String>> poll = CompletableFuture.supplyAsync(this::poll, Runner.THREADS);
        sandbox.statistics().awaitHeldPolls(others + 1, PATIENCE);
        return poll;
    }

    /** What one answer says on a channel: the data of its messages. */
    static List<JsonNode> on(String channel, JsonNode messages) {
        List<JsonNode> data = new ArrayList<>();
        messages.forEach(message -> {
            if (message.path("channel").asText().equals(channel)) {
                data.add(message.path("data"));
            }
        });
        return data;
    }

    /** The statistics of all wrapped updates that wait for this client. */
    List<JsonNode> updates() {
        List<JsonNode> statistics = new ArrayList<>();
        on(UPDATES, connect(0))
                .forEach(data -> data.path("data").path("statistics").forEach(statistics::add));
        return statistics;
    }

    /** The waiting updates, as {@code statisticId=text of the value}. */
    List<String> told() {
        return updates().stream()
                .map(update -> update.path("statisticId").asText() + "="
                        + update.path("value").path("stringValue").asText())
                .toList();
    }

    HttpResponse<String> open(String subscriptionId, String... statistics) {
        String body = """
                {"operationId":"%s","data":{"statistics":[%s]}}""".formatted(subscriptionId, String.join(",", statistics));
        return create("", body);
    }

    HttpResponse<String> create(String query, String body) {
        return keepCookies(web().postJson(SUBSCRIPTIONS + query, body));
    }

    HttpResponse<String> values(String subscriptionId, String query) {
        return keepCookies(web().get(SUBSCRIPTIONS + "/" + subscriptionId + "/statistic-values" + query));
    }

    HttpResponse<String> close(String subscriptionId) {
        return keepCookies(web().text("DELETE", SUBSCRIPTIONS + "/" + subscriptionId, BodyPublishers.noBody()));
    }
}
