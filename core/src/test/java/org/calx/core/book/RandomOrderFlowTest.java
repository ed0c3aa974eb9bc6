package org.calx.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random commands: the ladder and the naive book fill alike and look alike after every one. */
class RandomOrderFlowTest {

    private static final int COMMANDS = 4000;
    private static final int ACCOUNTS = 5;

    private final Trader fast;
    private final Trader naive;
    private final List<Long> ids = new ArrayList<>();

    RandomOrderFlowTest() {
        Orders fastOrders = new Orders(COMMANDS, ACCOUNTS);
        Orders naiveOrders = new Orders(COMMANDS, ACCOUNTS);
        fast = new Trader(fastOrders, new LadderOrderBook(fastOrders, Trader.INSTRUMENT));
        naive = new Trader(naiveOrders, new NaiveOrderBook(naiveOrders, Trader.INSTRUMENT));
    }

    @ParameterizedTest(name = "prices from {0}, {1} wide, {2} apart")
    @CsvSource({"-10, 20, 1", "1000, 400, 1", "-100, 200, 64", "-5000, 40, 100000007", "0, 3, 1"})
    void booksAgree(long lowest, int width, long spacing) {
        long seed = Long.getLong("calx.seed", System.nanoTime());
        System.out.println("RandomOrderFlowTest seed " + seed + " (repeat with -Dcalx.seed)");
        Random random = new Random(seed);
        for (int i = 0; i < COMMANDS; i++) {
            long price = (lowest + random.nextInt(width)) * spacing;
            step(random, price);
            assertThat(fast.fills).as("fills, seed %s command %s", seed, i).isEqualTo(naive.fills);
            fast.fills.clear();
            naive.fills.clear();
            assertThat(BookImage.of(fast.book, fast.orders))
                    .as("book, seed %s command %s", seed, i)
                    .isEqualTo(BookImage.of(naive.book, naive.orders));
        }
        assertThat(accountsOf(fast.orders)).as("accounts, seed %s", seed).isEqualTo(accountsOf(naive.orders));
    }

    private void step(Random random, long price) {
        int side = random.nextInt(2);
        long lots = 1 + random.nextInt(20);
        int account = random.nextInt(ACCOUNTS);
        long id = ids.isEmpty() ? 0 : ids.get(random.nextInt(ids.size()));
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> {
                ids.add(fast.enter(account, side, price, lots));
                assertThat(naive.enter(account, side, price, lots)).isEqualTo(ids.getLast());
            }
            case 4, 5 -> assertThat(fast.cancel(id)).isEqualTo(naive.cancel(id));
            case 6 -> assertThat(fast.modify(id, price, lots)).isEqualTo(naive.modify(id, price, lots));
            case 7 -> reduce(random, id);
            case 8 -> match(random, side, price, lots);
            default -> restWithoutMatching(side, price, lots, account);
        }
    }

    private void reduce(Random random, long id) {
        int slot = fast.orders.slotOf(id);
        if (slot != Orders.NONE) {
            long lots = 1 + random.nextInt((int) fast.orders.remainingLots(slot));
            assertThat(fast.reduce(id, lots)).isEqualTo(naive.reduce(id, lots));
        }
    }

    private void match(Random random, int side, long price, long lots) {
        int maxFills = random.nextInt(6);
        long matchable = fast.book.matchableLots(side, price, lots, maxFills);
        assertThat(matchable).isEqualTo(naive.book.matchableLots(side, price, lots, maxFills));
        assertThat(fast.match(side, price, lots, maxFills)).isEqualTo(lots - matchable);
        assertThat(naive.match(side, price, lots, maxFills)).isEqualTo(lots - matchable);
        assertThat(fast.matchUntil(side, price, lots, 2)).isEqualTo(naive.matchUntil(side, price, lots, 2));
    }

    /** As in an auction: the book may stand crossed afterwards. */
    private void restWithoutMatching(int side, long price, long lots, int account) {
        ids.add(fast.rest(account, side, price, lots));
        assertThat(naive.rest(account, side, price, lots)).isEqualTo(ids.getLast());
    }

    private static List<List<Long>> accountsOf(Orders orders) {
        List<List<Long>> accounts = new ArrayList<>();
        for (int account = 0; account < ACCOUNTS; account++) {
            List<Long> ids = new ArrayList<>();
            for (int slot = orders.firstOfAccount(account); slot != Orders.NONE; slot = orders.nextOfAccount(slot)) {
                ids.add(orders.orderId(slot));
            }
            assertThat(ids).isSorted();
            accounts.add(ids);
        }
        return accounts;
    }
}
