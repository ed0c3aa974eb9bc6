package org.calx.acceptance.simulator.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.CancelReason;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.JournalKind;
import org.calx.model.MarketPhase;
import org.calx.model.ProductParameters;
import org.calx.model.RejectReason;
import org.calx.model.SettlementTier;
import org.calx.model.TimeInForce;

/** A market's day: phases, fixings, daily settlement, expiry. */
final class ModelDay {
    private static final int FIXING_ROUNDING_MICROS = 100;
    private static final int FIXING_DAYS_AHEAD = 7;
    private static final int FIXING_DAYS_BEHIND = 100;

    private final ModelState state;
    private final ModelTrading trading;
    private final ModelParameters parameters;

    ModelDay(ModelState state, ModelTrading trading, ModelParameters parameters) {
        this.state = state;
        this.trading = trading;
        this.parameters = parameters;
    }

    RejectReason setPhase(int marketId, int businessDay, MarketPhase phase) {
        ModelMarket market = state.markets.get(marketId);
        if (market == null) {
            return RejectReason.UNKNOWN_MARKET;
        }
        if (businessDay < market.businessDay) {
            return RejectReason.WRONG_BUSINESS_DATE;
        }
        RejectReason reason = businessDay == market.businessDay ? checkStep(market, phase) : checkNewDay(market, phase);
        if (reason == RejectReason.NONE) {
            boolean begins = businessDay > market.businessDay;
            market.businessDay = businessDay;
            market.phase = phase;
            state.say(new ExchangeEvent.MarketPhaseChanged(marketId, businessDay, phase));
            if (begins) {
                parameters.beginDay(marketId, businessDay);
            }
        }
        return reason;
    }

    private RejectReason checkStep(ModelMarket market, MarketPhase to) {
        boolean settled = state.instruments.values().stream()
                .anyMatch(i -> i.product.market == market && i.settledDay == market.businessDay);
        boolean allowed =
                switch (market.phase) {
                    case CLOSED -> to == MarketPhase.OPEN && !settled;
                    case OPEN -> to != MarketPhase.OPEN;
                    case CLOSING -> to == MarketPhase.CLOSED || to == MarketPhase.HALTED;
                    case HALTED -> to != MarketPhase.HALTED;
                };
        return allowed ? RejectReason.NONE : RejectReason.WRONG_PHASE;
    }

    private RejectReason checkNewDay(ModelMarket market, MarketPhase to) {
        if (market.phase != MarketPhase.CLOSED || to != MarketPhase.CLOSED && to != MarketPhase.OPEN) {
            return RejectReason.WRONG_PHASE;
        }
        boolean unsettled = state.instruments.values().stream()
                .anyMatch(i -> i.product.market == market && mustSettle(i, market.businessDay));
        return unsettled ? RejectReason.NOT_SETTLED : RejectReason.NONE;
    }

    private static boolean mustSettle(ModelInstrument instrument, int businessDay) {
        boolean isNew = instrument.settledDay == ModelInstrument.NEVER && instrument.positions.isEmpty();
        return !isNew
                && !instrument.expired
                && instrument.spec.lastTradingDay() >= businessDay
                && instrument.settledDay != businessDay;
    }

    RejectReason publish(Fixing fixing) {
        ModelProduct product = state.products.get(fixing.productId());
        if (product == null) {
            return RejectReason.UNKNOWN_INDEX;
        }
        int today = product.market.businessDay;
        if (fixing.day() < today - FIXING_DAYS_BEHIND || fixing.day() > today + FIXING_DAYS_AHEAD) {
            return RejectReason.WRONG_BUSINESS_DATE;
        }
        Fixing known = product.fixings.get(fixing.day());
        if (known != null && known.status() == FixingStatus.FINAL) {
            return RejectReason.FIXING_FINAL;
        }
        product.fixings.put(fixing.day(), fixing);
        state.say(new ExchangeEvent.FixingPublished(fixing));
        return RejectReason.NONE;
    }

    RejectReason settle(int instrumentId, int businessDay) {
        ModelInstrument instrument = state.instruments.get(instrumentId);
        RejectReason reason = checkSettlement(instrument, businessDay);
        if (reason == RejectReason.NONE && instrument.settledDay == businessDay) {
            reason = RejectReason.WRONG_BUSINESS_DATE;
        }
        if (reason != RejectReason.NONE) {
            return reason;
        }
        SettlementTier tier = tier(instrument);
        long priceMicros = priceMicros(instrument, tier);
        record(instrument, businessDay, priceMicros);
        state.say(new ExchangeEvent.SettlementPriceSet(instrumentId, businessDay, priceMicros, tier));
        for (ModelPosition position : instrument.positions.values()) {
            if (position.lots != 0 || position.openValueMicros != 0) {
                payVariation(instrument, position, priceMicros, JournalKind.VARIATION);
                sayPosition(instrument, position);
            }
        }
        if (!instrument.hasFreshMark(state.nowNs)) {
            instrument.valuationMicros = priceMicros;
            state.say(new ExchangeEvent.ValuationSet(instrumentId, priceMicros));
        }
        endOrders(instrument, true, CancelReason.END_OF_DAY);
        return RejectReason.NONE;
    }

    private static RejectReason checkSettlement(ModelInstrument instrument, int businessDay) {
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        ModelMarket market = instrument.product.market;
        if (businessDay != market.businessDay) {
            return RejectReason.WRONG_BUSINESS_DATE;
        }
        if (market.phase != MarketPhase.CLOSED) {
            return RejectReason.WRONG_PHASE;
        }
        if (instrument.expired) {
            return RejectReason.INSTRUMENT_EXPIRED;
        }
        return instrument.product.parameters == null ? RejectReason.INSTRUMENT_NOT_TRADING : RejectReason.NONE;
    }

