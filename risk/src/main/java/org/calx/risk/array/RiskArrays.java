package org.calx.risk.array;

import java.util.ArrayList;
import java.util.List;
import org.calx.margin.ScenarioArray;
import org.calx.pricing.vanilla.Kernels;
import org.calx.pricing.vanilla.VanillaKernel;
import org.calx.pricing.vanilla.VanillaModel;

/**
 * Computes risk arrays and composite deltas. One thread at a time.
 *
 * <p>Of the usual sixteen scenarios 1 to 14 move the price by 0, ±1/3, ±2/3 and ±1 of its scan range with the volatility up and down; 15
 * and 16 move it by the extreme and count a share of the loss. A grid has scenarios of its own. Time passes by the look-ahead in
 * all. The composite delta is the weighted mean of the deltas at the seven prices, at the look-ahead and unchanged volatility. Amounts are
 * rounded once, half up on the magnitude.
 */
public final class RiskArrays {
    private static final double[] DELTA_WEIGHTS = {0.270, 0.217, 0.217, 0.110, 0.110, 0.037, 0.037};
    private static final int DELTA_SCALE = 10_000;

    private final VanillaKernel kernel = Kernels.fastest();
    private ScenarioBatch batch = new ScenarioBatch(ScenarioArray.SCENARIOS);

    /** A future's array. @param minorPerPrice minor units that one lot is worth per 1.00 of price */
    public RiskArray future(ScanRange range, double minorPerPrice) {
        long[] losses = new long[range.scenarios().size()];
        for (int s = 0; s < losses.length; s++) {
            Scenario scenario = range.scenarios().get(s);
            losses[s] = rounded(-scenario.price() * range.price() * scenario.cover() * minorPerPrice);
        }
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
        if (batch.scenarios() != range.scenarios().size()) {
            batch = new ScenarioBatch(range.scenarios().size());
        }
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
        long[] losses = new long[range.scenarios().size()];
        for (int s = 0; s < losses.length; s++) {
            double cover = range.scenarios().get(s).cover();
            losses[s] = rounded((today - batch.price(s, i)) * cover * minorPerPrice);
        }
        double delta = 0;
        double weights = 0;
        for (int move = 0; move < DELTA_WEIGHTS.length; move++) {
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
