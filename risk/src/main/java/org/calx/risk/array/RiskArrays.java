package org.calx.risk.array;

import org.calx.margin.ScenarioArray;
import org.calx.pricing.vanilla.Kernels;
import org.calx.pricing.vanilla.OptionColumns;
import org.calx.pricing.vanilla.ValueColumns;
import org.calx.pricing.vanilla.VanillaKernel;
import org.calx.pricing.vanilla.VanillaModel;

/**
 * Computes risk arrays and composite deltas. One thread at a time.
 *
 * <p>Scenarios 1 to 14 move the price by 0, ±1/3, ±2/3 and ±1 of its scan range with the volatility up and down; 15 and 16
 * move it by the extreme and count a share of the loss. Time passes by the look-ahead in all. The composite delta is the
 * weighted mean of the deltas at the seven prices, at the look-ahead and unchanged volatility. Amounts are rounded once, half up
 * on the magnitude.
 */
public final class RiskArrays {
    private static final double[] MOVES = {0, 1 / 3.0, -1 / 3.0, 2 / 3.0, -2 / 3.0, 1, -1};
    private static final double[] DELTA_WEIGHTS = {0.270, 0.217, 0.217, 0.110, 0.110, 0.037, 0.037};
    private static final int EXTREMES = 14;
    private static final int DELTAS = ScenarioArray.SCENARIOS;
    private static final int TODAY = DELTAS + MOVES.length;
    private static final int ROWS = TODAY + 1;
    private static final double LEAST_FORWARD = 1e-9;
    private static final int DELTA_SCALE = 10_000;

    private final VanillaKernel kernel = Kernels.fastest();
    private final OptionColumns options = new OptionColumns(ROWS);
    private final ValueColumns values = new ValueColumns(ROWS);

    /** A future's array. @param minorPerPrice minor units that one lot is worth per 1.00 of price */
    public RiskArray future(ScanRange range, double minorPerPrice) {
        long[] losses = new long[ScenarioArray.SCENARIOS];
        for (int s = 0; s < EXTREMES; s++) {
            losses[s] = rounded(-MOVES[s / 2] * range.price() * minorPerPrice);
        }
        double extreme = range.price() * range.extremeMultiple() * range.extremeCover() * minorPerPrice;
        losses[EXTREMES] = rounded(-extreme);
        losses[EXTREMES + 1] = rounded(extreme);
        return new RiskArray(losses, DELTA_SCALE, 0);
    }

    /**
     * An option's array. A scenario's price is at least a billionth of 1.00 and its volatility at least 0.
     *
     * @param minorPerPrice minor units that one lot is worth per 1.00 of price
     * @throws IllegalArgumentException if the terms have no value by Black-76
     */
    public RiskArray option(OptionTerms terms, ScanRange range, double minorPerPrice) {
        fill(terms, range);
        if (kernel.value(VanillaModel.BLACK76, options, values) != 0) {
            throw new IllegalArgumentException("the option has no value by Black-76: " + terms);
        }
        double[] price = values.price();
        long[] losses = new long[ScenarioArray.SCENARIOS];
        for (int s = 0; s < losses.length; s++) {
            double cover = s < EXTREMES ? 1 : range.extremeCover();
            losses[s] = rounded((price[TODAY] - price[s]) * cover * minorPerPrice);
        }
        double delta = 0;
        double weights = 0;
        for (int i = 0; i < MOVES.length; i++) {
            delta += DELTA_WEIGHTS[i] * values.delta()[DELTAS + i];
            weights += DELTA_WEIGHTS[i];
        }
        return new RiskArray(losses, rounded(delta / weights * DELTA_SCALE), rounded(price[TODAY] * minorPerPrice));
    }

    private void fill(OptionTerms terms, ScanRange range) {
        double later = Math.max(0, terms.expiryYears() - range.lookAheadYears());
        for (int s = 0; s < EXTREMES; s++) {
            double volatility = terms.volatility() + (s % 2 == 0 ? range.volatility() : -range.volatility());
            set(s, terms, MOVES[s / 2] * range.price(), later, volatility);
        }
        double extreme = range.extremeMultiple() * range.price();
        set(EXTREMES, terms, extreme, later, terms.volatility());
        set(EXTREMES + 1, terms, -extreme, later, terms.volatility());
        for (int i = 0; i < MOVES.length; i++) {
            set(DELTAS + i, terms, MOVES[i] * range.price(), later, terms.volatility());
        }
        set(TODAY, terms, 0, terms.expiryYears(), terms.volatility());
    }

    private void set(int row, OptionTerms terms, double move, double years, double volatility) {
        double forward = Math.max(LEAST_FORWARD, terms.forward() + move);
        options.set(row, terms.type(), forward, terms.strike(), years, Math.max(0, volatility), terms.rate());
    }

    private static long rounded(double amount) {
        long magnitude = Math.round(Math.abs(amount));
        return amount < 0 ? -magnitude : magnitude;
    }
}
