package org.calx.risk.publish;

import java.util.HashMap;
import java.util.Map;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.InstrumentSpec;
import org.calx.model.RiskRules;
import org.calx.model.VolatilityState;

/** What the event stream says is in force: instruments that live, their marks and arrays, and the products' rules. */
final class InForce {
    private final Map<Integer, InstrumentSpec> instruments = new HashMap<>();
    private final Map<Integer, Long> marks = new HashMap<>();
    private final Map<Integer, ExchangeEvent.RiskArraySet> arrays = new HashMap<>();
    private final Map<Integer, RiskRules> rules = new HashMap<>();

    void apply(ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.InstrumentListed e ->
                instruments.put(e.instrument().instrumentId(), e.instrument());
            case ExchangeEvent.InstrumentExpired e -> instruments.remove(e.instrumentId());
            case ExchangeEvent.MarkSet e -> marks.put(e.instrumentId(), e.markMicros());
            case ExchangeEvent.RiskArraySet e -> arrays.put(e.instrumentId(), e);
            case ExchangeEvent.RiskRulesSet e -> rules.put(e.rules().productId(), e.rules());
            default -> {
                // Everything else says nothing of risk parameters.
            }
        }
    }

    boolean isLive(int instrumentId) {
        return instruments.containsKey(instrumentId);
    }

    /** What arrays must be multiplied by beyond what the exchange does by itself, in ten-thousandths, rounded up. */
    int furtherBps(int instrumentId, Map<Integer, VolatilityState> states) {
        int productId = instruments.containsKey(instrumentId)
                ? instruments.get(instrumentId).productId()
                : 0;
        RiskRules own = rules.getOrDefault(productId, RiskRules.defaults(productId));
        long asked = bps(own, states.getOrDefault(productId, VolatilityState.NORMAL));
        long done = bps(own, own.volatilityState());
        return (int) Math.ceilDiv(asked * RiskRules.UNIT_BPS, done);
    }

    private static int bps(RiskRules rules, VolatilityState state) {
        return switch (state) {
            case NORMAL -> RiskRules.UNIT_BPS;
            case ELEVATED -> rules.elevatedBps();
            case STRESSED -> rules.stressedBps();
        };
    }

    boolean needsMark(RiskTarget target, long moveMicros) {
        Long mark = marks.get(target.instrumentId());
        return mark == null || Math.abs(target.markMicros() - mark) >= moveMicros;
    }

    boolean needsArray(RiskTarget target, int moveBps) {
        ExchangeEvent.RiskArraySet array = arrays.get(target.instrumentId());
        if (array == null) {
            return true;
        }
        long greatest = 0;
        long farthest = 0;
        for (int s = 0; s < array.lossMicrosPerLot().length; s++) {
            greatest = Math.max(greatest, Math.abs(array.lossMicrosPerLot()[s]));
            farthest = Math.max(farthest, Math.abs(array.lossMicrosPerLot()[s] - target.lossMicrosPerLot()[s]));
        }
        return farthest > greatest / 10_000 * moveBps;
    }

    /** The version after the one in force. */
    long nextVersion(int instrumentId) {
        ExchangeEvent.RiskArraySet array = arrays.get(instrumentId);
        return array == null ? 1 : array.version() + 1;
    }
}
