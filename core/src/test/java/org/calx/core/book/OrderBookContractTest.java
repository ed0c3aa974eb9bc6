package org.calx.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calx.core.book.BookSide.ASK;
import static org.calx.core.book.BookSide.BID;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every order book does. */
abstract class OrderBookContractTest {

    private static final int ALICE = 1;
    private static final int BOB = 2;
    private static final int CAROL = 3;
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final Orders orders = new Orders(8192, 8);
    private final OrderBook book = createBook(orders, Trader.INSTRUMENT);
    private final Trader trader = new Trader(orders, book);

    abstract OrderBook createBook(Orders orders, int instrumentId);

    @Test
    void emptyBookHasNoPrices() {
        assertThat(book.isEmpty()).isTrue();
        assertThat(book.instrumentId()).isEqualTo(Trader.INSTRUMENT);
        assertThat(book.bestBidTicks()).isEqualTo(OrderBook.NO_BID);
        assertThat(book.bestAskTicks()).isEqualTo(OrderBook.NO_ASK);
        assertThat(book.bestLots(BID)).isZero();
        assertThat(book.bestLots(ASK)).isZero();
        assertThat(book.firstAt(BID, 5)).isEqualTo(Orders.NONE);
        assertThat(book.nextTicks(ASK, 5)).isEqualTo(OrderBook.NO_ASK);
        assertThat(trader.match(BID, OrderBook.NO_ASK, 10, NO_LIMIT)).isEqualTo(10);
        assertThat(trader.match(ASK, OrderBook.NO_BID, 10, NO_LIMIT)).isEqualTo(10);
    }

    @Test
    void betterPriceFillsFirstThenOlderOrder() {
        long worse = trader.enter(ALICE, ASK, 102, 1);
        long older = trader.enter(ALICE, ASK, 101, 2);
        long younger = trader.enter(BOB, ASK, 101, 3);

        assertThat(trader.match(BID, 102, 6, NO_LIMIT)).isZero();

        assertThat(trader.fills)
                .containsExactly(
                        older + " of 1 at 101 x 2 leaves 0",
                        younger + " of 2 at 101 x 3 leaves 0",
                        worse + " of 1 at 102 x 1 leaves 0");
        assertThat(book.isEmpty()).isTrue();
        assertThat(orders.size()).isZero();
    }

    @Test
    void bidsFillFromTheHighest() {
        trader.enter(ALICE, BID, -3, 1);
        long best = trader.enter(BOB, BID, 2, 1);

        assertThat(trader.match(ASK, -2, 5, NO_LIMIT)).isEqualTo(4);

        assertThat(trader.fills).containsExactly(best + " of 2 at 2 x 1 leaves 0");
        assertThat(book.bestBidTicks()).isEqualTo(-3);
    }

    @Test
    void partFilledOrderKeepsItsPlace() {
        long first = trader.enter(ALICE, BID, 100, 5);
        long second = trader.enter(BOB, BID, 100, 5);

        trader.match(ASK, 100, 2, NO_LIMIT);
        trader.match(ASK, 100, 4, NO_LIMIT);

        assertThat(trader.fills)
                .containsExactly(
                        first + " of 1 at 100 x 2 leaves 3",
                        first + " of 1 at 100 x 3 leaves 0",
                        second + " of 2 at 100 x 1 leaves 4");
        assertThat(book.lotsAt(BID, 100)).isEqualTo(4);
        assertThat(book.ordersAt(BID, 100)).isEqualTo(1);
    }

    @Test
    void cancelInMidQueueIsSkippedBySweep() {
        long first = trader.enter(ALICE, ASK, 100, 1);
        long middle = trader.enter(BOB, ASK, 100, 1);
        long last = trader.enter(CAROL, ASK, 100, 1);

        assertThat(trader.cancel(middle)).isTrue();
        assertThat(trader.match(BID, 100, 3, NO_LIMIT)).isEqualTo(1);

        assertThat(trader.fills)
                .containsExactly(first + " of 1 at 100 x 1 leaves 0", last + " of 3 at 100 x 1 leaves 0");
    }

    @Test
    void cancelledBestLevelLeavesNoPhantom() {
        trader.enter(ALICE, BID, 90, 4);
        long best = trader.enter(BOB, BID, 95, 1);

        trader.cancel(best);

        assertThat(book.bestBidTicks()).isEqualTo(90);
        assertThat(book.lotsAt(BID, 95)).isZero();
        assertThat(book.ordersAt(BID, 95)).isZero();
        assertThat(book.levelCount(BID)).isEqualTo(1);
        assertThat(trader.match(ASK, 91, 1, NO_LIMIT)).isEqualTo(1);
        assertThat(trader.fills).isEmpty();
    }

