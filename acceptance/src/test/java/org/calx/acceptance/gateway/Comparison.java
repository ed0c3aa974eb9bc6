package org.calx.acceptance.gateway;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers without what belongs to one gateway: when it read something, and the trades that it has seen. */
final class Comparison {
    private static final Set<String> OF_ONE_GATEWAY = Set.of(
            "timestamp",
            "change_id",
            "stats",
            "last_price",
            "last_update_timestamp",
            "event_sequence",
            "average_price",
            "index_price",
            "estimated_delivery_price");

    private Comparison() {}

    static JsonNode state(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            object.remove(OF_ONE_GATEWAY);
        }
        answer.forEach(Comparison::state);
        return answer;
    }
}
