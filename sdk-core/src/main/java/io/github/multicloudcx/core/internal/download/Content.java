package io.github.multicloudcx.core.internal.download;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.http.Redirects;
import io.github.multicloudcx.core.internal.pipeline.BareRequests;
import io.github.multicloudcx.core.internal.pipeline.Engine;
import io.github.multicloudcx.core.internal.pipeline.Exchange;
import java.io.IOException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Opens content: directly, or behind the redirect to a link. A new link is asked for each time; links are never kept. */
final class Content {
    private static final int MOST_HOPS = 5;

    private final Call<Exchange> request;
    private final BareRequests bare;
    private @Nullable ApiResponse<?> response;
    private @Nullable HttpUrl last;

    Content(Call<Exchange> request, BareRequests bare) {
        this.request = request;
        this.bare = bare;
    }

    /** The content from an index on, when it is still what the tag says. */
    Exchange open(long from, @Nullable String etag) throws IOException {
        String range = etag == null || from == 0 ? null : "bytes=" + from + "-";
        Call<Exchange> asking = request.header("Accept-Encoding", "identity");
        if (etag != null && range != null) {
            asking = asking.header("Range", range).header("If-Range", etag);
        }
        ApiResponse<Exchange> answer = asking.executeForResponse();
        response = answer;
        Exchange exchange = answer.value();
        last = exchange.response().request().url();
        exchange.bodyReadHere();
        return follow(exchange, range, range == null ? null : etag);
    }

    /** Storage services redirect among themselves; nothing of ours is on the way any more. */
    private Exchange follow(Exchange first, @Nullable String range, @Nullable String etag) throws IOException {
        Exchange exchange = first;
        for (int hop = 0; hop < MOST_HOPS && Redirects.is(exchange.status()); hop++) {
            HttpUrl link = link(exchange);
            if (link == null) {
                return exchange;
            }
            last = link;
            exchange = bare.get(link, range, etag);
        }
        return exchange;
    }

    private static @Nullable HttpUrl link(Exchange exchange) {
        HttpUrl link = Redirects.target(
                exchange.response().request().url(), exchange.response().header("Location"));
        if (link != null) {
            exchange.close();
        }
        return link;
    }

    /** Scheme, host and port of the last request; the rest of a link is a secret. */
    String origin() {
        return last == null ? "the deployment" : Engine.origin(last);
    }

    /** The last answer of the deployment itself. */
    @Nullable
    ApiResponse<?> response() {
        return response;
    }
}
