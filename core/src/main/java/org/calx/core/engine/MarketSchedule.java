package org.calx.core.engine;

import org.calx.model.MarketPhase;
import org.calx.model.RejectReason;

/**
 * The steps of a market's day. Within a business date: closed, open, settlement window, closed, with halts between; once
 * an instrument has been settled for the date the market stays closed. A later date begins from closed, when everything
 * that trades has been settled.
 */
final class MarketSchedule {
    private final Venue venue;
    private final ParameterDesk parameters;

    MarketSchedule(Venue venue, ParameterDesk parameters) {
        this.venue = venue;
        this.parameters = parameters;
    }

    RejectReason setPhase(int marketId, int businessDay, MarketPhase phase) {
        RejectReason reason = check(marketId, businessDay, phase);
        if (reason == RejectReason.NONE) {
            boolean begins = businessDay > venue.markets.businessDay(marketId);
            venue.markets.setPhase(marketId, businessDay, phase);
            venue.events.marketPhaseChanged(marketId, businessDay, phase);
            if (begins) {
                parameters.beginDay(marketId, businessDay);
            }
        }
        return reason;
    }

    private RejectReason check(int marketId, int businessDay, MarketPhase phase) {
        if (phase == null) {
            return RejectReason.INVALID_PARAMETER;
        }
        if (!venue.markets.exists(marketId)) {
            return RejectReason.UNKNOWN_MARKET;
        }
        int today = venue.markets.businessDay(marketId);
        MarketPhase present = venue.markets.phase(marketId);
        if (businessDay < today) {
            return RejectReason.WRONG_BUSINESS_DATE;
        }
        return businessDay == today ? checkStep(marketId, present, phase) : checkNewDay(marketId, present, phase);
    }

    private RejectReason checkStep(int marketId, MarketPhase from, MarketPhase to) {
        boolean allowed =
                switch (from) {
                    case CLOSED -> to == MarketPhase.OPEN && !isAnySettled(marketId);
                    case OPEN -> to != MarketPhase.OPEN;
                    case CLOSING -> to == MarketPhase.CLOSED || to == MarketPhase.HALTED;
                    case HALTED -> to != MarketPhase.HALTED;
                };
        return allowed ? RejectReason.NONE : RejectReason.WRONG_PHASE;
    }

    private RejectReason checkNewDay(int marketId, MarketPhase from, MarketPhase to) {
        if (from != MarketPhase.CLOSED || (to != MarketPhase.CLOSED && to != MarketPhase.OPEN)) {
            return RejectReason.WRONG_PHASE;
        }
        boolean settled = venue.dailySettlement.isMarketSettled(marketId, venue.markets.businessDay(marketId));
        return settled ? RejectReason.NONE : RejectReason.NOT_SETTLED;
    }

    private boolean isAnySettled(int marketId) {
        int today = venue.markets.businessDay(marketId);
        for (int id = 1; id <= venue.instruments.highestId(); id++) {
            if (venue.instruments.exists(id)
                    && venue.marketOf(id) == marketId
                    && venue.instruments.prices().settledDay(id) == today) {
                return true;
            }
        }
        return false;
    }
}
