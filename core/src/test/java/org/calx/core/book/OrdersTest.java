package org.calx.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calx.core.book.BookSide.ASK;
import static org.calx.core.book.BookSide.BID;

import org.junit.jupiter.api.Test;

class OrdersTest {

    private static final int INSTRUMENT = 3;

    @Test
    void fieldsComeBackAsGiven() {
        Orders orders = new Orders(10, 10);
        int slot = orders.allocate(42, 9, 1_000_000, ASK, -5, 12);

        assertThat(orders.orderId(slot)).isEqualTo(Orders.orderId(42, slot));
        assertThat(Orders.sequenceOf(orders.orderId(slot))).isEqualTo(42);
        assertThat(orders.accountId(slot)).isEqualTo(9);
        assertThat(orders.instrumentId(slot)).isEqualTo(1_000_000);
        assertThat(orders.side(slot)).isEqualTo(ASK);
        assertThat(orders.priceTicks(slot)).isEqualTo(-5);
        assertThat(orders.remainingLots(slot)).isEqualTo(12);
        assertThat(orders.originalLots(slot)).isEqualTo(12);
        assertThat(orders.isResting(slot)).isFalse();
        assertThat(orders.size()).isEqualTo(1);
    }

    @Test
    void amendingLeavesTheOriginalLots() {
        Orders orders = new Orders(10, 10);
        int slot = orders.allocate(1, 1, INSTRUMENT, BID, 100, 12);

        orders.amend(slot, 101, 7);
        assertThat(orders.priceTicks(slot)).isEqualTo(101);
        assertThat(orders.remainingLots(slot)).isEqualTo(7);
        assertThat(orders.originalLots(slot)).isEqualTo(12);
        orders.setOriginalLots(slot, 20);
        assertThat(orders.originalLots(slot)).isEqualTo(20);
    }

    @Test
    void lowestFreeSlotIsGivenOut() {
        Orders orders = new Orders(5000, 1);
        for (int i = 0; i < 5000; i++) {
            assertThat(orders.allocate(i, 0, INSTRUMENT, BID, 1, 1)).isEqualTo(i);
        }
        orders.release(4999);
        orders.release(70);
        orders.release(3);

        assertThat(orders.allocate(5001, 0, INSTRUMENT, BID, 1, 1)).isEqualTo(3);
        assertThat(orders.allocate(5002, 0, INSTRUMENT, BID, 1, 1)).isEqualTo(70);
        assertThat(orders.allocate(5003, 0, INSTRUMENT, BID, 1, 1)).isEqualTo(4999);
    }

    @Test
    void fullPoolGivesNone() {
        Orders orders = new Orders(65, 1);
        for (int i = 0; i < 65; i++) {
            orders.allocate(i, 0, INSTRUMENT, BID, 1, 1);
        }

        assertThat(orders.allocate(99, 0, INSTRUMENT, BID, 1, 1)).isEqualTo(Orders.NONE);
        assertThat(orders.size()).isEqualTo(65);
    }

    @Test
    void anyNumberMayBeAskedForAsAnId() {
        Orders orders = new Orders(10, 1);
        long id = orders.orderId(orders.allocate(1, 0, INSTRUMENT, BID, 1, 1));

        assertThat(orders.slotOf(id)).isZero();
        for (long other : new long[] {0, -1, id + 1, id + (1L << 24), Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(orders.slotOf(other)).as("slot of %s", other).isEqualTo(Orders.NONE);
        }
    }

    @Test
    void releasedTwiceStopsTheCaller() {
        Orders orders = new Orders(10, 1);
        int slot = orders.allocate(1, 0, INSTRUMENT, BID, 1, 1);
        orders.release(slot);

        assertThatThrownBy(() -> orders.release(slot)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void accountListsItsOrdersOldestFirst() {
        Orders orders = new Orders(10, 2);
        for (int i = 1; i <= 4; i++) {
            orders.allocate(i, 1, INSTRUMENT, BID, 1, 1);
        }
        orders.release(1);
        orders.allocate(5, 1, INSTRUMENT, BID, 1, 1);

        StringBuilder slots = new StringBuilder();
        for (int slot = orders.firstOfAccount(1); slot != Orders.NONE; slot = orders.nextOfAccount(slot)) {
            slots.append(slot).append(' ');
        }
        assertThat(slots).hasToString("0 2 3 1 ");
        assertThat(orders.firstOfAccount(0)).isEqualTo(Orders.NONE);
    }

    @Test
    void restoredPoolGoesOnAsTheOriginal() {
        Orders original = new Orders(100, 3);
        for (int i = 1; i <= 50; i++) {
            original.allocate(i, i % 3, INSTRUMENT, i & 1, i, 10);
        }
        for (int slot = 0; slot < 50; slot += 7) {
            original.release(slot);
        }
        Orders restored = new Orders(100, 3);
        for (int account = 0; account < 3; account++) {
            for (int slot = original.firstOfAccount(account);
                    slot != Orders.NONE;
                    slot = original.nextOfAccount(slot)) {
                restored.linkToAccount(
                        restored.restore(original.orderId(slot), account, INSTRUMENT, slot & 1, 5, 3, 10));
            }
        }

        assertThat(restored.size()).isEqualTo(original.size());
        for (int i = 51; i <= 100; i++) {
            int slot = original.allocate(i, 0, INSTRUMENT, BID, 1, 1);
            assertThat(restored.allocate(i, 0, INSTRUMENT, BID, 1, 1)).isEqualTo(slot);
        }
        assertThatThrownBy(() -> restored.restore(Orders.orderId(7, 0), 0, INSTRUMENT, BID, 1, 1, 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void capacityOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new Orders(0, 1)).hasMessageContaining("1..16777216");
        assertThatThrownBy(() -> new Orders(Orders.MAX_CAPACITY + 1, 1)).hasMessageContaining("16777217");
        assertThatThrownBy(() -> new Orders(1, 0)).hasMessageContaining("account capacity 0");
    }
}