    @Test
    void modifyIntoCrossFillsAtTheBetterRestingPrices() {
        long seller = trader.enter(ALICE, ASK, 101, 2);
        long deeper = trader.enter(BOB, ASK, 103, 2);
        long buyer = trader.enter(CAROL, BID, 99, 5);

        assertThat(trader.modify(buyer, 104, 5)).isTrue();

        assertThat(trader.fills)
                .containsExactly(seller + " of 1 at 101 x 2 leaves 0", deeper + " of 2 at 103 x 2 leaves 0");
        assertThat(book.bestBidTicks()).isEqualTo(104);
        assertThat(book.bestLots(BID)).isEqualTo(1);
        assertThat(book.bestAskTicks()).isEqualTo(OrderBook.NO_ASK);
    }

    @Test
    void modifiedOrderGoesToTheBackEvenAtItsOwnPrice() {
        long first = trader.enter(ALICE, ASK, 100, 1);
        long second = trader.enter(BOB, ASK, 100, 1);

        trader.modify(first, 100, 1);
        trader.match(BID, 100, 1, NO_LIMIT);

        assertThat(trader.fills).containsExactly(second + " of 2 at 100 x 1 leaves 0");
    }

    @Test
    void reducedOrderKeepsItsPlace() {
        long first = trader.enter(ALICE, ASK, 100, 9);
        trader.enter(BOB, ASK, 100, 1);

        trader.reduce(first, 2);

        assertThat(book.lotsAt(ASK, 100)).isEqualTo(3);
        trader.match(BID, 100, 1, NO_LIMIT);
        assertThat(trader.fills).containsExactly(first + " of 1 at 100 x 1 leaves 1");
    }

    @Test
    void filledOrderIdStaysUnknownAfterItsSlotIsUsedAgain() {
        long filled = trader.enter(ALICE, ASK, 100, 1);
        trader.match(BID, 100, 1, NO_LIMIT);
        long next = trader.enter(BOB, ASK, 100, 1);

        assertThat(orders.slotOf(next)).isEqualTo((int) (filled & 0xFFFFFF));
        assertThat(trader.cancel(filled)).isFalse();
        assertThat(trader.modify(filled, 101, 1)).isFalse();
        assertThat(book.orderCount(ASK)).isEqualTo(1);
    }

    @Test
    void sweepOfFiveThousandOrdersFillsThemInOrder() {
        for (int i = 0; i < 5000; i++) {
            trader.enter(ALICE, ASK, 100 + i / 50, 2);
        }

        assertThat(book.levelCount(ASK)).isEqualTo(100);
        assertThat(book.matchableLots(BID, OrderBook.NO_ASK, 20_000, NO_LIMIT)).isEqualTo(10_000);
        assertThat(trader.match(BID, OrderBook.NO_ASK, 10_001, NO_LIMIT)).isEqualTo(1);

        assertThat(trader.fills).hasSize(5000);
        assertThat(trader.fills.getLast()).contains(" at 199 x 2 leaves 0");
        assertThat(book.isEmpty()).isTrue();
    }

    @Test
    void residualOfAnImmediateOrderDoesNotRest() {
        trader.enter(ALICE, ASK, 100, 1);

        assertThat(trader.match(BID, 100, 3, NO_LIMIT)).isEqualTo(2);

        assertThat(book.isEmpty()).isTrue();
    }

    @Test
    void matchEndsAtTheLimitOfFills() {
        for (int i = 0; i < 5; i++) {
            trader.enter(ALICE, ASK, 100, 1);
        }

        assertThat(book.matchableLots(BID, 100, 5, 3)).isEqualTo(3);
        assertThat(trader.match(BID, 100, 5, 3)).isEqualTo(2);
        assertThat(trader.fills).hasSize(3);
        assertThat(trader.match(BID, 100, 2, 0)).isEqualTo(2);
        assertThat(book.orderCount(ASK)).isEqualTo(2);
    }

    @Test
    void listenerStopsTheMatchBetweenFills() {
        for (int i = 0; i < 5; i++) {
            trader.enter(ALICE, ASK, 100, 2);
        }

        assertThat(trader.matchUntil(BID, 100, 10, 2)).isEqualTo(6);

        assertThat(trader.fills).hasSize(2);
        assertThat(book.lotsAt(ASK, 100)).isEqualTo(6);
    }

