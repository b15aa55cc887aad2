package io.github.multicloudcx.core.internal.token;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.multicloudcx.core.ApiRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a token request is written.
 *
 * @param clientInBody whether the client secret stands in the body, not in a Basic header
 * @param json whether the body is JSON, not a form
 */
public record TokenForm(boolean clientInBody, boolean json) {
    /** What RFC 6749 asks every authorization server to understand. */
    public static final TokenForm STANDARD = new TokenForm(false, false);

    ApiRequest write(ApiRequest request, Grant grant, String type, Map<String, String> fields) {
        Map<String, String> body = body(grant, type, fields);
        ApiRequest signed = clientInBody
                ? request.advice(401, "the token endpoint does not know the client")
                : request.authorizedBy(StaticAuthenticator.basic(grant.clientId(), grant.clientSecret()));
        for (String secret : secrets(body)) {
            signed = signed.secret(secret);
        }
        return json ? signed.json(body) : signed.form(body);
    }

    private Map<String, String> body(Grant grant, String type, Map<String, String> fields) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("grant_type", type);
        body.put("client_id", grant.clientId());
        if (clientInBody) {
            body.put("client_secret", grant.clientSecret());
        }
        body.putAll(fields);
        return body;
    }

    /** In every way in which they stand in the body, and in an answer that repeats the body or a JSON body in JSON. */
    private static List<String> secrets(Map<String, String> body) {
        return Grant.secrets(body)
                .filter(secret -> !secret.isBlank())
                .flatMap(secret -> Stream.of(
                        secret,
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        quoted(secret),
                        quoted(quoted(secret))))
                .distinct()
                .toList();
    }

    private static String quoted(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    @Override
    public String toString() {
        return (json ? "JSON" : "form") + ", client " + (clientInBody ? "in the body" : "as HTTP Basic");
    }
}
