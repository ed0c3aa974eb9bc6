package org.calx.gateway.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.calx.gateway.json.Json;
import org.calx.gateway.view.Changes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A channel that tells what has happened as rows: a list a message, or a row a message. */
final class RowsTopic extends Topic {
    private final Function<Changes, Stream<? extends JsonNode>> rows;
    private final boolean oneByOne;
    private final List<JsonNode> pending = new ArrayList<>();

    /** @param oneByOne whether each row is a message of its own, rather than a list */
    RowsTopic(String channel, Interval interval, boolean oneByOne, Function<Changes, Stream<? extends JsonNode>> rows) {
        super(channel, interval);
        this.oneByOne = oneByOne;
        this.rows = rows;
    }

    @Override
    boolean accept(Changes changes) {
        rows.apply(changes).forEach(pending::add);
        return !pending.isEmpty();
    }

    @Override
    List<? extends JsonNode> drain() {
        if (pending.isEmpty()) {
            return List.of();
        }
        List<JsonNode> told = List.copyOf(pending);
        pending.clear();
        if (oneByOne) {
            return told;
        }
        ArrayNode list = Json.array();
        told.forEach(list::add);
        return List.of(list);
    }
}
