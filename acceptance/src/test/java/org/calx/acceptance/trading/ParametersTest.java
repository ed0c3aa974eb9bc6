package org.calx.acceptance.trading;

import org.junit.jupiter.api.Test;

/** Sets of margin parameters, as traders see them. A lot holds 219 US dollars at a scan range of 0.30 and 438 at 0.60. */
class ParametersTest extends TradingTest {

    @Test
    void shouldHoldFromTheBeginningOfTheirBusinessDateOn() {
        trader("ann").buys("quantity: 4", "price: 2.50");
        trader("bob").sells("quantity: 4", "price: 2.50");

        operator().activatesParameters("scanRange: 0.60", "days: 1");
        trader("ann").seesInitialMargin("amount: 876");

        operator().endsDay();
        operator().beginsNextDay();
        trader("ann").seesInitialMargin("amount: 1752");
        trader("bob").seesInitialMargin("amount: 1752");
    }

    @Test
    void shouldDecideOrdersByThemAtOnceOnTheirDate() {
        trader("poor", "deposit: 1000").buys("quantity: 2", "price: 2.50");

        operator().activatesParameters("scanRange: 0.60");

        trader("poor").buys("quantity: 1", "price: 2.50", "expect: INSUFFICIENT_MARGIN");
    }
}
