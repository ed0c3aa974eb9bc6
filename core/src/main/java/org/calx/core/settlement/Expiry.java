package org.calx.core.settlement;

import org.calx.core.clearing.Clearing;
import org.calx.core.engine.ExchangeEvents;
import org.calx.core.reference.Fixings;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Markets;
import org.calx.core.reference.NumericBounds;
import org.calx.core.reference.Products;
import org.calx.model.InstrumentSpec;
import org.calx.model.OptionTerms;
import org.calx.model.RejectReason;

/**
 * Settles an instrument finally: a month future at the average of its month's fixings, an option, after its underlying, at what
 * it is worth against the underlying's final settlement price.
 */
public final class Expiry {
    private final SettlementSteps steps;
    private final Instruments instruments;
    private final Fixings fixings;
    private final Clearing clearing;
    private final ExchangeEvents events;

    /** Settles by these tables. */
    public Expiry(
            Markets markets,
            Products products,
            Instruments instruments,
            Fixings fixings,
            Clearing clearing,
            ExchangeEvents events) {
        steps = new SettlementSteps(markets, products, instruments);
        this.instruments = instruments;
        this.fixings = fixings;
        this.clearing = clearing;
        this.events = events;
    }

    /**
     * Why the instrument cannot expire on this date, or {@link RejectReason#NONE}: the date must not be before the last
     * trading day, every fixing of the month must be final, and their average one that an instrument can have. The underlying of
     * an option must have expired.
     */
    public RejectReason check(int instrumentId, int businessDay) {
        RejectReason refusal = steps.check(instrumentId, businessDay);
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        InstrumentSpec spec = instruments.spec(instrumentId);
        if (businessDay < spec.lastTradingDay()) {
            return RejectReason.WRONG_BUSINESS_DATE;
        }
        if (spec.isOption()) {
            boolean known = instruments.isExpired(spec.option().underlyingId());
            return known ? RejectReason.NONE : RejectReason.NOT_SETTLED;
        }
        if (MonthAverage.countPreliminary(fixings, spec) != 0) {
            return RejectReason.NOT_SETTLED;
        }
        if (MonthAverage.count(fixings, spec) == 0) {
            return RejectReason.FIXING_MISSING;
        }
        boolean possible = NumericBounds.isLotValue(MonthAverage.meanMicros(fixings, spec), spec.unitsPerLot());
        return possible ? RejectReason.NONE : RejectReason.INVALID_PARAMETER;
    }

    /**
     * Expires a checked instrument whose working orders the engine has cancelled and released. Emits
     * {@code instrumentExpired}, {@code posted} and {@code positionChanged}.
     */
    public void expire(int instrumentId, int businessDay) {
        InstrumentSpec spec = instruments.spec(instrumentId);
        long priceMicros = spec.isOption() ? intrinsicMicros(spec.option()) : MonthAverage.meanMicros(fixings, spec);
        int count = spec.isOption()
                ? instruments.prices().fixingCount(spec.option().underlyingId())
                : MonthAverage.count(fixings, spec);
        instruments.expire(instrumentId);
        instruments.prices().setFinalSettlement(instrumentId, businessDay, priceMicros, count);
        events.instrumentExpired(instrumentId, businessDay, priceMicros, count);
        clearing.variation().settleFinally(instrumentId, priceMicros);
    }

    private long intrinsicMicros(OptionTerms option) {
        long settled = instruments.prices().settlementMicros(option.underlyingId());
        return option.type().intrinsic(settled, option.strikeMicros());
    }
}
