package org.calx.acceptance.simulator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.calx.api.event.ExchangeEvent;
import org.calx.core.authority.ParameterDigest;
import org.calx.margin.SpreadCharges;
import org.calx.model.AccountRating;
import org.calx.model.AccountRisk;
import org.calx.model.CalendarSpread;
import org.calx.model.Digest;
import org.calx.model.InstrumentArray;
import org.calx.model.MarginCharges;
import org.calx.model.ParameterPart;
import org.calx.model.ParameterSet;
import org.calx.model.ParameterStatus;
import org.calx.model.RejectReason;
import org.calx.model.Tier;

/** Sets of margin parameters as {@code docs/spec/margin.md} has them: what is refused, who must agree, from when on they hold. */
final class ModelParameters {
    private static final int MOST_SETS = 16;
    private static final int SCENARIOS = 16;
    private static final int UP = 10;
    private static final int DOWN = 12;

    private final ModelState state;
    private final Map<Long, Staged> sets = new TreeMap<>();
    private final Map<Integer, ExchangeEvent.ParametersChanged> inForce = new TreeMap<>();

    private static final class Staged {
        private final List<ParameterPart> parts = new ArrayList<>();
        private boolean approved;

        private ParameterPart first() {
            return parts.getFirst();
        }

        private ParameterSet whole() {
            return ParameterSet.of(parts);
        }
    }

    ModelParameters(ModelState state) {
        this.state = state;
    }

    RejectReason stage(ParameterPart part) {
        RejectReason reason = check(part);
        if (reason == RejectReason.NONE) {
            reason = checkBesides(part);
        }
        if (reason == RejectReason.NONE) {
            sets.computeIfAbsent(part.version(), unused -> new Staged()).parts.add(part);
            state.say(new ExchangeEvent.ParametersStaged(part));
        }
        return reason;
    }

    private RejectReason check(ParameterPart part) {
        ModelMarket market = state.markets.get(part.marketId());
        if (market == null) {
            return RejectReason.UNKNOWN_MARKET;
        }
        if (part.effectiveDay() < market.businessDay) {
            return RejectReason.WRONG_BUSINESS_DATE;
        }
        for (InstrumentArray array : part.arrays()) {
            ModelInstrument instrument = state.instruments.get(array.instrumentId());
            if (instrument == null) {
                return RejectReason.UNKNOWN_INSTRUMENT;
            }
            if (instrument.expired) {
                return RejectReason.INSTRUMENT_EXPIRED;
            }
            if (!hasSigns(array.losses())) {
                return RejectReason.INVALID_PARAMETER;
            }
        }
        if (part.charges().isPresent() && !areRates(part.charges().get())) {
            return RejectReason.INVALID_PARAMETER;
        }
        if (part.spreads().stream()
                .flatMap(spreads -> spreads.list().stream())
                .flatMap(spread -> spread.legs().stream())
                .anyMatch(leg -> !state.products.containsKey(leg.productId()))) {
            return RejectReason.UNKNOWN_PRODUCT;
        }
        boolean known = part.ratings().stream().allMatch(rating -> state.accounts.containsKey(rating.accountId()));
        return known ? RejectReason.NONE : RejectReason.UNKNOWN_ACCOUNT;
    }

    /** A long future gains when the price goes up. */
    private static boolean hasSigns(long[] losses) {
        return losses.length == SCENARIOS
                && losses[UP] <= 0
                && losses[UP + 1] <= 0
                && losses[DOWN] >= 0
                && losses[DOWN + 1] >= 0;
    }

    private static boolean areRates(MarginCharges charges) {
        return charges.calendarSpreads().stream()
                .mapToLong(CalendarSpread::rate)
                .allMatch(rate -> rate >= 0);
    }

    private RejectReason checkBesides(ParameterPart part) {
        if (inForce.containsKey(part.marketId())
                && part.version() <= inForce.get(part.marketId()).version()) {
            return RejectReason.STALE_PARAMETERS;
        }
        Staged set = sets.get(part.version());
        if (set == null) {
            return sets.size() == MOST_SETS ? RejectReason.CAPACITY_REACHED : RejectReason.NONE;
        }
        boolean other = set.approved
                || set.first().effectiveDay() != part.effectiveDay()
                || set.parts.stream().anyMatch(present -> overlap(present, part));
        return other ? RejectReason.ALREADY_DEFINED : RejectReason.NONE;
    }

    private static boolean overlap(ParameterPart one, ParameterPart two) {
        return one.arrays().stream()
                        .anyMatch(a -> two.arrays().stream().anyMatch(b -> a.instrumentId() == b.instrumentId()))
                || one.ratings().stream()
                        .anyMatch(a -> two.ratings().stream().anyMatch(b -> a.accountId() == b.accountId()))
                || one.spreads().isPresent() && two.spreads().isPresent()
                || one.charges().isPresent()
                        && two.charges().isPresent()
                        && one.charges().get().productId()
                                == two.charges().get().productId();
    }

