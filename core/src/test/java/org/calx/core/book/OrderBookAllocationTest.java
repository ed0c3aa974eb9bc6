package org.calx.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A warm book takes no memory, whatever it is told to do. */
class OrderBookAllocationTest {

    private static final int COMMANDS = 200_000;

    private final Orders orders = new Orders(4096, 4);
    private final OrderBook book = new LadderOrderBook(orders, 1);
    private final long[] ids = new long[1024];
    private final BookListener listener = this::onFill;
    private long orderSequence;
    private long filled;

    @Test
    void warmBookAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long seed = Long.getLong("calx.seed", System.nanoTime());
        System.out.println("OrderBookAllocationTest seed " + seed + " (repeat with -Dcalx.seed)");
        int[] choices = new Random(seed).ints(COMMANDS * 4L, 0, 1 << 20).toArray();
        run(choices);
        long before = threads.getCurrentThreadAllocatedBytes();
        run(choices);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(filled).isPositive();
        // One late growth of an array would be many times this; the reading itself may cost a few bytes.
        assertThat(bytes).as("bytes, seed %s", seed).isLessThan(1024);
    }

    private void run(int[] choices) {
        for (int i = 0; i < choices.length; i += 4) {
            int which = choices[i] & 1023;
            int side = choices[i + 1] & 1;
            long price = 1000 + choices[i + 2] % 300;
            long lots = 1 + (choices[i + 3] & 15);
            int slot = orders.slotOf(ids[which]);
            if (slot == Orders.NONE) {
                enter(which, side, price, lots);
            } else if ((choices[i + 3] & 16) == 0) {
                book.cancel(slot);
                orders.release(slot);
            } else {
                move(slot, price);
            }
        }
    }

    private void enter(int which, int side, long price, long lots) {
        long left = book.match(side, price, lots, 100, listener);
        if (left > 0) {
            int slot = orders.allocate(++orderSequence, which & 3, 1, side, price, left);
            ids[which] = orders.orderId(slot);
            book.rest(slot);
        }
    }

    private void move(int slot, long price) {
        book.cancel(slot);
        long left = book.match(orders.side(slot), price, orders.remainingLots(slot), 100, listener);
        if (left > 0) {
            orders.amend(slot, price, left);
            book.rest(slot);
        } else {
            orders.release(slot);
        }
    }

    private boolean onFill(int slot, long orderId, int accountId, long priceTicks, long lots, long remainingLots) {
        filled += lots;
        if (remainingLots == 0) {
            orders.release(slot);
        }
        return true;
    }
}
