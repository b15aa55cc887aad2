package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.auth.Credentials;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The webhook of a configuration database: a POST with JSON. It has a connection of its own, so nothing of Architect's
 * credentials goes there. The segments of its path are not shown in logs and errors; some services keep secrets in them.
 */
public final class ConfigurationWebhook implements ChangeNotifier {
    private final CxClient cx;
    private final String path;
    private final Duration limit;

    private ConfigurationWebhook(CxClient cx, String path, Duration limit) {
        this.cx = cx;
        this.path = path;
        this.limit = limit;
    }

    /**
     * A webhook.
     *
     * @param address http or https, without user, query and fragment
     * @param token sent as {@code Authorization: Bearer}, or null
     * @param limit how long an update waits for it at most, all attempts included
     * @return the webhook, to be closed
     */
    public static ConfigurationWebhook to(URI address, @Nullable String token, Duration limit) {
        if (address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the address of a webhook is http or https with a host, without user, query and fragment");
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        CxClientBuilder connection = CxClient.builder()
                .baseUrl(address.getScheme() + "://" + address.getHost() + port)
                .timeout(limit);
        if (token != null) {
            connection.credentials(Credentials.bearer(token));
        }
        return new ConfigurationWebhook(connection.build(), address.getRawPath(), limit);
    }

    /** Each segment fills a placeholder, so that it is not shown; what was encoded in it is so again. */
    @Override
    public CompletableFuture<?> send(ChangeNotice notice) {
        List<String> segments = List.of(path.replaceFirst("^/", "").split("/", -1));
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            template.append('/').append(segments.get(i).isEmpty() ? "" : "{segment" + i + "}");
        }
        ApiRequest request = cx.request().post(template.toString());
        for (int i = 0; i < segments.size(); i++) {
            if (!segments.get(i).isEmpty()) {
                String decoded = URI.create("/" + segments.get(i)).getPath();
                request = request.path("segment" + i, decoded.substring(1));
            }
        }
        return request.json(notice).safeToRepeat().returningNothing().executeAsync();
    }

    @Override
    public Duration limit() {
        return limit;
    }

    @Override
    public void close() {
        cx.close();
    }
}
