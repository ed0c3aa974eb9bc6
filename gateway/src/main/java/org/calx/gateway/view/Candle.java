package org.calx.gateway.view;

/** What traded from one instant to the next; prices in ticks, quantities in lots. */
public final class Candle {
    /** Its beginning, milliseconds since 1970-01-01 in log time. */
    public final long startMs;

    private final long openTicks;
    private long highTicks;
    private long lowTicks;
    private long closeTicks;
    private long volumeLots;
    private long costTicks;

    Candle(long startMs, long priceTicks) {
        this.startMs = startMs;
        openTicks = priceTicks;
        highTicks = priceTicks;
        lowTicks = priceTicks;
    }

    void add(long priceTicks, long lots) {
        highTicks = Math.max(highTicks, priceTicks);
        lowTicks = Math.min(lowTicks, priceTicks);
        closeTicks = priceTicks;
        volumeLots = Math.addExact(volumeLots, lots);
        costTicks = Math.addExact(costTicks, Math.multiplyExact(priceTicks, lots));
    }

    public long openTicks() {
        return openTicks;
    }

    public long highTicks() {
        return highTicks;
    }

    public long lowTicks() {
        return lowTicks;
    }

    public long closeTicks() {
        return closeTicks;
    }

    public long volumeLots() {
        return volumeLots;
    }

    /** Sum of price times quantity, in ticks times lots. */
    public long costTicks() {
        return costTicks;
    }
}
