package org.calx.core.clearing;

import org.calx.core.reference.Accounts;
import org.calx.core.reference.Fixings;
import org.calx.core.reference.InstrumentPrices;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.NumericBounds;
import org.calx.core.reference.Products;
import org.calx.model.AccountRisk;
import org.calx.model.CommoditySpreads;
import org.calx.model.Fixing;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.PolicyKind;
import org.calx.model.ProductParameters;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;
import org.calx.model.Side;

/**
 * Changes a price, a risk array or parameters and counts everything anew that depends on them: the working orders and
 * positions of the instruments touched. Work is bounded by the orders and holders of those instruments.
 *
 * <p>An order's contribution is a function of the tables, so it is taken out by the old tables and put back by the new
 * ones; nothing of it is stored.
 */
final class Revaluation {
    /** A mark may be this many price bands from the last settlement price: beyond it, it is taken for a slip. */
    static final int MARK_BANDS = 10;

    private static final int EVERYBODY = 0;

    private final Clearing clearing;
    private final Products products;
    private final Instruments instruments;
    private final Accounts accounts;
    private final Positions positions;
    private final MarginAccounts margins;
    private final AccountTotals totals;
    private final OrderTerms terms;
    private final WorkingOrders workingOrders;
    private final OrderVisitor takeOut = this::takeOut;
    private final OrderVisitor putBack = this::putBack;
    private final PairVisitor takePairOut = this::takePairOut;
    private final PairVisitor putPairBack = this::putPairBack;
    private final long[] pair = new long[4];
    private final Deltas deltas;
    private int visited;
    private int moved = EVERYBODY;

    Revaluation(
            Clearing clearing,
            Products products,
            Instruments instruments,
            Accounts accounts,
            Positions positions,
            MarginAccounts margins,
            AccountTotals totals,
            OrderTerms terms,
            WorkingOrders workingOrders) {
        this.clearing = clearing;
        this.products = products;
        this.instruments = instruments;
        this.accounts = accounts;
        this.positions = positions;
        this.margins = margins;
        this.totals = totals;
        this.terms = terms;
        this.workingOrders = workingOrders;
        deltas = new Deltas(instruments);
    }

    RejectReason checkMark(int instrumentId, long markMicros) {
        if (!instruments.exists(instrumentId)) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (instruments.isExpired(instrumentId)) {
            return RejectReason.INSTRUMENT_EXPIRED;
        }
        ProductParameters parameters = terms.parameters(instrumentId);
        long distance = Math.abs(markMicros - instruments.prices().settlementMicros(instrumentId));
        boolean far = parameters != null
                && distance / instruments.tickMicros(instrumentId) > MARK_BANDS * parameters.bandTicks();
        boolean possible = NumericBounds.isLotValue(markMicros, instruments.unitsPerLot(instrumentId))
                && (markMicros >= 0 || !instruments.isOption(instrumentId));
        return !possible || far ? RejectReason.PRICE_OUT_OF_BAND : RejectReason.NONE;
    }

    RejectReason checkRiskArray(int instrumentId, long version, long[] lossMicrosPerLot) {
        if (!instruments.exists(instrumentId)) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        RejectReason refusal = instruments.riskArrays().checkSet(instrumentId, version, lossMicrosPerLot);
        if (refusal == RejectReason.NONE && instruments.isExpired(instrumentId)) {
            return RejectReason.INSTRUMENT_EXPIRED;
        }
        return refusal;
    }

    /** Counts equity and losses at once against this price from now on. */
    void setValuation(int instrumentId, long priceMicros) {
        InstrumentPrices prices = instruments.prices();
        long move = priceMicros - prices.valuationMicros(instrumentId);
        if (move == 0) {
            return;
        }
        if (instruments.isOption(instrumentId)) {
            setOptionValuation(instrumentId, priceMicros);
            return;
        }
        takeOutOf(instrumentId);
        for (int row = positions.first(instrumentId); row != Positions.NONE; row = positions.next(row)) {
            long gain = terms.valueMicros(instrumentId, positions.lots(row), move);
            totals.addUnrealised(positions.accountId(row), clearing.currency(instrumentId), gain);
        }
        prices.setValuation(instrumentId, priceMicros);
        putBackInto(instrumentId);
        touchAll(instrumentId);
    }