    private SettlementTier tier(ModelInstrument instrument) {
        ProductParameters parameters = instrument.product.parameters;
        if (instrument.closingLots >= parameters.settlementMinLots()) {
            return SettlementTier.VOLUME_WEIGHTED;
        }
        boolean narrow = !instrument.bids.isEmpty()
                && !instrument.asks.isEmpty()
                && instrument.asks.getFirst().priceTicks - instrument.bids.getFirst().priceTicks
                        <= parameters.settlementSpreadTicks();
        if (narrow) {
            return SettlementTier.BOOK_MID;
        }
        return instrument.hasFreshMark(state.nowNs) ? SettlementTier.MARK : SettlementTier.PREVIOUS;
    }

    private static long priceMicros(ModelInstrument instrument, SettlementTier tier) {
        long tick = instrument.product.spec.tickMicros();
        return switch (tier) {
            case VOLUME_WEIGHTED -> divide(instrument.closingTicksLots * tick, instrument.closingLots);
            case BOOK_MID ->
                divide((instrument.bids.getFirst().priceTicks + instrument.asks.getFirst().priceTicks) * tick, 2);
            case MARK -> instrument.markMicros;
            default -> instrument.settlementMicros;
        };
    }

    /** Rounded half away from zero. */
    private static long divide(long dividend, long divisor) {
        return BigDecimal.valueOf(dividend)
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    RejectReason expire(int instrumentId, int businessDay) {
        ModelInstrument instrument = state.instruments.get(instrumentId);
        RejectReason reason = checkSettlement(instrument, businessDay);
        if (reason == RejectReason.NONE && businessDay < instrument.spec.lastTradingDay()) {
            reason = RejectReason.WRONG_BUSINESS_DATE;
        }
        List<Fixing> month = reason == RejectReason.NONE ? month(instrument) : List.of();
        if (reason == RejectReason.NONE && month.stream().anyMatch(f -> f.status() != FixingStatus.FINAL)) {
            reason = RejectReason.NOT_SETTLED;
        }
        if (reason == RejectReason.NONE && month.isEmpty()) {
            reason = RejectReason.FIXING_MISSING;
        }
        if (reason == RejectReason.NONE) {
            end(instrument, businessDay, month);
        }
        return reason;
    }

    private static List<Fixing> month(ModelInstrument instrument) {
        List<Fixing> month = new ArrayList<>();
        for (Map.Entry<Integer, Fixing> day : instrument.product.fixings.entrySet()) {
            if (day.getKey() >= instrument.spec.firstFixingDay() && day.getKey() <= instrument.spec.lastFixingDay()) {
                month.add(day.getValue());
            }
        }
        return month;
    }

    private void end(ModelInstrument instrument, int businessDay, List<Fixing> month) {
        int instrumentId = instrument.spec.instrumentId();
        long sum = month.stream().mapToLong(Fixing::priceMicros).sum();
        long priceMicros = divide(sum, (long) month.size() * FIXING_ROUNDING_MICROS) * FIXING_ROUNDING_MICROS;
        endOrders(instrument, false, CancelReason.EXPIRED);
        instrument.expired = true;
        record(instrument, businessDay, priceMicros);
        state.say(new ExchangeEvent.InstrumentExpired(instrumentId, businessDay, priceMicros, month.size()));
        long feePerLot = instrument.product.parameters.settlementFeeMicrosPerLot();
        for (ModelPosition position : instrument.positions.values()) {
            if (position.lots != 0 || position.openValueMicros != 0) {
                payVariation(instrument, position, priceMicros, JournalKind.FINAL_SETTLEMENT);
                state.say(state.money.move(
                        JournalKind.SETTLEMENT_FEE,
                        position.accountId,
                        ModelMoney.FEES,
                        instrument.product.spec.currency(),
                        Math.abs(position.lots) * feePerLot));
                position.lots = 0;
                position.openValueMicros = 0;
                sayPosition(instrument, position);
            }
        }
        instrument.positions.clear();
        instrument.product.live.remove(instrument);
    }

    private static void record(ModelInstrument instrument, int businessDay, long priceMicros) {
        instrument.settlementMicros = priceMicros;
        instrument.settledDay = businessDay;
        instrument.closingLots = 0;
        instrument.closingTicksLots = 0;
    }

    private void payVariation(ModelInstrument instrument, ModelPosition position, long priceMicros, JournalKind kind) {
        long worth = instrument.valueMicros(position.lots, priceMicros);
        state.say(state.money.move(
                kind,
                ModelMoney.CLEARING,
                position.accountId,
                instrument.product.spec.currency(),
                worth - position.openValueMicros));
        position.openValueMicros = worth;
    }

    private void sayPosition(ModelInstrument instrument, ModelPosition position) {
        state.say(new ExchangeEvent.PositionChanged(
                position.accountId, instrument.spec.instrumentId(), position.lots, position.openValueMicros));
    }

    private void endOrders(ModelInstrument instrument, boolean dayOrdersOnly, CancelReason reason) {
        List<ModelOrder> all = new ArrayList<>(instrument.bids);
        all.addAll(instrument.asks);
        for (ModelOrder order : all) {
            if (!dayOrdersOnly || order.timeInForce == TimeInForce.DAY) {
                trading.end(order, reason);
            }
        }
    }
}
