package io.github.multicloudcx.core.internal.download;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.http.Redirects;
import io.github.multicloudcx.core.internal.pipeline.BareRequests;
import io.github.multicloudcx.core.internal.pipeline.Exchange;
import java.io.IOException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Opens content: directly, or behind the redirect to a link. A new link is asked for each time; links are never kept. */
final class Content {
    private final Call<Exchange> request;
    private final BareRequests bare;
    private @Nullable ApiResponse<?> response;

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
        if (!Redirects.is(exchange.status())) {
            exchange.bodyReadHere();
            return exchange;
        }
        HttpUrl link = link(exchange);
        return link == null ? exchange : bare.get(link, range, range == null ? null : etag);
    }

    private static @Nullable HttpUrl link(Exchange exchange) {
        HttpUrl link = Redirects.target(
                exchange.response().request().url(), exchange.response().header("Location"));
        if (link != null) {
            exchange.close();
        }
        return link;
    }

    /** The last answer of the deployment itself. */
    @Nullable
    ApiResponse<?> response() {
        return response;
    }
}
