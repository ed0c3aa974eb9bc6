package org.calx.acceptance.trading;

import org.calx.acceptance.dsl.MarketData;
import org.calx.acceptance.dsl.Operator;
import org.calx.acceptance.dsl.Route;
import org.calx.acceptance.dsl.Trader;
import org.calx.acceptance.dsl.Venue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A venue of its own for each test, once for each route. */
@ParameterizedClass(name = "{0}")
@EnumSource(Route.class)
abstract class TradingTest {
    @Parameter
    Route route;

    private Venue venue;

    @BeforeEach
    void openVenue() {
        venue = new Venue(route);
    }

    @AfterEach
    void closeVenue() {
        venue.close();
    }

    Operator operator() {
        return venue.operator();
    }

    MarketData marketData() {
        return venue.marketData();
    }

    Trader trader(String name, String... given) {
        return venue.trader(name, given);
    }
}
