package org.calx.core.clearing;

import org.calx.model.Side;

/** Takes what the working orders of an instrument cost out of the margin of their accounts, and puts it back by other tables. */
final class WorkingContributions {
    private final WorkingOrders workingOrders;
    private final Positions positions;
    private final Contributions contributions;
    private final OrderVisitor takeOut = this::takeOut;
    private final OrderVisitor putBack = this::putBack;
    private final PairVisitor takePairOut = this::takePairOut;
    private final PairVisitor putPairBack = this::putPairBack;
    private int visited;

    WorkingContributions(Tables tables) {
        workingOrders = tables.workingOrders();
        positions = tables.positions();
        contributions = tables.contributions();
    }

    void takeOut(int instrumentId) {
        visited = instrumentId;
        workingOrders.forEachPair(instrumentId, takePairOut);
        workingOrders.forEach(instrumentId, takeOut);
    }

    void putBack(int instrumentId) {
        visited = instrumentId;
        workingOrders.forEach(instrumentId, putBack);
        workingOrders.forEachPair(instrumentId, putPairBack);
    }

    private void takePairOut(int accountId, long buyTicks, long buyLots, long sellTicks, long sellLots) {
        contributions.addPair(positions.find(accountId, visited), buyTicks, buyLots, sellTicks, sellLots, -1);
    }

    private void putPairBack(int accountId, long buyTicks, long buyLots, long sellTicks, long sellLots) {
        contributions.addPair(positions.find(accountId, visited), buyTicks, buyLots, sellTicks, sellLots, 1);
    }

    private void takeOut(int accountId, Side side, long priceTicks, long lots) {
        contributions.addOrder(positions.find(accountId, visited), side, priceTicks, -lots);
    }

    private void putBack(int accountId, Side side, long priceTicks, long lots) {
        contributions.addOrder(positions.find(accountId, visited), side, priceTicks, lots);
    }
}