    RejectReason activate(long version, Digest digest) {
        Staged set = sets.get(version);
        if (set == null || set.approved) {
            return RejectReason.UNKNOWN_PARAMETERS;
        }
        if (!ParameterDigest.of(set.whole()).equals(digest)) {
            return RejectReason.PARAMETERS_DIFFER;
        }
        int today = state.markets.get(set.first().marketId()).businessDay;
        if (set.first().effectiveDay() < today) {
            return RejectReason.WRONG_BUSINESS_DATE;
        }
        if (state.instruments.values().stream().anyMatch(i -> !i.expired && isGap(i, set.whole()))) {
            return RejectReason.PARAMETERS_GAP;
        }
        set.approved = true;
        say(set, ParameterStatus.APPROVED);
        if (set.first().effectiveDay() == today) {
            takeEffect(set);
        }
        return RejectReason.NONE;
    }

    /** Whether the set has arrays of the product and none of this instrument, or tiers before and after its month and none with it. */
    private boolean isGap(ModelInstrument instrument, ParameterSet set) {
        boolean ofProduct = set.arrays().stream()
                .anyMatch(array -> state.instruments.get(array.instrumentId()).product == instrument.product);
        boolean given = set.arrays().stream().anyMatch(array -> array.instrumentId() == instrument.spec.instrumentId());
        return ofProduct && !given
                || set.charges().stream()
                        .filter(charges -> charges.productId() == instrument.spec.productId())
                        .anyMatch(charges -> isBetween(instrument.month, charges.tiers()));
    }

    private static boolean isBetween(int month, List<Tier> tiers) {
        return tiers.stream().anyMatch(tier -> tier.toMonth() < month)
                && tiers.stream().anyMatch(tier -> tier.fromMonth() > month)
                && tiers.stream().noneMatch(tier -> tier.fromMonth() <= month && month <= tier.toMonth());
    }

    RejectReason cancel(long version) {
        Staged set = sets.get(version);
        if (set == null) {
            return RejectReason.UNKNOWN_PARAMETERS;
        }
        end(set, ParameterStatus.CANCELLED);
        return RejectReason.NONE;
    }

    void beginDay(int marketId, int businessDay) {
        for (Staged set : List.copyOf(sets.values())) {
            boolean waits = sets.containsValue(set) && set.first().marketId() == marketId;
            if (waits && set.approved && set.first().effectiveDay() <= businessDay) {
                takeEffect(set);
            } else if (waits && !set.approved && set.first().effectiveDay() < businessDay) {
                end(set, ParameterStatus.EXPIRED);
            }
        }
    }

    private void takeEffect(Staged set) {
        ParameterSet whole = set.whole();
        for (MarginCharges charges : whole.charges()) {
            state.products.get(charges.productId()).setCharges(charges);
            state.say(new ExchangeEvent.MarginChargesSet(charges));
        }
        state.setSpreads(whole.spreads().orElse(state.credits.spreads()));
        whole.spreads().ifPresent(spreads -> state.say(new ExchangeEvent.CommoditySpreadsSet(spreads)));
        for (InstrumentArray array : whole.arrays()) {
            ModelInstrument instrument = state.instruments.get(array.instrumentId());
            if (!instrument.expired) {
                instrument.setRiskArray(instrument.riskArrayVersion + 1, array.losses());
                state.say(new ExchangeEvent.RiskArraySet(
                        array.instrumentId(), instrument.riskArrayVersion, array.losses()));
            }
        }
        for (AccountRating rating : whole.ratings()) {
            ModelAccount account = state.accounts.get(rating.accountId());
            account.rating = rating.rating();
            state.say(new ExchangeEvent.AccountRiskSet(account.risk()));
        }
        end(set, ParameterStatus.IN_FORCE);
        for (Staged other : List.copyOf(sets.values())) {
            if (other.first().marketId() == whole.marketId() && other.first().version() < whole.version()) {
                end(other, ParameterStatus.SUPERSEDED);
            }
        }
    }

    private void end(Staged set, ParameterStatus status) {
        sets.remove(set.first().version());
        ExchangeEvent.ParametersChanged row = say(set, status);
        if (status == ParameterStatus.IN_FORCE) {
            inForce.put(row.marketId(), row);
        }
    }

    private ExchangeEvent.ParametersChanged say(Staged set, ParameterStatus status) {
        ExchangeEvent.ParametersChanged row = row(set, status);
        state.say(row);
        return row;
    }

    private static ExchangeEvent.ParametersChanged row(Staged set, ParameterStatus status) {
        ParameterPart first = set.first();
        return new ExchangeEvent.ParametersChanged(
                first.version(), status, first.marketId(), first.effectiveDay(), ParameterDigest.of(set.whole()));
    }

    /** Whether a row of a state image is true. */
    boolean isTrue(ExchangeEvent.ParametersStaged row) {
        Staged set = sets.get(row.part().version());
        return set != null && set.parts.contains(row.part());
    }

    /** Whether a row of a state image is true. */
    boolean isTrue(ExchangeEvent.ParametersChanged row) {
        Staged set = sets.get(row.version());
        return set != null && set.approved
                ? row.equals(row(set, ParameterStatus.APPROVED))
                : row.equals(inForce.get(row.marketId()));
    }

    /** Whether a row of a state image is true. */
    boolean isTrue(ExchangeEvent.MarginChargesSet row) {
        SpreadCharges charges = state.products.get(row.charges().productId()).charges;
        return charges != null && charges.charges().equals(row.charges());
    }

    /** Whether a row of a state image is true. */
    boolean isTrue(ExchangeEvent.AccountRiskSet row) {
        AccountRisk risk = row.risk();
        return risk.equals(state.accounts.get(risk.accountId()).risk());
    }
}
