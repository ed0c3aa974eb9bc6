package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import org.calx.core.snapshot.TextSnapshotReader;
import org.calx.core.snapshot.TextSnapshotWriter;
import org.junit.jupiter.api.Test;

class ClientOrderIdsTest {
    private static final int CAPACITY = 8;
    private static final int ROUNDS = 20_000;
    private static final int IDS = 24;

    @Test
    void knowsTheLastIdsAndNoOthers() {
        long seed = Long.getLong("calx.seed", System.nanoTime());
        System.out.println("ClientOrderIdsTest seed " + seed + " (repeat with -Dcalx.seed)");
        Random random = new Random(seed);
        ClientOrderIds ids = new ClientOrderIds(CAPACITY);
        Map<Long, Long> orderOfId = new HashMap<>();
        Queue<Long> order = new ArrayDeque<>();
        for (int round = 1; round <= ROUNDS; round++) {
            long id = random.nextInt(IDS);
            int place = ids.find(id, ~id);
            assertThat(place == ClientOrderIds.NONE).isEqualTo(!orderOfId.containsKey(id));
            if (place != ClientOrderIds.NONE) {
                assertThat(ids.orderId(place)).isEqualTo(orderOfId.get(id));
                assertThat(ids.payload(place)).isEqualTo(-orderOfId.get(id));
                continue;
            }
            if (order.size() == CAPACITY) {
                orderOfId.remove(order.remove());
            }
            order.add(id);
            orderOfId.put(id, (long) round);
            ids.remember(id, ~id, -round, round);
            if (random.nextInt(50) == 0) {
                ids = restored(ids);
            }
        }
    }

    private static ClientOrderIds restored(ClientOrderIds ids) {
        TextSnapshotWriter writer = new TextSnapshotWriter();
        ids.writeTo(writer);
        ClientOrderIds restored = new ClientOrderIds(CAPACITY);
        restored.readFrom(new TextSnapshotReader(writer.text()));
        return restored;
    }
}
