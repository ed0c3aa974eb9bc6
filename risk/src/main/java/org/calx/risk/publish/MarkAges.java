package org.calx.risk.publish;

import java.util.HashMap;
import java.util.Map;
import org.calx.model.InstrumentSpec;
import org.calx.model.ProductParameters;

/**
 * How old marks are, in log time: one that is half as old as would make it stale is due again, though nothing has moved.
 */
final class MarkAges {
    private static final long CHECK_NS = 1_000_000_000L;

    private final Map<Integer, Long> staleNs = new HashMap<>();
    private final Map<Integer, Long> markedNs = new HashMap<>();
    private long nowNs;
    private long checkedNs;

    void onParameters(ProductParameters parameters) {
        staleNs.put(parameters.productId(), parameters.markStaleNs());
    }

    /** Takes in the time of an event. @return whether a second has passed since it last did */
    boolean onTime(long timestampNs) {
        nowNs = Math.max(nowNs, timestampNs);
        if (nowNs - checkedNs < CHECK_NS) {
            return false;
        }
        checkedNs = nowNs;
        return true;
    }

    /** A mark is set, or sent and may be refused. */
    void renew(int instrumentId) {
        markedNs.put(instrumentId, nowNs);
    }

    /** A state image tells a mark: how old it is, is known only of one that was seen before. */
    void retell(int instrumentId) {
        markedNs.putIfAbsent(instrumentId, Long.MIN_VALUE / 2);
    }

    void forget(int instrumentId) {
        markedNs.remove(instrumentId);
    }

    /** Whether the instrument has a mark that is due again. */
    boolean isDue(InstrumentSpec instrument) {
        Long marked = markedNs.get(instrument.instrumentId());
        Long stale = staleNs.get(instrument.productId());
        return marked != null && stale != null && stale > 0 && nowNs - marked >= stale / 2;
    }
}
