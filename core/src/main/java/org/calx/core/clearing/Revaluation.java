package org.calx.core.clearing;

import java.util.List;
import org.calx.core.reference.Accounts;
import org.calx.core.reference.Fixings;
import org.calx.core.reference.InstrumentPrices;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.NumericBounds;
import org.calx.core.reference.Products;
import org.calx.model.AccountRating;
import org.calx.model.AccountRisk;
import org.calx.model.CommoditySpreads;
import org.calx.model.Fixing;
import org.calx.model.InstrumentArray;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.ParameterSet;
import org.calx.model.PolicyKind;
import org.calx.model.ProductParameters;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;

/**
 * Changes a price, a risk array or parameters and counts everything anew that depends on them: the working orders and
 * positions of the instruments touched, or, where they are too many for one command, all of them by {@link Backlog}.
 *
 * <p>An order's contribution is a function of the tables, so it is taken out by the old tables and put back by the new
 * ones; nothing of it is stored.
 */
final class Revaluation {
    /** A mark may be this many price bands from the last settlement price: beyond it, it is taken for a slip. */
    static final int MARK_BANDS = 10;

    private final Clearing clearing;
    private final Products products;
    private final Instruments instruments;
    private final Accounts accounts;
    private final Positions positions;
    private final MarginAccounts margins;
    private final AccountTotals totals;
    private final OrderTerms terms;
    private final WorkingContributions working;
    private final Backlog backlog;
    private final Contributions contributions;
    private final Deltas deltas;

    Revaluation(Clearing clearing, Tables tables, Backlog backlog) {
        this.clearing = clearing;
        this.backlog = backlog;
        products = tables.products();
        instruments = tables.instruments();
        accounts = tables.accounts();
        positions = tables.positions();
        margins = tables.margins();
        totals = tables.totals();
        terms = tables.terms();
        working = new WorkingContributions(tables);
        contributions = tables.contributions();
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

    /** Counts equity and losses at once against a mark from now on. */
    void setMark(int instrumentId, long markMicros) {
        if (!backlog.isTooMuch(backlog.rows(instrumentId))) {
            setValuation(instrumentId, markMicros);
        } else if (markMicros != instruments.prices().valuationMicros(instrumentId)) {
            backlog.putBehind(instrumentId);
            margins.forgetPreview();
            instruments.prices().setValuation(instrumentId, markMicros);
            if (instruments.isOption(instrumentId)) {
                instruments.setOptionValue(instrumentId);
            }
        }
    }

    /** Counts equity and losses at once against this price from now on, for everybody in this command. */
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
        working.takeOut(instrumentId);
        for (int row = positions.first(instrumentId); row != Positions.NONE; row = positions.next(row)) {
            long gain = terms.valueMicros(instrumentId, positions.lots(row), move);
            totals.addUnrealised(positions.accountId(row), clearing.currency(instrumentId), gain);
        }
        prices.setValuation(instrumentId, priceMicros);
        working.putBack(instrumentId);
        touchAll(instrumentId);
    }

    /** Counts an option's value against this price: no equity changes, but what must be held. */
    private void setOptionValuation(int instrumentId, long priceMicros) {
        takeOut(instrumentId);
        margins.forgetPreview();
        instruments.prices().setValuation(instrumentId, priceMicros);
        instruments.setOptionValue(instrumentId);
        putBack(instrumentId);
    }

    /** Puts a checked array in force. */
    void setRiskArray(int instrumentId, long version, long[] lossMicrosPerLot) {
        setRiskArray(instrumentId, version, lossMicrosPerLot, backlog.isTooMuch(backlog.rows(instrumentId)));
    }

    private void setRiskArray(int instrumentId, long version, long[] lossMicrosPerLot, boolean later) {
        RiskRules rules = products.riskRules(instruments.productId(instrumentId));
        margins.forgetPreview();
        if (later) {
            backlog.putBehind(instrumentId);
            instruments.riskArrays().set(instrumentId, version, lossMicrosPerLot, rules);
            return;
        }
        takeOut(instrumentId);
        instruments.riskArrays().set(instrumentId, version, lossMicrosPerLot, rules);
        putBack(instrumentId);
    }

