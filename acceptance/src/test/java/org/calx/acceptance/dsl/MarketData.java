package org.calx.acceptance.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.calx.acceptance.dsl.MarketDataDriver.Level;

/** What everybody sees of the market. */
public final class MarketData {
    private final MarketDataDriver driver;
    private final UnaryOperator<String> symbols;

    MarketData(MarketDataDriver driver, UnaryOperator<String> symbols) {
        this.driver = driver;
        this.symbols = symbols;
    }

    /** The book: {@code instrument, bids, asks}; sides as {@code 10@2.50 5@2.49}, best first, empty for nothing. */
    public void showsBook(String... given) {
        Arguments expected = Arguments.parse(given, "instrument: december", "bids: ", "asks: ");
        String symbol = symbols.apply(expected.text("instrument"));
        Eventually.holds(() -> {
            assertThat(driver.bids(symbol)).as("bids").isEqualTo(levels(expected.text("bids")));
            assertThat(driver.asks(symbol)).as("asks").isEqualTo(levels(expected.text("asks")));
        });
    }

    /** The last trade: {@code instrument, price, quantity}. */
    public void showsLastTrade(String... given) {
        Arguments expected = Arguments.parse(given, "instrument: december", "price: 2.50", "quantity: 10");
        String symbol = symbols.apply(expected.text("instrument"));
        Eventually.holds(() -> assertThat(driver.lastTrade(symbol))
                .as("last trade")
                .isEqualTo(new Level(expected.ticks("price"), expected.lots("quantity"))));
    }

    /** That there has been no trade: {@code instrument}. */
    public void showsNoTrade(String... given) {
        Arguments expected = Arguments.parse(given, "instrument: december");
        assertThat(driver.lastTrade(symbols.apply(expected.text("instrument"))))
                .as("last trade")
                .isNull();
    }

    /** The settlement price, daily or final: {@code instrument, price}. */
    public void showsSettlement(String... given) {
        Arguments expected = Arguments.parse(given, "instrument: december", "price: 2.50");
        String symbol = symbols.apply(expected.text("instrument"));
        Eventually.holds(() -> assertThat(driver.settlementTicks(symbol))
                .as("settlement price in ticks")
                .isEqualTo(expected.ticks("price")));
    }

    void leave() {
        driver.close();
    }

    private static List<Level> levels(String text) {
        List<Level> levels = new ArrayList<>();
        for (String each : text.isEmpty() ? new String[0] : text.split(" +")) {
            String[] parts = each.split("@");
            levels.add(new Level(Arguments.ticksOf(parts[1]), Long.parseLong(parts[0])));
        }
        return levels;
    }
}
