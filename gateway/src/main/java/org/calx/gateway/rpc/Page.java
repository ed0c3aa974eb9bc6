package org.calx.gateway.rpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.calx.gateway.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of a history.
 *
 * @param count most rows
 * @param offset rows to skip
 * @param oldestFirst whether the oldest of what was asked for comes first, and is what the count keeps
 * @param fromMs first instant, milliseconds since 1970-01-01
 * @param toMs last instant
 */
record Page(int count, int offset, boolean oldestFirst, long fromMs, long toMs) {
    private static final int MOST = 1_000;

    /** Reads {@code count}, {@code offset}, {@code sorting}, {@code start_timestamp} and {@code end_timestamp}. */
    static Page of(Params params, int defaultCount) {
        long offset = params.optionalWhole("offset").orElse(0L);
        if (offset < 0 || offset > Integer.MAX_VALUE) {
            throw RpcException.invalid("offset", "must not be negative");
        }
        boolean oldestFirst =
                switch (params.optionalText("sorting").orElse("default")) {
                    case "asc" -> true;
                    case "desc", "default" -> false;
                    default -> throw RpcException.invalid("sorting", "must be asc, desc or default");
                };
        return new Page(
                params.count("count", defaultCount, MOST),
                (int) offset,
                oldestFirst,
                params.optionalWhole("start_timestamp").orElse(Long.MIN_VALUE),
                params.optionalWhole("end_timestamp").orElse(Long.MAX_VALUE));
    }

    /** The rows of this part. */
    <T> Rows<T> of(Iterator<T> newestFirst, Predicate<T> wanted, Function<T, Long> timestampMs) {
        List<T> all = new ArrayList<>();
        while (newestFirst.hasNext()) {
            T row = newestFirst.next();
            long ms = timestampMs.apply(row);
            if (ms >= fromMs && ms <= toMs && wanted.test(row)) {
                all.add(row);
            }
        }
        if (oldestFirst) {
            Collections.reverse(all);
        }
        int from = Math.min(offset, all.size());
        int to = Math.min(from + count, all.size());
        return new Rows<>(all.subList(from, to), to < all.size());
    }

    /** Rows and whether there are more. */
    record Rows<T>(List<T> rows, boolean hasMore) {

        ArrayNode list(Function<T, ? extends JsonNode> shape) {
            ArrayNode list = Json.array();
            rows.forEach(row -> list.add(shape.apply(row)));
            return list;
        }

        /** {@code {"trades": [...], "has_more": ...}}. */
        ObjectNode trades(Function<T, ? extends JsonNode> shape) {
            ObjectNode json = Json.object();
            json.set("trades", list(shape));
            return json.put("has_more", hasMore);
        }
    }
}