    /** Counts an option's value against this price: no equity changes, but what must be held. */
    private void setOptionValuation(int instrumentId, long priceMicros) {
        takeOutOf(instrumentId);
        addPositions(instrumentId, -1);
        margins.forgetPreview();
        instruments.prices().setValuation(instrumentId, priceMicros);
        instruments.setOptionValue(instrumentId);
        addPositions(instrumentId, 1);
        putBackInto(instrumentId);
        touchAll(instrumentId);
    }

    /** Puts a checked array in force. */
    void setRiskArray(int instrumentId, long version, long[] lossMicrosPerLot) {
        takeOutOf(instrumentId);
        addPositions(instrumentId, -1);
        margins.forgetPreview();
        RiskRules rules = products.riskRules(instruments.productId(instrumentId));
        instruments.riskArrays().set(instrumentId, version, lossMicrosPerLot, rules);
        addPositions(instrumentId, 1);
        putBackInto(instrumentId);
        touchAll(instrumentId);
    }

    /** Puts checked parameters in force: fees change what orders cost at once, the calendar charge every requirement. */
    void setParameters(ProductParameters parameters) {
        int productId = parameters.productId();
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (isLive(id, productId)) {
                takeOutOf(id);
            }
        }
        products.setParameters(parameters);
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (isLive(id, productId)) {
                putBackInto(id);
                touchAll(id);
            }
        }
    }

    /** Puts checked rules in force: they multiply the arrays of the product and set its concentration add-on. */
    void setRiskRules(RiskRules rules) {
        margins.forgetPreview();
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (isLive(id, rules.productId())) {
                takeOutOf(id);
                addPositions(id, -1);
                instruments.riskArrays().multiply(id, rules);
                addPositions(id, 1);
                putBackInto(id);
                touchAll(id);
            }
        }
        products.setRules(rules);
    }

    /** Puts checked charges in force: months go into other buckets. */
    void setMarginCharges(MarginCharges charges) {
        products.spreads().set(charges);
        instruments.sortIntoBuckets(charges.productId());
        countDeltas();
    }

    /** Puts checked spreads between products in force. */
    void setCommoditySpreads(CommoditySpreads spreads) {
        products.spreads().set(spreads);
        countDeltas();
    }

    /** Whether the policy's contracts are the product's, and its kind the present one unless nobody has used the product. */
    boolean canSet(MarginPolicy policy) {
        boolean free = policy.isSameKind(products.policy(policy.productId())) || !isUsed(policy.productId());
        return free && instruments.areOf(policy);
    }

    /** Whether anybody has had an order in one of the product's instruments. */
    private boolean isUsed(int productId) {
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (instruments.productId(id) == productId && positions.first(id) != Positions.NONE) {
                return true;
            }
        }
        return false;
    }

    /** Puts a checked policy in force: a percentage is a table that orders count by. */
    void setMarginPolicy(MarginPolicy policy) {
        int productId = policy.productId();
        boolean isNew = !policy.isSameKind(products.policy(productId));
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (isLive(id, productId)) {
                takeOutOf(id);
                addPositions(id, -1);
            }
        }
        margins.forgetPreview();
        products.setPolicy(policy);
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (isLive(id, productId)) {
                instruments.applyPolicy(id);
                addPositions(id, 1);
                putBackInto(id);
                touchAll(id);
            }
        }
        if (isNew) {
            countDeltas();
        }
    }

    /** A product has a new fixing: less of the months that it falls into can still move. */
    void noteFixing(Fixing fixing, Fixings fixings) {
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (isLive(id, fixing.productId()) && !instruments.isOption(id)) {
                InstrumentSpec spec = instruments.spec(id);
                int first = spec.firstFixingDay();
                int last = spec.lastFixingDay();
                if (fixing.day() >= first && fixing.day() <= last) {
                    int fixed = fixings.count(fixing.productId(), first, last)
                            - fixings.countPreliminary(fixing.productId(), first, last);
                    setFinalFixings(id, fixed);
                }
            }
        }
    }

    private void setFinalFixings(int instrumentId, int days) {
        takeOutOf(instrumentId);
        addPositions(instrumentId, -1);
        margins.forgetPreview();
        instruments.setFinalFixings(instrumentId, days);
        addPositions(instrumentId, 1);
        putBackInto(instrumentId);
        touchAll(instrumentId);
    }

    /** An instrument has a new settlement price: a percentage of it is margin. */
    void noteSettled(int instrumentId) {
        if (products.policy(instruments.productId(instrumentId)).kind() == PolicyKind.PERCENT) {
            takeOutOf(instrumentId);
            instruments.applyPolicy(instrumentId);
            putBackInto(instrumentId);
            touchAll(instrumentId);
        }
    }

    /** Counts deltas anew: charges or spreads are others, or a product has its first option. */
    void countDeltas() {
        margins.forgetPreview();
        for (int row = 1; row <= margins.lastRow(); row++) {
            margins.countDeltas(row, instruments, deltas);
        }
        for (int id = 1; id <= instruments.highestId(); id++) {
            touchAll(id);
        }
    }

    /** Puts a checked rating and limits in force: the rating says which arrays the account's positions and orders count by. */
    void setAccountRisk(AccountRisk risk) {
        margins.forgetPreview();
        moved = risk.accountId();
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (positions.find(moved, id) != Positions.NONE) {
                takeOutOf(id);
                int row = positions.find(moved, id);
                addPosition(row, -positions.lots(row));
            }
        }
        accounts.setRisk(risk);
        for (int id = 1; id <= instruments.highestId(); id++) {
            int row = positions.find(moved, id);
            if (row != Positions.NONE) {
                addPosition(row, positions.lots(row));
                putBackInto(id);
                clearing.touch(moved, clearing.currency(id));
            }
        }
        moved = EVERYBODY;
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

    private boolean isLive(int instrumentId, int productId) {
        return instruments.exists(instrumentId)
                && instruments.productId(instrumentId) == productId
                && !instruments.isExpired(instrumentId);
    }

    private void addPositions(int instrumentId, int sign) {
        for (int row = positions.first(instrumentId); row != Positions.NONE; row = positions.next(row)) {
            addPosition(row, sign * positions.lots(row));
        }
    }

    private void touchAll(int instrumentId) {
        for (int row = positions.first(instrumentId); row != Positions.NONE; row = positions.next(row)) {
            margins.invalidate(positions.marginRow(row));
            clearing.touch(positions.accountId(row), clearing.currency(instrumentId));
        }
    }

    /** Takes the contributions of the instrument's working orders out. */
    private void takeOutOf(int instrumentId) {
        visited = instrumentId;
        workingOrders.forEachPair(instrumentId, takePairOut);
        workingOrders.forEach(instrumentId, takeOut);
    }

    private void putBackInto(int instrumentId) {
        visited = instrumentId;
        workingOrders.forEach(instrumentId, putBack);
        workingOrders.forEachPair(instrumentId, putPairBack);
    }

    private void takePairOut(int accountId, long buyTicks, long buyLots, long sellTicks, long sellLots) {
        if (moved == EVERYBODY || moved == accountId) {
            addPair(positions.find(accountId, visited), buyTicks, buyLots, sellTicks, sellLots, -1);
        }
    }

    private void putPairBack(int accountId, long buyTicks, long buyLots, long sellTicks, long sellLots) {
        if (moved == EVERYBODY || moved == accountId) {
            addPair(positions.find(accountId, visited), buyTicks, buyLots, sellTicks, sellLots, 1);
        }
    }

    private void takeOut(int accountId, Side side, long priceTicks, long lots) {
        if (moved == EVERYBODY || moved == accountId) {
            addOrder(positions.find(accountId, visited), side, priceTicks, -lots);
        }
    }

    private void putBack(int accountId, Side side, long priceTicks, long lots) {
        if (moved == EVERYBODY || moved == accountId) {
            addOrder(positions.find(accountId, visited), side, priceTicks, lots);
        }
    }
}
