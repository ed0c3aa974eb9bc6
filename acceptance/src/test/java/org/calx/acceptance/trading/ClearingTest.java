package org.calx.acceptance.trading;

import org.junit.jupiter.api.Test;

class ClearingTest extends TradingTest {

    @Test
    void shouldBookPositionsAndFeesWithTheTrade() {
        trader("ann").sells("quantity: 10", "price: 2.50");
        trader("bob").buys("quantity: 10", "price: 2.50");

        trader("ann").seesPosition("quantity: -10");
        trader("bob").seesPosition("quantity: 10");
        trader("ann").seesCash("amount: 999992.50");
        trader("bob").seesCash("amount: 999985.00");
    }

    @Test
    void shouldRequireTheWorstScenarioOfPositionAndOrders() {
        trader("ann").sells("order: offer", "quantity: 10", "price: 2.50");
        trader("ann").seesInitialMargin("amount: 2205");
        trader("bob").buys("quantity: 10", "price: 2.50");

        trader("ann").seesInitialMargin("amount: 2190");
        trader("bob").seesInitialMargin("amount: 2190");
    }

    @Test
    void shouldReleaseMarginWhenAPositionIsClosed() {
        trader("ann").sells("quantity: 10", "price: 2.50");
        trader("bob").buys("quantity: 10", "price: 2.50");
        trader("ann").buys("quantity: 10", "price: 2.50");
        trader("bob").sells("quantity: 10", "price: 2.50");

        trader("ann").seesPosition("quantity: 0");
        trader("ann").seesInitialMargin("amount: 0");
        trader("bob").seesInitialMargin("amount: 0");
    }

    @Test
    void shouldPayTheDaysVariationAtSettlement() {
        trader("ann").sells("quantity: 10", "price: 2.50");
        trader("bob").buys("quantity: 10", "price: 2.50");
        trader("maker").quotes("bid: 2.59", "ask: 2.61");
        operator().marks("price: 2.60");
        operator().endsDay("fixing: 2.60");

        marketData().showsSettlement("price: 2.60");
        trader("bob").seesCash("amount: 1000715.00");
        trader("ann").seesCash("amount: 999262.50");
        trader("bob").seesPosition("quantity: 10");
    }

    @Test
    void shouldPayVariationOnlyOnce() {
        trader("ann").sells("quantity: 10", "price: 2.50");
        trader("bob").buys("quantity: 10", "price: 2.50");
        trader("maker").quotes("bid: 2.59", "ask: 2.61");
        operator().endsDay("fixing: 2.60");
        operator().beginsNextDay();
        operator().endsDay("fixing: 2.60");

        trader("bob").seesCash("amount: 1000715.00");
        trader("ann").seesCash("amount: 999262.50");
    }

    @Test
    void shouldSettleAtTheTradesOfTheClosingWindow() {
        operator().beginsClosing();
        trader("ann").sells("quantity: 20", "price: 2.56");
        trader("bob").buys("quantity: 20", "price: 2.56");
        operator().endsDay();

        marketData().showsSettlement("price: 2.56");
    }

    @Test
    void shouldCancelDayOrdersAndKeepTheOthersAtTheEndOfTheDay() {
        trader("ann").buys("order: today", "price: 2.45", "timeInForce: day");
        trader("ann").buys("order: lasting", "price: 2.44");
        operator().endsDay();

        trader("ann").seesWorking("lasting");
        marketData().showsBook("bids: 10@2.44");
    }

    @Test
    void shouldExpireAtTheAverageOfTheMonthsFixings() {
        trader("ann").sells("instrument: november", "quantity: 10", "price: 2.50");
        trader("bob").buys("instrument: november", "quantity: 10", "price: 2.50");
        operator().endsDay("fixing: 2.50");
        operator().beginsNextDay();
        operator().endsDay("fixing: 2.53");
        operator().beginsNextDay();
        operator().endsDay("fixing: 2.56");

        marketData().showsSettlement("instrument: november", "price: 2.53");
        trader("bob").seesPosition("instrument: november", "quantity: 0");
        trader("bob").seesCash("amount: 1000200.00");
        trader("ann").seesCash("amount: 999769.50");
        trader("ann").buys("instrument: november", "expect: INSTRUMENT_EXPIRED");
    }

    @Test
    void shouldFollowTheMarkWithTheRequirement() {
        trader("poor", "deposit: 3000").buys("quantity: 10", "price: 2.50");
        trader("ann").sells("quantity: 10", "price: 2.50");
        operator().marks("price: 2.40");

        trader("poor").buys("quantity: 1", "price: 2.40", "expect: INSUFFICIENT_MARGIN");
        trader("poor").sells("order: reducing", "quantity: 1", "price: 2.41");
    }
}
