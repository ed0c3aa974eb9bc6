package org.calx.acceptance.trading;

import org.junit.jupiter.api.Test;

class DisconnectTest extends TradingTest {

    @Test
    void shouldCancelTheGuardedOrdersOfALostConnectionAndNoOthers() {
        trader("maker").buys("order: before", "price: 2.40");
        trader("maker").guardsItsOrders();
        trader("maker").quotes("bid: 2.45", "ask: 2.55");
        trader("ann").buys("order: hers", "quantity: 3", "price: 2.44");
        trader("maker").losesItsConnection();

        trader("maker").seesWorking("before");
        trader("ann").seesWorking("hers");
        marketData().showsBook("bids: 3@2.44 10@2.40");
    }

    @Test
    void shouldCancelAGuardedOrderThatWasAmendedAndPartlyFilled() {
        trader("maker").guardsItsOrders();
        trader("maker").quotes("bid: 2.45", "ask: 2.55");
        trader("maker").amends("order: bid", "price: 2.46", "quantity: 8");
        trader("ann").sells("quantity: 3", "price: 2.46", "timeInForce: immediate or cancel");
        trader("maker").losesItsConnection();

        trader("maker").seesWorking();
        trader("maker").seesPosition("quantity: 3");
        trader("maker").seesFilled("order: bid", "quantity: 3");
    }

    @Test
    void shouldKeepTheOrdersOfALostConnectionThatAreNotGuarded() {
        trader("ann").buys("order: hers", "price: 2.44");
        trader("ann").guardsItsOrders();
        trader("ann").losesItsConnection();

        trader("ann").seesWorking("hers");
    }

    @Test
    void shouldCancelAllOrdersOfWhoDoesNotCountDownAgainInTime() {
        trader("maker").quotes("bid: 2.45", "ask: 2.55");
        trader("ann").buys("order: hers", "price: 2.44");
        trader("maker").countsDown("seconds: 3600");
        trader("maker").seesWorking("bid", "ask");
        trader("maker").countsDown("seconds: 1");

        trader("maker").seesWorking();
        trader("ann").seesWorking("hers");
    }
}
