package org.calx.risk.publish;

import java.util.Arrays;
import org.calx.model.VolatilityState;
import org.calx.risk.numeric.Quantile;

/**
 * A product's state from its returns: elevated while the exponentially weighted volatility lies above the 75th percentile of
 * what it has been, and until it is below the 70th again, so that it does not flap.
 */
public final class VolatilityWatch {
    private static final double DECAY = 0.94;
    private static final double UPPER = 0.75;
    private static final double LOWER = 0.70;
    private static final int LEAST = 50;

    private final double[] history;
    private int count;
    private double variance;
    private VolatilityState state = VolatilityState.NORMAL;

    /** @param capacity past volatilities that are remembered, from 50 */
    public VolatilityWatch(int capacity) {
        if (capacity < LEAST) {
            throw new IllegalArgumentException("capacity " + capacity + " is below " + LEAST);
        }
        history = new double[capacity];
    }

    /** The state after the last return. */
    public VolatilityState state() {
        return state;
    }

    /** Takes in a return. @return the state after it; normal until there are 50 */
    public VolatilityState observe(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a return is a finite number, not " + value);
        }
        variance = count == 0 ? value * value : DECAY * variance + (1 - DECAY) * value * value;
        double volatility = Math.sqrt(variance);
        if (count >= LEAST) {
            double[] past = Arrays.copyOf(history, Math.min(count, history.length));
            double border = Quantile.of(past, state == VolatilityState.NORMAL ? UPPER : LOWER);
            state = volatility > border ? VolatilityState.ELEVATED : VolatilityState.NORMAL;
        }
        history[count % history.length] = volatility;
        count = count == Integer.MAX_VALUE ? history.length : count + 1;
        return state;
    }
}
