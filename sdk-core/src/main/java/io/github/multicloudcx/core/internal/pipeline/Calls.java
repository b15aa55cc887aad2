package io.github.multicloudcx.core.internal.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Download;
import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.core.WithErrors;
import io.github.multicloudcx.core.internal.download.Downloads;
import io.github.multicloudcx.core.internal.http.Redirects;
import io.github.multicloudcx.core.internal.json.ItemSource;
import io.github.multicloudcx.core.internal.json.ItemStream;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Turns a described request, as it is at that moment, into calls. */
public final class Calls {
    private final Connection connection;
    private final SpecBuilder spec;
    private final Decoders decoders;

    public Calls(Connection connection, SpecBuilder spec) {
        this.connection = connection;
        this.spec = spec;
        this.decoders = new Decoders(connection.pipeline().engine().models(), spec.envelope());
    }

    public <T> Call<T> value(Class<T> type) {
        return whole(decoders.value(type));
    }

    public <T> Call<WithErrors<T>> withErrors(Class<T> type) {
        return whole(decoders.withErrors(type));
    }

    public <T> Call<List<T>> list(Class<T> type) {
        return whole(decoders.list(type));
    }

    public <T> Call<List<T>> list(Class<T> type, List<String> wrappers) {
        return whole(decoders.list(type, wrappers));
    }

    public <T> Call<List<T>> oneOrMany(Class<T> type) {
        return whole(decoders.oneOrMany(type));
    }

    public Call<JsonNode> json() {
        return whole(decoders.json());
    }

    public Call<@Nullable Void> nothing() {
        return whole(decoders.nothing());
    }

    public Call<String> text() {
        return whole(decoders.text());
    }

    public Call<String> header(String name) {
        return whole(decoders.header(name));
    }

    public <T> Call<Page<T>> page(String field, Class<T> type, long from, @Nullable Long size) {
        return whole(decoders.page(field, type, from, size));
    }

    private <T extends @Nullable Object> Call<T> whole(WholeReader.Decoder<T> decoder) {
        return call(new WholeReader<>(connection.pipeline().engine().maxBodyBytes(), decoder), false);
    }

    private <T extends @Nullable Object> Call<T> call(AttemptReader<T> reader, boolean redirects) {
        return new PipelineCall<>(connection, spec.build(redirects), CallOptions.NONE, reader);
    }

    /** Where a redirect points to. */
    public Call<String> redirect() {
        return call(
                exchange -> {
                    try (exchange) {
                        HttpUrl target = Redirects.target(
                                exchange.response().request().url(),
                                exchange.response().header("Location"));
                        if (!Redirects.is(exchange.status()) || target == null) {
                            throw BadAnswer.malformed("status " + exchange.status()
                                    + " without a usable Location header where a redirect was due");
                        }
                        return new AttemptReader.Read<>(target.toString(), null, null, List.of());
                    }
                },
                true);
    }

    /** The items of a list, read as they arrive. */
    public <T> Call<ItemSource<T>> items(String field, Class<T> type) {
        Spec built = spec.build(false);
        return new PipelineCall<>(
                connection,
                built,
                CallOptions.NONE,
                new ItemReader<>(connection.pipeline().engine(), built, field, type));
    }

    /** All pages, one after the other. */
    public static <T> Stream<T> stream(LongFunction<Call<ItemSource<T>>> pages, long from, @Nullable Long size) {
        return new ItemStream<>(
                        index -> pages.apply(index).execute(),
                        (items, total, index) -> PageMath.next(items, total, index, size),
                        from,
                        size != null)
                .stream();
    }

    public Download download() {
        return Downloads.of(connection, spec.build(true));
    }

    /** An answer that is handed on unread; for downloads. */
    public static Call<Exchange> open(Connection connection, Spec spec) {
        return new PipelineCall<>(
                connection,
                spec,
                CallOptions.NONE,
                exchange -> new AttemptReader.Read<>(exchange, null, null, List.of()));
    }
}
