package io.github.multicloudcx.core.testing;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Paging;
import java.util.stream.Stream;

/** Reads a list and tells how many items there were; run in a JVM of its own. */
public final class ContentMillion {
    private ContentMillion() {}

    public record Item(long id, String title) {}

    public static void main(String[] arguments) {
        long[] counts = new long[2];
        try (CxClient client = CxClient.builder().baseUrl(arguments[0]).build();
                Stream<Item> items =
                        client
                                .request()
                                .get("/jobs")
                                .listing(new Paging("jobs", "from", "size"), Item.class)
                                .stream()) {
            items.forEach(item -> {
                counts[0]++;
                counts[1] += item.id();
            });
        }
        System.out.print(counts[0] + " items, sum " + counts[1]);
    }
}
