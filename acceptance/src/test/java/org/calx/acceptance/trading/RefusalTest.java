package org.calx.acceptance.trading;

import org.junit.jupiter.api.Test;

class RefusalTest extends TradingTest {

    @Test
    void shouldRefuseAnOrderThatTheMoneyDoesNotCover() {
        trader("poor", "deposit: 1000").buys("quantity: 10", "price: 2.50", "expect: INSUFFICIENT_MARGIN");

        marketData().showsBook();
        trader("poor").seesInitialMargin("amount: 0");
    }

    @Test
    void shouldCountWorkingOrdersAgainstTheMoney() {
        trader("poor", "deposit: 1000").buys("order: first", "quantity: 4", "price: 2.50");
        trader("poor").buys("quantity: 4", "price: 2.50", "expect: INSUFFICIENT_MARGIN");
        trader("poor").cancels("order: first");
        trader("poor").buys("order: again", "quantity: 4", "price: 2.50");

        trader("poor").seesWorking("again");
    }

    @Test
    void shouldRefuseAPriceOutsideTheBand() {
        trader("ann").buys("price: 3.01", "expect: PRICE_OUT_OF_BAND");
        trader("ann").sells("price: 1.99", "expect: PRICE_OUT_OF_BAND");
        trader("ann").buys("order: at the edge", "quantity: 1", "price: 3.00");
    }

    @Test
    void shouldRefuseAnInstrumentThatDoesNotExist() {
        trader("ann").buys("instrument: H100-26FEB27", "expect: UNKNOWN_INSTRUMENT");
    }

    @Test
    void shouldRefuseAPostOnlyOrderThatWouldTrade() {
        trader("ann").sells("quantity: 3", "price: 2.50");
        trader("bob").buys("price: 2.50", "postOnly: yes", "expect: POST_ONLY_WOULD_TRADE");
        trader("bob").buys("order: below", "price: 2.49", "postOnly: yes");

        marketData().showsNoTrade();
        trader("bob").seesWorking("below");
    }

    @Test
    void shouldRefuseAQuantityAboveTheLargestOrder() {
        trader("ann").buys("quantity: 501", "expect: QUANTITY_TOO_LARGE");
        trader("ann").buys("quantity: 0", "expect: QUANTITY_NOT_POSITIVE");
    }

    @Test
    void shouldRefuseAPositionAboveItsLimit() {
        trader("rich", "deposit: 10000000").buys("quantity: 500", "price: 2.40");
        trader("rich").buys("quantity: 500", "price: 2.39");
        trader("rich").buys("quantity: 1", "price: 2.38", "expect: POSITION_LIMIT");
    }

    @Test
    void shouldRefuseAMarketOrderWithNobodyOnTheOtherSide() {
        trader("ann").buys("type: market", "price: ", "timeInForce: immediate or cancel", "expect: NO_OPPOSITE_ORDERS");
    }

    @Test
    void shouldRefuseOrdersWhileTheMarketIsHalted() {
        trader("ann").buys("order: before", "price: 2.49");
        operator().halts();
        trader("ann").buys("price: 2.49", "expect: MARKET_HALTED");
        trader("ann").cancels("order: before");
        operator().opens();
        trader("ann").buys("order: after", "price: 2.49");

        trader("ann").seesWorking("after");
    }

    @Test
    void shouldRefuseToTouchSomebodyElsesOrder() {
        trader("ann").buys("order: hers", "price: 2.49");
        trader("bob").meddlesWith(trader("ann"), "order: hers");

        trader("ann").seesWorking("hers");
    }

    @Test
    void shouldLeaveTheOldOrderStandingWhenAnAmendmentIsRefused() {
        trader("poor", "deposit: 1000").buys("order: first", "quantity: 4", "price: 2.50");
        trader("poor").amends("order: first", "quantity: 40", "price: 2.50", "expect: INSUFFICIENT_MARGIN");

        trader("poor").seesLeft("order: first", "quantity: 4", "price: 2.50");
    }
}
