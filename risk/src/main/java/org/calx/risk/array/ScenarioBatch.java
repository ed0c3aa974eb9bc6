package org.calx.risk.array;

import java.util.List;
import org.calx.margin.ScenarioArray;
import org.calx.pricing.vanilla.OptionColumns;
import org.calx.pricing.vanilla.ValueColumns;
import org.calx.pricing.vanilla.VanillaKernel;
import org.calx.pricing.vanilla.VanillaModel;

/**
 * The scenarios of several options side by side, so that a kernel values them in one call: all options in the first scenario, then all
 * in the second, and so on, because what a scenario adds to the forwards is then one number for a stretch of the column.
 */
final class ScenarioBatch {
    /** Moves of scenarios 1 to 14, each with the volatility up and down, and of the deltas, in scan ranges. */
    static final double[] MOVES = {0, 1 / 3.0, -1 / 3.0, 2 / 3.0, -2 / 3.0, 1, -1};

    /** Scenarios before the two extreme ones. */
    static final int EXTREMES = 2 * MOVES.length;

    private static final int DELTAS = ScenarioArray.SCENARIOS;
    private static final int TODAY = DELTAS + MOVES.length;
    private static final int ROWS = TODAY + 1;
    private static final double LEAST_FORWARD = 1e-9;

    private final int capacity;
    private final OptionColumns options;
    private final ValueColumns values;
    private final double[] forward;
    private final double[] volatility;
    private double growthRate;
    private double growthYears;
    private double growth = 1;

    ScenarioBatch(int capacity) {
        this.capacity = capacity;
        options = new OptionColumns(ROWS * capacity);
        values = new ValueColumns(ROWS * capacity);
        forward = new double[capacity];
        volatility = new double[capacity];
    }

    int capacity() {
        return capacity;
    }

    /** Values as many options as it has room for. @throws NoValueException for one without a value, with its place in the list */
    void value(VanillaKernel kernel, List<OptionTerms> terms, int from, ScanRange range) {
        for (int i = 0; i < capacity; i++) {
            fill(i, terms.get(from + i), range);
        }
        repeatTerms();
        move(range);
        if (kernel.value(VanillaModel.BLACK76, options, values) != 0) {
            for (int row = 0; row < ROWS * capacity; row++) {
                if (Double.isNaN(values.price()[row])) {
                    int index = from + row % capacity;
                    throw new NoValueException(index, terms.get(index));
                }
            }
        }
    }

    /** Terms that are the same in every scenario go into the first one and into today. */
    private void fill(int i, OptionTerms terms, ScanRange range) {
        forward[i] = terms.forward();
        volatility[i] = terms.volatility();
        int today = TODAY * capacity + i;
        options.set(
                today,
                terms.type(),
                terms.forward(),
                terms.strike(),
                terms.expiryYears(),
                terms.volatility(),
                terms.rate());
        options.sign()[i] = options.sign()[today];
        options.strike()[i] = terms.strike();
        double left = terms.expiryYears() - range.lookAheadYears();
        if (left > 0) {
            double discount = options.discount()[today] * growth(terms.rate(), range.lookAheadYears());
            options.setTime(i, left, terms.rate(), discount);
        } else {
            options.setTime(i, 0, terms.rate());
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

    private void repeatTerms() {
        int all = TODAY * capacity;
        for (int filled = capacity; filled < all; filled *= 2) {
            options.copyTerms(0, filled, Math.min(filled, all - filled));
        }
    }

    private void move(ScanRange range) {
        for (int i = 0; i < MOVES.length; i++) {
            double move = MOVES[i] * range.price();
            move(2 * i, move, range.volatility());
            move(2 * i + 1, move, -range.volatility());
            move(DELTAS + i, move, 0);
        }
        double extreme = range.extremeMultiple() * range.price();
        move(EXTREMES, extreme, 0);
        move(EXTREMES + 1, -extreme, 0);
    }

    private void move(int row, double price, double points) {
        int from = row * capacity;
        double[] forwards = options.forward();
        double[] volatilities = options.volatility();
        for (int i = 0; i < capacity; i++) {
            forwards[from + i] = Math.max(LEAST_FORWARD, forward[i] + price);
            volatilities[from + i] = Math.max(0, volatility[i] + points);
        }
    }

    double price(int scenario, int i) {
        return values.price()[scenario * capacity + i];
    }

    double priceToday(int i) {
        return values.price()[TODAY * capacity + i];
    }

    /** The delta after one of the {@link #MOVES}, at unchanged volatility. */
    double delta(int move, int i) {
        return values.delta()[(DELTAS + move) * capacity + i];
    }
}
