package org.calx.acceptance.simulator.world;

import org.agrona.concurrent.NanoClock;

/** True time, which moves tick by tick when the simulation says so. Members' clocks differ from it. */
public final class SimulatedClock implements NanoClock {
    /** Length of a tick. */
    public static final long TICK_NS = 1_000_000;

    private static final long START_NS = 1_790_000_000_000_000_000L;

    private long tick;

    /** Ticks since the beginning. */
    public long tick() {
        return tick;
    }

    /** Lets a tick pass. */
    public void advance() {
        tick++;
    }

    @Override
    public long nanoTime() {
        return START_NS + tick * TICK_NS;
    }
}
