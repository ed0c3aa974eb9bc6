package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.calx.core.clearing.Backlog;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketSpec;
import org.calx.model.ProductClass;
import org.calx.model.ProductSpec;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

class InvariantsTest {
    private static final int ACCOUNT = 1;
    private static final int INSTRUMENT = 1;

    private final Venue venue = new Venue(TestVenue.LIMITS, new EventLog().events(), Backlog.STEP);
    private final Invariants invariants = new Invariants(venue);

    InvariantsTest() {
        venue.markets.define(new MarketSpec(1, "COMPUTE", 0));
        venue.products.define(new ProductSpec(1, "H100", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour"));
        venue.clearing.rules().setParameters(TestVenue.parameters(0, 1_000, 5_000));
        venue.instruments.list(new InstrumentSpec(INSTRUMENT, "H100-1", 1, 0, 30, 30, 730, 2_500_000));
        venue.clearing.setRiskArray(INSTRUMENT, 1, TestVenue.scanArray(219_000_000));
        venue.orders.addBook(INSTRUMENT);
        venue.accounts.open(ACCOUNT, "alice");
    }

    @Test
    void aBookWithReservedOrdersPasses() {
        rest(Side.BUY, 250, 3, 3);
        rest(Side.SELL, 251, 4, 4);
        invariants.touch(ACCOUNT, INSTRUMENT);
        invariants.checkTouched();
        assertThat(invariants.auditAll()).isPositive();
    }

    @Test
    void aCrossedBookStopsTheNode() {
        rest(Side.BUY, 251, 3, 3);
        rest(Side.SELL, 251, 4, 4);
        invariants.touch(ACCOUNT, INSTRUMENT);
        assertThatThrownBy(invariants::checkTouched)
                .isInstanceOf(InvariantViolation.class)
                .hasMessageContaining("crossed");
        assertThatThrownBy(invariants::auditAll).isInstanceOf(InvariantViolation.class);
    }

    @Test
    void aReserveThatIsNotWhatTheOrdersNeedStopsTheNode() {
        rest(Side.BUY, 250, 3, 2);
        invariants.touch(ACCOUNT, INSTRUMENT);
        assertThatThrownBy(invariants::checkTouched)
                .isInstanceOf(InvariantViolation.class)
                .hasMessageContaining("reserved buy lots")
                .hasMessageContaining("2 kept, 3 counted");
    }

    @Test
    void anOrderOutsideItsBookStopsTheNode() {
        add(Side.BUY, 250, 3);
        venue.clearing.reserve(ACCOUNT, INSTRUMENT, Side.BUY, 250, 3);
        assertThatThrownBy(invariants::auditAll)
                .isInstanceOf(InvariantViolation.class)
                .hasMessageContaining("1 orders live, 0 rest");
    }

    private void rest(Side side, long priceTicks, long lots, long reservedLots) {
        venue.orders.rest(add(side, priceTicks, lots), lots);
        venue.clearing.reserve(ACCOUNT, INSTRUMENT, side, priceTicks, reservedLots);
    }

    private int add(Side side, long priceTicks, long lots) {
        TestVenue terms = new TestVenue(TestVenue.LIMITS, 0, 0, new EventLog().events());
        return venue.orders.add(terms.limit(ACCOUNT, INSTRUMENT, side, priceTicks, lots), priceTicks, 0);
    }
}
