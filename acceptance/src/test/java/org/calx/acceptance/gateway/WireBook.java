package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A book as a client keeps it from a channel: a snapshot and changes whose ids must join. */
final class WireBook {
    private final TreeMap<BigDecimal, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<BigDecimal, Long> asks = new TreeMap<>();
    private long changeId = -1;

    /** Takes in a message. @throws AssertionError if the chain is broken or a level is not what the action says */
    void apply(JsonNode data) {
        boolean snapshot = data.get("type").asString().equals("snapshot");
        if (snapshot) {
            bids.clear();
            asks.clear();
        } else {
            assertThat(data.get("prev_change_id").asLong()).as("chain").isEqualTo(changeId);
        }
        changeId = data.get("change_id").asLong();
        data.get("bids").forEach(level -> apply(bids, level));
        data.get("asks").forEach(level -> apply(asks, level));
    }

    private static void apply(Map<BigDecimal, Long> side, JsonNode level) {
        BigDecimal price = level.get(1).decimalValue().stripTrailingZeros();
        long lots = level.get(2).asLong();
        switch (level.get(0).asString()) {
            case "new" -> assertThat(side.put(price, lots)).as("new level").isNull();
            case "change" ->
                assertThat(side.replace(price, lots)).as("known level").isNotNull();
            case "delete" -> assertThat(side.remove(price)).as("known level").isNotNull();
            default -> throw new AssertionError(level);
        }
    }

    long changeId() {
        return changeId;
    }

    /** Checks that it is the book that the answer of {@code get_order_book} shows. */
    void sameAs(JsonNode answer) {
        assertThat(bids).isEqualTo(levels(answer.get("bids"), new TreeMap<>()));
        assertThat(asks).isEqualTo(levels(answer.get("asks"), new TreeMap<>()));
    }

    private static Map<BigDecimal, Long> levels(JsonNode list, Map<BigDecimal, Long> levels) {
        list.forEach(level -> levels.put(
                level.get(0).decimalValue().stripTrailingZeros(), level.get(1).asLong()));
        return levels;
    }
}