    @Test
    void bookShowsTheFillWhenTheListenerHearsIt() {
        trader.enter(ALICE, ASK, 100, 1);
        trader.enter(ALICE, ASK, 105, 3);
        StringBuilder seen = new StringBuilder();

        book.match(BID, 105, 2, NO_LIMIT, (slot, id, account, price, lots, remaining) -> {
            seen.append(book.bestAskTicks()).append('x').append(book.bestLots(ASK));
            seen.append(orders.isResting(slot) ? " rests " : " gone ").append(orders.priceTicks(slot));
            seen.append(' ').append(orders.remainingLots(slot)).append("; ");
            return true;
        });

        assertThat(seen).hasToString("105x3 gone 100 0; 105x2 rests 105 2; ");
    }

    @Test
    void matchableLotsStopAtTheLimitPrice() {
        trader.enter(ALICE, BID, 100, 4);
        trader.enter(ALICE, BID, 98, 4);

        assertThat(book.matchableLots(ASK, 99, 10, NO_LIMIT)).isEqualTo(4);
        assertThat(book.matchableLots(ASK, 98, 10, NO_LIMIT)).isEqualTo(8);
        assertThat(book.matchableLots(ASK, 98, 3, NO_LIMIT)).isEqualTo(3);
        assertThat(book.matchableLots(ASK, 101, 10, NO_LIMIT)).isZero();
        assertThat(book.lotsAt(BID, 100)).isEqualTo(4);
    }

    @Test
    void pricesAtTheEndsOfTheRangeTrade() {
        long low = Long.MIN_VALUE + 1;
        long high = Long.MAX_VALUE - 1;
        trader.enter(ALICE, BID, low, 1);
        trader.enter(ALICE, ASK, high, 1);
        trader.enter(ALICE, BID, 0, 1);
        trader.enter(ALICE, ASK, 1, 1);

        assertThat(book.nextTicks(BID, 0)).isEqualTo(low);
        assertThat(book.nextTicks(ASK, 1)).isEqualTo(high);
        assertThat(trader.match(ASK, OrderBook.NO_BID, 2, NO_LIMIT)).isZero();
        assertThat(trader.match(BID, OrderBook.NO_ASK, 2, NO_LIMIT)).isZero();
        assertThat(book.isEmpty()).isTrue();
    }

    @Test
    void crossedBookCanStandWhileAnAuctionCollectsOrders() {
        book.rest(orders.allocate(1, ALICE, Trader.INSTRUMENT, BID, 105, 2));
        book.rest(orders.allocate(2, BOB, Trader.INSTRUMENT, ASK, 95, 3));
        book.rest(orders.allocate(3, BOB, Trader.INSTRUMENT, ASK, 105, 4));

        assertThat(book.bestBidTicks()).isEqualTo(105);
        assertThat(book.bestAskTicks()).isEqualTo(95);
        assertThat(book.lotsAt(BID, 105)).isEqualTo(2);
        assertThat(book.lotsAt(ASK, 105)).isEqualTo(4);
    }

    @Test
    void restingTheOrdersAgainInWalkingOrderMakesAnEqualBook() {
        for (int i = 0; i < 200; i++) {
            trader.enter(ALICE, i & 1, (i & 1) * 200 + i * 37 % 190, 1 + i % 5);
        }
        List<String> image = BookImage.of(book, orders);
        OrderBook copy = createBook(orders, Trader.INSTRUMENT);
        for (int side = BID; side <= ASK; side++) {
            while (book.bestTicks(side) != OrderBook.noPrice(side)) {
                int slot = book.firstAt(side, book.bestTicks(side));
                book.cancel(slot);
                copy.rest(slot);
            }
        }

        assertThat(BookImage.of(copy, orders)).isEqualTo(image);
        assertThat(book.isEmpty()).isTrue();
    }

    @Test
    void misuseStopsTheCaller() {
        int slot = orders.allocate(1, ALICE, Trader.INSTRUMENT, BID, 100, 2);

        assertThatThrownBy(() -> book.cancel(slot)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> book.reduce(slot, 1)).isInstanceOf(IllegalStateException.class);
        book.rest(slot);
        assertThatThrownBy(() -> book.rest(slot)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> book.reduce(slot, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> book.reduce(slot, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> orders.release(slot)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> orders.amend(slot, 1, 1)).isInstanceOf(IllegalStateException.class);
        assertThat(book.lotsAt(BID, 100)).isEqualTo(2);
    }
}
