package org.calx.pricing.vanilla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.calx.pricing.ReferenceTable;
import org.junit.jupiter.api.Test;

/** Haug's European values: an option on a spot with yield q is one on the forward {@code S e^((r-q) T)}. */
class PublishedEuropeanTest {
    @Test
    void black76GivesThePublishedValues() throws Exception {
        ReferenceTable table = ReferenceTable.read("vanilla_options.csv", "ql_european_values");
        assertThat(table.size()).isEqualTo(22);
        for (int i = 0; i < table.size(); i++) {
            double years = table.number(i, "t_years");
            double rate = table.number(i, "rate_r");
            double forward = table.number(i, "spot") * Math.exp((rate - table.number(i, "dividend_yield_q")) * years);
            double price = Black76.price(
                    table.type(i), forward, table.number(i, "strike"), years, table.number(i, "vol"), rate);
            assertThat(price).isCloseTo(table.number(i, "expected"), within(table.number(i, "tolerance")));
        }
    }
}
