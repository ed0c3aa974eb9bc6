package org.calx.core.clearing;

import org.calx.core.reference.Instruments;
import org.calx.model.Side;

/** Adds what positions and orders cost, by the tables in force, to the rows of {@link MarginAccounts} that they count in. */
final class Contributions {
    private final Instruments instruments;
    private final Positions positions;
    private final MarginAccounts margins;
    private final OrderTerms terms;
    private final long[] pair = new long[4];

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
        if (instruments.isSpecial(instrumentId)) {
            margins.policies().addOrder(row, side.sign(), lossAtOnce, lots);
        }
    }

    /** Lets two orders that are reserved count as a pair of which one cancels the other, or with a sign of −1 apart again. */
    void addPair(int row, long buyTicks, long buyLots, long sellTicks, long sellLots, int sign) {
        int instrumentId = positions.instrumentId(row);
        int offset = terms.arrayOffset(positions.accountId(row), instrumentId);
        pair[0] = terms.lossAtOnceMicros(instrumentId, 1, buyTicks);
        pair[1] = buyLots;
        pair[2] = terms.lossAtOnceMicros(instrumentId, -1, sellTicks);
        pair[3] = sellLots;
        margins.addPair(positions.marginRow(row), terms.losses(), offset, pair, sign);
        if (instruments.isSpecial(instrumentId)) {
            margins.policies().addPair(row, pair, sign);
        }
    }

    /** Adds signed lots to the vector of position losses of their row. */
    void addPosition(int row, long lots) {
        int instrumentId = positions.instrumentId(row);
        int offset = terms.arrayOffset(positions.accountId(row), instrumentId);
        margins.addPosition(positions.marginRow(row), terms.losses(), offset, lots);
        if (instruments.isSpecial(instrumentId)) {
            margins.policies().addPosition(row, lots);
        }
    }
}
