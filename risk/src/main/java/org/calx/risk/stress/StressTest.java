package org.calx.risk.stress;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What groups lose beyond their margin in scenarios, and how far a scenario must be driven until that exceeds what the
 * clearing house has.
 */
public final class StressTest {
    private static final int STEPS = 200;
    private static final double TOLERANCE = 1e-9;

    private final List<String> factors;
    private final double[] levels;
    private final List<GroupBook> books;
    private final int cover;

    /**
     * A test.
     *
     * @param factors names of the factors
     * @param levels their levels today
     * @param cover how many groups default together; 2 by PFMI principle 4 for a clearing house of systemic importance
     */
    public StressTest(List<String> factors, double[] levels, List<GroupBook> books, int cover) {
        if (cover < 1) {
            throw new IllegalArgumentException("at least one group defaults");
        }
        this.factors = factors;
        this.levels = levels;
        this.books = books;
        this.cover = cover;
    }

    /**
     * A scenario's result.
     *
     * @param losses of each group, in the order of the books; below 0 for a gain
     * @param defaulting indexes of the groups with the largest shortfalls, the largest first; none without one
     * @param uncovered the sum of their shortfalls over margin
     */
    public record Result(StressScenario scenario, double[] losses, int[] defaulting, double uncovered) {}

    /** One scenario. */
    public Result run(StressScenario scenario) {
        double[] moves = scenario.moves(factors, levels, 1);
        double[] losses = books.stream().mapToDouble(book -> book.loss(moves)).toArray();
        double[] shortfalls = shortfalls(moves);
        int[] defaulting = IntStream.range(0, shortfalls.length)
                .filter(group -> shortfalls[group] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(group -> -shortfalls[group]))
                .limit(cover)
                .mapToInt(Integer::intValue)
                .toArray();
        return new Result(scenario, losses, defaulting, uncovered(shortfalls));
    }

    /** All scenarios, those with the largest uncovered loss first; equal ones in the order given. */
    public List<Result> run(List<StressScenario> scenarios) {
        return scenarios.stream()
                .map(this::run)
                .sorted(Comparator.comparingDouble(result -> -result.uncovered()))
                .toList();
    }

    /**
     * Reverse stress: the smallest multiple of a scenario at which the uncovered loss is above the resources, or none up
     * to the largest multiple. Losses of options need not grow with the multiple, so steps find the first crossing and
     * halving makes it exact; a crossing narrower than 1/{@value #STEPS} of the range may be missed.
     *
     * @param resources what the clearing house has beyond margin, at least 0
     */
    public OptionalDouble breakingMultiple(StressScenario scenario, double resources, double largestMultiple) {
        double safe = 0;
        for (int step = 1; step <= STEPS; step++) {
            double multiple = largestMultiple * step / STEPS;
            if (breaks(scenario, resources, multiple)) {
                return OptionalDouble.of(halve(scenario, resources, safe, multiple));
            }
            safe = multiple;
        }
        return OptionalDouble.empty();
    }

    private double halve(StressScenario scenario, double resources, double safe, double broken) {
        double low = safe;
        double high = broken;
        while (high - low > TOLERANCE * broken) {
            double middle = (low + high) / 2;
            if (breaks(scenario, resources, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean breaks(StressScenario scenario, double resources, double multiple) {
        return uncovered(shortfalls(scenario.moves(factors, levels, multiple))) > resources;
    }

    private double[] shortfalls(double[] moves) {
        return books.stream().mapToDouble(book -> book.shortfall(moves)).toArray();
    }

    private double uncovered(double[] shortfalls) {
        double[] sorted = shortfalls.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int i = 0; i < Math.min(cover, sorted.length); i++) {
            sum += sorted[sorted.length - 1 - i];
        }
        return sum;
    }
}
