package org.calx.risk.array;

import java.util.List;
import org.calx.pricing.vanilla.OptionColumns;
import org.calx.pricing.vanilla.ValueColumns;
import org.calx.pricing.vanilla.VanillaKernel;
import org.calx.pricing.vanilla.VanillaModel;

/**
 * The scenarios of several options side by side, so that a kernel values them in one call: all options in the first scenario, then all
 * in the second, and so on, because what a scenario adds to the forwards is then one number for all of them.
 */
final class ScenarioBatch {
    private static final List<Double> MOVES = ScanRange.MOVES;
    private static final double LEAST_FORWARD = 1e-9;

    /** Options of a batch, whole groups: with the 24 rows of sixteen scenarios they fill whole blocks of the vector kernel. */
    static final int CAPACITY = 16;

    private final int scenarios;
    private final int today;
    private final int rows;
    private final OptionColumns options;
    private final ValueColumns values;
    private final double[] forward = new double[CAPACITY];
    private final double[] volatility = new double[CAPACITY];
    private double growthRate;
    private double growthYears;
    private double growth = 1;

    /** Rows are the scenarios, then the moves at which deltas are taken, then today. */
    ScenarioBatch(int scenarios) {
        this.scenarios = scenarios;
        today = scenarios + MOVES.size();
        rows = today + 1;
        options = new OptionColumns(rows * CAPACITY);
        values = new ValueColumns(rows * CAPACITY);
    }

    int scenarios() {
        return scenarios;
    }

    /**
     * Values options of the list from {@code from} on, as many as are left and there is room for.
     *
     * @return how many
     * @throws NoValueException for one without a value, with its place in the list
     */
    int value(VanillaKernel kernel, VanillaModel model, List<OptionTerms> terms, int from, ScanRange range) {
        int count = Math.min(CAPACITY, terms.size() - from);
        for (int i = 0; i < CAPACITY; i++) {
            fill(i, terms.get(from + Math.min(i, count - 1)));
        }
        options.copy(today * CAPACITY, 0, CAPACITY);
        for (int i = 0; i < CAPACITY; i++) {
            passTime(i, range.lookAheadYears());
        }
        repeatFirst();
        move(range, model == VanillaModel.BLACK76 ? LEAST_FORWARD : Double.NEGATIVE_INFINITY);
        if (kernel.value(model, options, values) != 0) {
            for (int row = 0; row < rows * CAPACITY; row++) {
                if (Double.isNaN(values.price(row))) {
                    int index = from + Math.min(row % CAPACITY, count - 1);
                    throw new NoValueException(index, terms.get(index));
                }
            }
        }
        return count;
    }

    private void fill(int i, OptionTerms terms) {
        forward[i] = terms.forward();
        volatility[i] = terms.volatility();
        options.set(
                today * CAPACITY + i,
                terms.type(),
                terms.forward(),
                terms.strike(),
                terms.expiryYears(),
                terms.volatility(),
                terms.rate());
    }

    /** Takes an option of the first scenario from today to the look-ahead. */
    private void passTime(int i, double lookAheadYears) {
        double rate = options.rate(i);
        double left = options.expiryYears(i) - lookAheadYears;
        if (left > 0) {
            options.setTime(i, left, rate, options.discount(i) * growth(rate, lookAheadYears));
        } else {
            options.setTime(i, 0, rate);
        }
    }

    /** What a discount factor grows by as the look-ahead passes: the same for all options of one rate, which spares exponentials. */
    private double growth(double rate, double years) {
        if (rate != growthRate || years != growthYears) {
            growthRate = rate;
            growthYears = years;
            growth = Math.exp(rate * years);
        }
        return growth;
    }

    /** Terms are the same in every scenario. */
    private void repeatFirst() {
        int all = today * CAPACITY;
        for (int filled = CAPACITY; filled < all; filled *= 2) {
            options.copy(0, filled, Math.min(filled, all - filled));
        }
    }

    private void move(ScanRange range, double leastForward) {
        int row = 0;
        for (Scenario scenario : range.scenarios()) {
            move(row++, scenario.price() * range.price(), scenario.volatility() * range.volatility(), leastForward);
        }
        for (double move : MOVES) {
            move(row++, move * range.price(), 0, leastForward);
        }
    }

    private void move(int row, double price, double points, double leastForward) {
        int from = row * CAPACITY;
        for (int i = 0; i < CAPACITY; i++) {
            options.setForward(from + i, Math.max(leastForward, forward[i] + price));
            options.setVolatility(from + i, Math.max(0, volatility[i] + points));
        }
    }

    double price(int scenario, int i) {
        return values.price(scenario * CAPACITY + i);
    }

    double priceToday(int i) {
        return values.price(today * CAPACITY + i);
    }

    /** The delta after one of the {@link ScanRange#MOVES}, at unchanged volatility. */
    double delta(int move, int i) {
        return values.delta((scenarios + move) * CAPACITY + i);
    }
}
