package org.calx.acceptance.trading;

import org.junit.jupiter.api.Test;

class OrderEntryTest extends TradingTest {

    @Test
    void shouldShowARestingOrderInTheBook() {
        trader("ann").buys("order: first", "quantity: 10", "price: 2.49");
        trader("bob").sells("quantity: 4", "price: 2.52");

        trader("ann").seesWorking("first");
        marketData().showsBook("bids: 10@2.49", "asks: 4@2.52");
        marketData().showsNoTrade();
    }

    @Test
    void shouldTradeAtTheRestingPrice() {
        trader("ann").sells("order: resting", "quantity: 10", "price: 2.50");
        trader("bob").buys("order: taking", "quantity: 4", "price: 2.53");

        marketData().showsLastTrade("price: 2.50", "quantity: 4");
        marketData().showsBook("asks: 6@2.50");
        trader("ann").seesLeft("order: resting", "quantity: 6", "price: 2.50");
        trader("bob").seesFilled("order: taking", "quantity: 4");
        trader("bob").seesWorking();
    }

    @Test
    void shouldFillTheBestPriceFirstAndThenTheOldestOrder() {
        trader("ann").sells("order: dear", "quantity: 5", "price: 2.51");
        trader("ann").sells("order: early", "quantity: 5", "price: 2.50");
        trader("cat").sells("order: late", "quantity: 5", "price: 2.50");
        trader("bob").buys("quantity: 7", "price: 2.51");

        trader("ann").seesFilled("order: early", "quantity: 5");
        trader("cat").seesFilled("order: late", "quantity: 2");
        trader("ann").seesWorking("dear");
        marketData().showsBook("asks: 3@2.50 5@2.51");
    }

    @Test
    void shouldRestWhatIsLeftOfAnAggressiveOrder() {
        trader("ann").sells("quantity: 3", "price: 2.50");
        trader("bob").buys("order: big", "quantity: 10", "price: 2.50");

        trader("bob").seesLeft("order: big", "quantity: 7", "price: 2.50");
        marketData().showsBook("bids: 7@2.50");
    }

    @Test
    void shouldCancelAnOrder() {
        trader("ann").buys("order: first", "price: 2.49");
        trader("ann").cancels("order: first");

        trader("ann").seesWorking();
        marketData().showsBook();
        trader("ann").cancels("order: first", "expect: UNKNOWN_ORDER");
    }

    @Test
    void shouldKeepPriorityWhenOnlyTheQuantityGoesDown() {
        trader("ann").sells("order: early", "quantity: 10", "price: 2.50");
        trader("cat").sells("order: late", "quantity: 10", "price: 2.50");
        trader("ann").amends("order: early", "quantity: 6", "price: 2.50");
        trader("bob").buys("quantity: 6", "price: 2.50");

        trader("ann").seesFilled("order: early", "quantity: 6");
        trader("cat").seesLeft("order: late", "quantity: 10", "price: 2.50");
    }

    @Test
    void shouldLosePriorityWhenTheQuantityGoesUp() {
        trader("ann").sells("order: early", "quantity: 5", "price: 2.50");
        trader("cat").sells("order: late", "quantity: 5", "price: 2.50");
        trader("ann").amends("order: early", "quantity: 8", "price: 2.50");
        trader("bob").buys("quantity: 5", "price: 2.50");

        trader("cat").seesFilled("order: late", "quantity: 5");
        trader("ann").seesLeft("order: early", "quantity: 8", "price: 2.50");
    }

    @Test
    void shouldTradeAnAmendedOrderThatCrosses() {
        trader("ann").sells("order: offer", "quantity: 5", "price: 2.50");
        trader("bob").buys("order: bid", "quantity: 5", "price: 2.45");
        trader("bob").amends("order: bid", "quantity: 5", "price: 2.50");

        marketData().showsLastTrade("price: 2.50", "quantity: 5");
        trader("bob").seesFilled("order: bid", "quantity: 5");
    }

    @Test
    void shouldCancelWhatAnImmediateOrderCannotFill() {
        trader("ann").sells("quantity: 3", "price: 2.50");
        trader("bob").buys("order: now", "quantity: 10", "price: 2.50", "timeInForce: immediate or cancel");

        trader("bob").seesFilled("order: now", "quantity: 3");
        trader("bob").seesWorking();
        marketData().showsBook();
    }

    @Test
    void shouldFillAllOrNothingOfAFillOrKillOrder() {
        trader("ann").sells("order: offer", "quantity: 3", "price: 2.50");
        trader("bob").buys("order: all", "quantity: 10", "price: 2.50", "timeInForce: fill or kill");

        trader("bob").seesFilled("order: all", "quantity: 0");
        trader("ann").seesLeft("order: offer", "quantity: 3", "price: 2.50");
    }

    @Test
    void shouldFillAMarketOrderWithinItsProtection() {
        trader("ann").sells("order: near", "quantity: 3", "price: 2.50");
        trader("ann").sells("order: far", "quantity: 3", "price: 2.75");
        trader("bob")
                .buys("order: market", "quantity: 6", "type: market", "price: ", "timeInForce: immediate or cancel");

        trader("bob").seesFilled("order: market", "quantity: 3");
        trader("ann").seesWorking("far");
    }

    @Test
    void shouldCancelAllOrdersOfOneInstrumentOrOfAll() {
        trader("ann").buys("order: one", "instrument: december", "price: 2.45");
        trader("ann").buys("order: two", "instrument: january", "price: 2.45");
        trader("ann").sells("order: three", "instrument: january", "price: 2.55");
        trader("bob").buys("order: his", "instrument: january", "price: 2.44");

        trader("ann").cancelsAll("instrument: january");
        trader("ann").seesWorking("one");
        trader("ann").cancelsAll();
        trader("ann").seesWorking();
        trader("bob").seesWorking("his");
    }
}
