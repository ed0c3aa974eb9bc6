package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.calx.model.Side;
import org.calx.model.VenueLimits;
import org.junit.jupiter.api.Test;

/** Submitting, amending and cancelling take no memory once warm, fills, clearing and images included. */
class ExchangeAllocationTest {
    private static final int COMMANDS = 200_000;
    private static final int ACCOUNTS = 8;
    private static final int INSTRUMENTS = 4;
    private static final int CHOICES_PER_COMMAND = 5;

    /** A single object a command would be millions; the reading itself may cost a few. */
    private static final long FEW_BYTES = 1_024;

    /** Until the compiler has taken vectors into registers they are objects. */
    private static final int MOST_ROUNDS = 20;

    private final CountingEvents events = new CountingEvents();
    private final TestVenue venue =
            new TestVenue(new VenueLimits(16, 8, 4_096, 1_000, 100, 1_024, 256), ACCOUNTS, INSTRUMENTS, events);
    private final long[] orderIds = new long[1_024];

    @Test
    void warmCommandsAllocateNothing() {
        long seed = Long.getLong("calx.seed", System.nanoTime());
        System.out.println("ExchangeAllocationTest seed " + seed + " (repeat with -Dcalx.seed)");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int[] choices = new Random(seed)
                .ints((long) COMMANDS * CHOICES_PER_COMMAND, 0, 1 << 20)
                .toArray();
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && bytes >= FEW_BYTES; round++) {
            long tradesBefore = events.trades;
            long before = threads.getCurrentThreadAllocatedBytes();
            run(choices);
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat(events.trades - tradesBefore).as("trades, seed %d", seed).isGreaterThan(COMMANDS / 20);
        }
        assertThat(events.images).as("images").isPositive();
        assertThat(bytes).as("bytes, seed %d", seed).isLessThan(FEW_BYTES);
    }

    private void run(int[] choices) {
        for (int i = 0; i < choices.length; i += CHOICES_PER_COMMAND) {
            int which = choices[i] & 1_023;
            int accountId = 1 + which % ACCOUNTS;
            long priceTicks = 240 + choices[i + 2] % 21;
            long lots = 1 + (choices[i + 3] & 7);
            if ((choices[i + 4] & 3) < 2) {
                venue.exchange.cancelOrder(venue.next(), accountId, orderIds[which]);
                Side side = Side.of(choices[i + 1] & 1);
                int instrumentId = 1 + (choices[i + 4] >> 4) % INSTRUMENTS;
                OrderEntry order = venue.limit(accountId, instrumentId, side, priceTicks, lots);
                order.clientOrderIdLow = choices[i + 3] >> 3;
                venue.exchange.submitOrder(venue.next(), order);
                orderIds[which] = events.reference;
            } else if ((choices[i + 4] & 3) == 2) {
                venue.exchange.amendOrder(venue.next(), accountId, orderIds[which], priceTicks, lots);
            } else {
                venue.exchange.cancelOrder(venue.next(), accountId, orderIds[which]);
            }
        }
    }
}
