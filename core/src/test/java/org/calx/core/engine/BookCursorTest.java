package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.calx.core.book.Orders;
import org.calx.model.OrderType;
import org.calx.model.Side;
import org.calx.model.TimeInForce;
import org.calx.model.VenueLimits;
import org.junit.jupiter.api.Test;

/** Books change between any two steps of the walk, and often under its very feet. */
class BookCursorTest {
    private static final int WALKS = 5_000;
    private static final int INSTRUMENTS = 2;
    private static final int FULL = 12;

    private final long seed = Long.getLong("calx.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final OrderTable table = new OrderTable(new VenueLimits(4, INSTRUMENTS, 32, 32, 32, 4, 4));
    private final Orders orders = table.orders();
    private final List<Long> live = new ArrayList<>();

    BookCursorTest() {
        table.addBook(1);
        table.addBook(2);
    }

    @Test
    void everyOrderThatStaysIsVisitedOnceAndNoneThatIsGone() {
        System.out.println("BookCursorTest seed " + seed + " (repeat with -Dcalx.seed)");
        int changesUnderFoot = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            table.cursor().restart();
            Set<Long> staying = new HashSet<>(live);
            List<Long> visited = new ArrayList<>();
            for (int slot = table.cursor().next();
                    slot != Orders.NONE;
                    slot = table.cursor().next()) {
                assertThat(orders.isResting(slot))
                        .as("visited order rests, seed %d", seed)
                        .isTrue();
                visited.add(orders.orderId(slot));
                Set<Long> before = new HashSet<>(live);
                change();
                before.removeAll(live);
                staying.removeAll(before);
                changesUnderFoot += before.size();
            }
            assertThat(visited)
                    .as("walk %d, seed %d", walk, seed)
                    .containsAll(staying)
                    .doesNotHaveDuplicates();
            refill();
        }
        assertThat(changesUnderFoot).isGreaterThan(WALKS);
    }

    private void change() {
        int choice = random.nextInt(4);
        if (choice == 0 && live.size() < 2 * FULL) {
            add();
        } else if (choice == 1 && !live.isEmpty()) {
            long orderId = live.remove(random.nextInt(live.size()));
            table.takeOut(orders.slotOf(orderId));
            table.remove(orders.slotOf(orderId));
        } else if (choice == 2) {
            fillBest(Side.of(random.nextInt(2)), 1 + random.nextInt(INSTRUMENTS));
        }
    }

    private void refill() {
        while (live.size() < FULL) {
            add();
        }
    }

    private void add() {
        OrderEntry order = new OrderEntry();
        order.accountId = 1 + random.nextInt(4);
        order.instrumentId = 1 + random.nextInt(INSTRUMENTS);
        order.side = Side.of(random.nextInt(2));
        order.type = OrderType.LIMIT;
        order.timeInForce = TimeInForce.GOOD_TIL_CANCELLED;
        order.quantityLots = 1;
        long priceTicks = 100 - order.side.sign() * (1 + random.nextInt(3));
        int slot = table.add(order, priceTicks, 0);
        table.rest(slot, 1);
        live.add(orders.orderId(slot));
    }

    private void fillBest(Side side, int instrumentId) {
        table.book(instrumentId)
                .match(
                        OrderTable.bookSide(side),
                        side == Side.BUY ? 200 : 0,
                        1 + random.nextInt(2),
                        32,
                        (slot, orderId, accountId, priceTicks, lots, remainingLots) -> {
                            live.remove(orderId);
                            table.removeFilled(slot);
                            return true;
                        });
    }
}
