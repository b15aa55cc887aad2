package io.github.multicloudcx.sandbox.internal.udm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.http.Parameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Filters, sorts and pages a list. */
final class Listing {
    private static final int DEFAULT_SIZE = 999_999_999;

    private final Parameters query;
    private Stream<ObjectNode> items;
    private UnaryOperator<ObjectNode> shape = UnaryOperator.identity();

    Listing(Parameters query, Stream<ObjectNode> items) {
        this.query = query;
        this.items = items;
    }

    /** Keeps the items whose field is equal to the parameter of the same name. */
    Listing equal(String... names) {
        for (String name : names) {
            String wanted = query.get(name);
            if (wanted != null) {
                items = items.filter(item -> item.path(name).asText().equals(wanted));
            }
        }
        return this;
    }

    /** Keeps the items whose field contains the parameter of the same name, in any case. */
    Listing contains(String... names) {
        for (String name : names) {
            String wanted = query.get(name);
            if (wanted != null) {
                items = items.filter(item -> lower(item.path(name).asText()).contains(lower(wanted)));
            }
        }
        return this;
    }

    /** How items look on the page; filters and order see them as they were. */
    Listing shaped(UnaryOperator<ObjectNode> look) {
        shape = look;
        return this;
    }

    /** The page, or the given answer when there is nothing at all. */
    Answer page(Answer whenEmpty) {
        if (!number("from") || !number("size")) {
            return Answer.error(400, "from and size are numbers");
        }
        List<ObjectNode> all = sorted();
        if (all.isEmpty()) {
            return whenEmpty;
        }
        long from = Long.parseLong(query.getOr("from", "0"));
        long size = Long.parseLong(query.getOr("size", Integer.toString(DEFAULT_SIZE)));
        ObjectNode page = Json.object().put("count", all.size()).put("from", from);
        all.stream().skip(from).limit(size).map(shape).forEach(page.putArray("items")::add);
        return Answer.json(200, page.put("size", size));
    }

    static ObjectNode empty() {
        ObjectNode page = Json.object().put("count", 0).put("from", 0);
        page.putArray("items");
        return page.put("size", DEFAULT_SIZE);
    }

    private boolean number(String name) {
        return query.getOr(name, "0").matches("\\d{1,9}");
    }

    /** Sorting by id is known not to work. */
    private List<ObjectNode> sorted() {
        List<ObjectNode> all = new ArrayList<>(items.toList());
        String field = query.getOr("orderField", "id");
        if (!field.equals("id")) {
            all.sort(Comparator.comparing(item -> item.path(field), Listing::compare));
            if (query.getOr("descAsc", "false").equals("true")) {
                Collections.reverse(all);
            }
        }
        return all;
    }

    private static int compare(JsonNode left, JsonNode right) {
        return left.isNumber() && right.isNumber()
                ? Double.compare(left.asDouble(), right.asDouble())
                : left.asText().compareTo(right.asText());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
