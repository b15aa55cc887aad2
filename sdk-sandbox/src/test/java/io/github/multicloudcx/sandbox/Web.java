package io.github.multicloudcx.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plain HTTP client for tests: says what a well-behaved client says unless told otherwise. */
final class Web {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String USER_AGENT = "multicloud-cx-sdk-java/test";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Sandbox sandbox;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Web(Sandbox sandbox) {
        this.sandbox = sandbox;
        headers.put("Accept", "application/json");
        headers.put("User-Agent", USER_AGENT);
    }

    /** With API key and the token of the default client. */
    static Web signedIn(Sandbox sandbox) {
        return keyed(sandbox).with("Authorization", "Bearer " + sandbox.oauth().accessToken());
    }

    static Web signedInAs(Sandbox sandbox, String username) {
        return keyed(sandbox).with("Authorization", "Bearer " + sandbox.oauth().accessToken(username));
    }

    /** With API key only. */
    static Web keyed(Sandbox sandbox) {
        return new Web(sandbox).with("x-api-key", sandbox.apiKey());
    }

    /** With nothing but Accept and User-Agent. */
    static Web bare(Sandbox sandbox) {
        return new Web(sandbox);
    }

    /** With API key and Basic credentials of the default client. */
    static Web client(Sandbox sandbox) {
        return keyed(sandbox).with("Authorization", basic(sandbox.clientId(), sandbox.clientSecret()));
    }

    static String basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    Web with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Web without(String name) {
        headers.remove(name);
        return this;
    }

    HttpResponse<String> get(String path) {
        return text("GET", path, BodyPublishers.noBody());
    }

    HttpResponse<String> delete(String path) {
        return text("DELETE", path, BodyPublishers.noBody());
    }

    HttpResponse<String> post(String path) {
        return text("POST", path, BodyPublishers.noBody());
    }

    HttpResponse<String> postJson(String path, String body) {
        return with("Content-Type", "application/json").text("POST", path, BodyPublishers.ofString(body));
    }

    HttpResponse<String> putJson(String path, String body) {
        return with("Content-Type", "application/json").text("PUT", path, BodyPublishers.ofString(body));
    }

    HttpResponse<String> postForm(String path, Map<String, String> form) {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(encode(name))
                .append('=')
                .append(encode(value)));
        return with("Content-Type", "application/x-www-form-urlencoded")
                .text("POST", path, BodyPublishers.ofString(body.toString()));
    }

    HttpResponse<String> upload(String path, String part, String content) {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"" + part
                + "\"; filename=\"c.pem\"\r\nContent-Type: application/x-x509-ca-cert\r\n\r\n" + content
                + "\r\n--edge--\r\n";
        return with("Content-Type", "multipart/form-data; boundary=edge")
                .text("POST", path, BodyPublishers.ofString(body));
    }

    HttpResponse<String> text(String method, String path, HttpRequest.BodyPublisher body) {
        return send(method, path, body, BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String method, String address) {
        return send(method, address, BodyPublishers.noBody(), BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(
            String method, String path, HttpRequest.BodyPublisher body, HttpResponse.BodyHandler<T> handler) {
        URI uri = URI.create(path.startsWith("http") ? path : sandbox.baseUrl() + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).method(method, body).timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
