package org.calx.risk.array;

import static org.calx.risk.array.ScenarioBatch.EXTREMES;
import static org.calx.risk.array.ScenarioBatch.MOVES;

import java.util.ArrayList;
import java.util.List;
import org.calx.margin.ScenarioArray;
import org.calx.pricing.vanilla.Kernels;
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
    private static final double[] DELTA_WEIGHTS = {0.270, 0.217, 0.217, 0.110, 0.110, 0.037, 0.037};
    private static final int DELTA_SCALE = 10_000;

    private final VanillaKernel kernel = Kernels.fastest();
    private final ScenarioBatch batch = new ScenarioBatch();

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
     * The arrays of options, in their order. A scenario's volatility is at least 0, and by Black-76 its price at least a billionth of
     * 1.00.
     *
     * @param model what values them; {@code terms} have its kind of volatility
     * @param minorPerPrice minor units that one lot is worth per 1.00 of price
     * @throws NoValueException if one has no value
     */
    public List<RiskArray> options(VanillaModel model, List<OptionTerms> terms, ScanRange range, double minorPerPrice) {
        List<RiskArray> arrays = new ArrayList<>(terms.size());
        while (arrays.size() < terms.size()) {
            int count = batch.value(kernel, model, terms, arrays.size(), range);
            for (int i = 0; i < count; i++) {
                arrays.add(array(i, range, minorPerPrice));
            }
        }
        return arrays;
    }

    private RiskArray array(int i, ScanRange range, double minorPerPrice) {
        double today = batch.priceToday(i);
        long[] losses = new long[ScenarioArray.SCENARIOS];
        for (int s = 0; s < losses.length; s++) {
            double cover = s < EXTREMES ? 1 : range.extremeCover();
            losses[s] = rounded((today - batch.price(s, i)) * cover * minorPerPrice);
        }
        double delta = 0;
        double weights = 0;
        for (int move = 0; move < MOVES.length; move++) {
            delta += DELTA_WEIGHTS[move] * batch.delta(move, i);
            weights += DELTA_WEIGHTS[move];
        }
        return new RiskArray(losses, rounded(delta / weights * DELTA_SCALE), rounded(today * minorPerPrice));
    }

    private static long rounded(double amount) {
        long magnitude = Math.round(Math.abs(amount));
        return amount < 0 ? -magnitude : magnitude;
    }
}
