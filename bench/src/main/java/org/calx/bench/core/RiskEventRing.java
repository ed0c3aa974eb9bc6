package org.calx.bench.core;

import org.calx.core.engine.RiskEvents;
import org.calx.model.AccountRisk;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;
import org.calx.model.Side;

/** The ring itself, and the events about margin and limits. */
abstract class RiskEventRing implements RiskEvents {
    private static final int CAPACITY = 1 << 13;
    private static final int MASK = CAPACITY - 1;

    private final long[] ring = new long[CAPACITY];
    private int position;
    private long events;

    /** Events told. */
    public final long events() {
        return events;
    }

    final void put(long value) {
        ring[position++ & MASK] = value;
    }

    final void kind(int kind) {
        events++;
        put(kind);
    }

    @Override
    public void orderRefused(
            int accountId,
            int instrumentId,
            Side side,
            RejectReason reason,
            long required,
            long available,
            int scenario,
            long scanningMicros,
            long chargesMicros,
            long acceptableLots) {
        kind(140);
        put(accountId);
        put(instrumentId);
        put(side.ordinal());
        put(reason.ordinal());
        put(required);
        put(available);
        put(scenario);
        put(scanningMicros);
        put(chargesMicros);
        put(acceptableLots);
    }

    @Override
    public void riskRulesSet(RiskRules rules) {
        kind(142);
    }

    @Override
    public void accountRiskSet(AccountRisk risk) {
        kind(143);
    }

    @Override
    public void valuationSet(int instrumentId, long priceMicros) {
        kind(141);
        put(instrumentId);
        put(priceMicros);
    }
}
