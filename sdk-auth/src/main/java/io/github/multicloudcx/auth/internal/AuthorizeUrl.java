package io.github.multicloudcx.auth.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The URL that a browser opens to sign in. */
public final class AuthorizeUrl {
    private AuthorizeUrl() {}

    public static URI of(
            URI authUrl, String clientId, URI redirectUri, boolean hideTenant, @Nullable String scope, String state) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", clientId);
        query.put("redirect_uri", redirectUri.toString());
        if (hideTenant) {
            query.put("hideTenant", "true");
        }
        if (scope != null) {
            query.put("scope", scope);
        }
        query.put("state", state);
        return URI.create(authUrl + "/oauth/authorize?" + encode(query));
    }

    private static String encode(Map<String, String> query) {
        return query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