    /** Puts checked parameters in force: fees change what orders cost at once, the calendar charge every requirement. */
    void setParameters(ProductParameters parameters) {
        int productId = parameters.productId();
        if (putBehind(productId)) {
            products.setParameters(parameters);
            return;
        }
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (isLive(id, productId)) {
                working.takeOut(id);
            }
        }
        products.setParameters(parameters);
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (isLive(id, productId)) {
                working.putBack(id);
                touchAll(id);
            }
        }
    }

    /** Puts checked rules in force: they multiply the arrays of the product and set its concentration add-on. */
    void setRiskRules(RiskRules rules) {
        margins.forgetPreview();
        boolean later = putBehind(rules.productId());
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (isLive(id, rules.productId()) && later) {
                instruments.riskArrays().multiply(id, rules);
            } else if (isLive(id, rules.productId())) {
                takeOut(id);
                instruments.riskArrays().multiply(id, rules);
                putBack(id);
            }
        }
        products.setRules(rules);
    }

    /** Puts everybody behind who has anything in the product, if that is too much for one command. @return whether it is */
    private boolean putBehind(int productId) {
        long rows = 0;
        for (int id = 1; id <= instruments.highestId(); id++) {
            rows += isLive(id, productId) ? backlog.rows(id) : 0;
        }
        for (int id = 1; id <= instruments.highestId() && backlog.isTooMuch(rows); id++) {
            if (isLive(id, productId)) {
                backlog.putBehind(id);
            }
        }
        return backlog.isTooMuch(rows);
    }

    /** Puts a checked set in force: charges, spreads between products, ratings, and arrays, those of expired instruments excepted. */
    void setTogether(ParameterSet set) {
        setSpreads(
                set.charges(), set.spreads().orElse(products.spreads().credits().spreads()));
        long rows = 0;
        for (InstrumentArray array : set.arrays()) {
            rows += backlog.rows(array.instrumentId());
        }
        for (InstrumentArray array : set.arrays()) {
            int id = array.instrumentId();
            if (!instruments.isExpired(id)) {
                long version = instruments.riskArrays().version(id) + 1;
                setRiskArray(id, version, array.losses(), backlog.isTooMuch(rows));
            }
        }
        setRatings(set.ratings());
    }

    /** The rating says which arrays an account's positions and orders count by: all of it is counted from scratch. */
    private void setRatings(List<AccountRating> ratings) {
        margins.forgetPreview();
        long rows = 0;
        for (AccountRating each : ratings) {
            int id = each.accountId();
            accounts.setRisk(accounts.risk(id).withRating(each.rating()));
            backlog.putAccountBehind(id);
            rows += backlog.isTooMuch(rows) ? 0 : backlog.rowsOf(id);
        }
        for (AccountRating each : backlog.isTooMuch(rows) ? List.<AccountRating>of() : ratings) {
            backlog.bring(each.accountId());
        }
    }

    /** Puts checked charges and spreads between products in force: months go into other buckets. */
    void setSpreads(List<MarginCharges> charges, CommoditySpreads spreads) {
        products.spreads().set(charges, spreads);
        for (MarginCharges each : charges) {
            instruments.sortIntoBuckets(each.productId());
        }
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
        boolean later = putBehind(productId);
        margins.forgetPreview();
        for (int id = 1; id <= instruments.highestId() && !later; id++) {
            if (isLive(id, productId)) {
                takeOut(id);
            }
        }
        products.setPolicy(policy);
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (isLive(id, productId)) {
                instruments.applyPolicy(id);
                if (!later) {
                    putBack(id);
                }
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
        margins.forgetPreview();
        if (backlog.isTooMuch(backlog.rows(instrumentId))) {
            backlog.putBehind(instrumentId);
            instruments.setFinalFixings(instrumentId, days);
            return;
        }
        takeOut(instrumentId);
        instruments.setFinalFixings(instrumentId, days);
        putBack(instrumentId);
    }

    /** An instrument has a new settlement price: a percentage of it is margin. */
    void noteSettled(int instrumentId) {
        if (products.policy(instruments.productId(instrumentId)).kind() == PolicyKind.PERCENT) {
            working.takeOut(instrumentId);
            instruments.applyPolicy(instrumentId);
            working.putBack(instrumentId);
            touchAll(instrumentId);
        }
    }

    /**
     * Counts deltas anew: charges or spreads are others, or a product has its first option. What is counted later depends on the
     * positions alone, as a restored house has no margin row whose last position is gone.
     */
    void countDeltas() {
        margins.forgetPreview();
        long rows = 0;
        for (int id = 1; id <= instruments.highestId(); id++) {
            rows += positions.count(id);
        }
        boolean later = backlog.isTooMuch(rows);
        for (int row = 1; row <= margins.rows().last(); row++) {
            if (!later || margins.rows().firstPosition(row) == Positions.NONE) {
                margins.countDeltas(row, instruments, deltas);
            }
        }
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (later) {
                backlog.putBehind(id);
            } else {
                touchAll(id);
            }
        }
    }

    /** Puts a checked rating and limits in force: the rating says which arrays the account's positions and orders count by. */
    void setAccountRisk(AccountRisk risk) {
        accounts.setRisk(risk);
        backlog.putAccountBehind(risk.accountId());
        backlog.bring(risk.accountId());
    }

    private boolean isLive(int instrumentId, int productId) {
        return instruments.exists(instrumentId)
                && instruments.productId(instrumentId) == productId
                && !instruments.isExpired(instrumentId);
    }

    /** Takes an instrument's orders and positions out, by the old tables. */
    private void takeOut(int instrumentId) {
        working.takeOut(instrumentId);
        addPositions(instrumentId, -1);
    }

    /** Puts them back, by the new tables. */
    private void putBack(int instrumentId) {
        addPositions(instrumentId, 1);
        working.putBack(instrumentId);
        touchAll(instrumentId);
    }

    private void addPositions(int instrumentId, int sign) {
        for (int row = positions.first(instrumentId); row != Positions.NONE; row = positions.next(row)) {
            contributions.addPosition(row, sign * positions.lots(row));
        }
    }

    private void touchAll(int instrumentId) {
        for (int row = positions.first(instrumentId); row != Positions.NONE; row = positions.next(row)) {
            margins.invalidate(positions.marginRow(row));
            clearing.touch(positions.accountId(row), clearing.currency(instrumentId));
        }
    }
}
