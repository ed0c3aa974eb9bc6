package org.calx.core.clearing;

import org.calx.core.reference.Instruments;
import org.calx.model.Side;

/** Adds what positions and orders cost, by the tables in force, to the rows of {@link MarginAccounts} that they count in. */
final class Contributions {
    private final Instruments instruments;
    private final Positions positions;
    private final MarginAccounts margins;
    private final OrderTerms terms;

    Contributions(Instruments instruments, Positions positions, MarginAccounts margins, OrderTerms terms) {
        this.instruments = instruments;
        this.positions = positions;
        this.margins = margins;
        this.terms = terms;
    }

    /** Adds an order's contribution to the scanning vectors of its row, or takes it away with negative lots. */
    void addOrder(int row, Side side, long priceTicks, long lots) {
        int instrumentId = positions.instrumentId(row);
        int marginRow = positions.marginRow(row);
        long lossAtOnce = terms.lossAtOnceMicros(instrumentId, side.sign(), priceTicks);
        int offset = terms.arrayOffset(positions.accountId(row), instrumentId);
        margins.addOrder(marginRow, terms.losses(), offset, side.sign(), lossAtOnce, lots);
        if (instruments.isOption(instrumentId)) {
            margins.options().addOrder(marginRow, instrumentId, side.sign(), lossAtOnce, lots);
        }
    }

    /** Adds signed lots to the vector of position losses of their row. */
    void addPosition(int row, long lots) {
        int instrumentId = positions.instrumentId(row);
        int offset = terms.arrayOffset(positions.accountId(row), instrumentId);
        margins.addPosition(positions.marginRow(row), terms.losses(), offset, lots);
        if (instruments.isOption(instrumentId)) {
            margins.options().addPosition(positions.marginRow(row), instrumentId, lots);
        }
    }
}
