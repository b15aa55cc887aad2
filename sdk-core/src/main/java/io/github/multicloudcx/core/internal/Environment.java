package io.github.multicloudcx.core.internal;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.auth.FileTokenStore;
import io.github.multicloudcx.core.auth.OAuth;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the environment variables that describe a connection. */
public final class Environment {
    private final Map<String, String> variables;

    public Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    public CxClientBuilder builder() {
        CxClientBuilder builder = CxClient.builder();
        bases(builder);
        String apiKey = get("CX_API_KEY");
        if (apiKey != null) {
            named("CX_API_KEY", () -> builder.apiKey(apiKey));
        }
        String hosts = get("CX_ALLOW_CLEARTEXT");
        Stream<String> names = hosts == null ? Stream.empty() : Stream.of(hosts.split(","));
        names.map(String::trim)
                .filter(name -> !name.isEmpty())
                .forEach(host -> named("CX_ALLOW_CLEARTEXT", () -> builder.allowCleartext(host)));
        return builder.credentials(credentials());
    }

    private void bases(CxClientBuilder builder) {
        String common = get("CX_BASE_URL");
        boolean any = common != null;
        if (common != null) {
            named("CX_BASE_URL", () -> builder.baseUrl(common));
        }
        for (ApiFamily family : ApiFamily.values()) {
            String name = "CX_BASE_URL_" + family.name();
            String own = get(name);
            if (own != null) {
                any = true;
                named(name, () -> builder.baseUrl(family, own));
            }
        }
        if (!any) {
            throw new IllegalArgumentException(
                    "CX_BASE_URL is not set; it is the address of the deployment, such as https://gapi-use1.genesyscloud.com");
        }
    }

    private Credentials credentials() {
        String token = get("CX_ACCESS_TOKEN");
        if (token != null) {
            return named("CX_ACCESS_TOKEN", () -> Credentials.bearer(token));
        }
        String username = get("CX_USERNAME");
        String refreshToken = get("CX_REFRESH_TOKEN");
        boolean client = get("CX_CLIENT_ID") != null || get("CX_CLIENT_SECRET") != null;
        if (get("CX_PASSWORD") != null) {
            var unused = due("CX_USERNAME", "CX_PASSWORD");
        }
        if (!client && username == null && refreshToken == null) {
            return Credentials.none();
        }
        String id = due("CX_CLIENT_ID", "CX_CLIENT_SECRET");
        String secret = due("CX_CLIENT_SECRET", "CX_CLIENT_ID");
        return stored(oauth(id, secret, username, refreshToken));
    }

    private OAuth oauth(String id, String secret, @Nullable String username, @Nullable String refreshToken) {
        if (username != null) {
            String password = due("CX_PASSWORD", "CX_USERNAME");
            return named("CX_CLIENT_ID", () -> OAuth.password(id, secret, username, password));
        }
        return named(
                "CX_CLIENT_ID",
                () -> refreshToken != null
                        ? OAuth.refreshToken(id, secret, refreshToken)
                        : OAuth.clientCredentials(id, secret));
    }

    private OAuth stored(OAuth oauth) {
        String file = get("CX_TOKEN_FILE");
        return file == null ? oauth : named("CX_TOKEN_FILE", () -> oauth.tokenStore(new FileTokenStore(Path.of(file))));
    }

    private @Nullable String get(String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private String due(String name, String because) {
        String value = get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not set; it is needed together with " + because);
        }
        return value;
    }

    private static <T> T named(String variable, Supplier<T> setting) {
        try {
            return setting.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(variable + ": " + e.getMessage(), e);
        }
    }
}
