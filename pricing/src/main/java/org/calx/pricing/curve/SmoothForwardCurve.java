package org.calx.pricing.curve;

import java.util.List;
import org.calx.pricing.numeric.LinearSystem;

/**
 * The smoothest forward curve whose means over the delivery periods are the listed prices: the least integral of the squared
 * second derivative, after K. Adams and D. van Deventer, "Fitting yield curves and forward rate curves with maximum
 * smoothness" (1994), and F. Benth, S. Koekebakker and F. Ollmar, "Extracting and applying smooth forward curves from
 * average-based commodity contracts with seasonal variation" (2007).
 *
 * <p>The solution is a straight line plus, for each contract, a multiple of the mean of {@code |s - t|^3} over its period: a
 * spline of degree four between the periods' ends, straight before the first and after the last. So a curve from n contracts
 * is the solution of n + 2 linear equations and one from a single contract is flat.
 *
 * <p>A contract whose period is made up by others, as a quarter's by its months, adds nothing when its price is their mean;
 * when it is not, somebody could buy one and sell the other, and there is no curve ({@link Contradiction}).
 */
public final class SmoothForwardCurve {
    /** Most contracts of a curve. */
    public static final int MOST_CONTRACTS = 400;

    private final List<ListedPrice> contracts;
    private final double origin;
    private final double unit;
    private final double[] multiple;
    private final double level;
    private final double slope;

    private SmoothForwardCurve(List<ListedPrice> contracts, double origin, double unit) {
        this.contracts = contracts;
        this.origin = origin;
        this.unit = unit;
        int size = contracts.size();
        double[] solution = size == 1 ? new double[] {0, contracts.getFirst().price(), 0} : solve();
        multiple = java.util.Arrays.copyOf(solution, size);
        level = solution[size];
        slope = solution[size + 1];
    }

    /**
     * The curve through all listed prices.
     *
     * @param tolerance by how much a price may differ from the mean of contracts that make up its period, at least 0; half a
     *     tick each is usual
     * @throws Contradiction when a price differs by more
     * @throws IllegalArgumentException without contracts, or with more than {@link #MOST_CONTRACTS}
     */
    public static SmoothForwardCurve through(List<ListedPrice> listed, double tolerance) {
        if (listed.isEmpty() || listed.size() > MOST_CONTRACTS) {
            throw new IllegalArgumentException(
                    "a curve takes 1 to " + MOST_CONTRACTS + " contracts, not " + listed.size());
        }
        long first = listed.stream().mapToLong(ListedPrice::firstDay).min().orElseThrow();
        long end = listed.stream().mapToLong(ListedPrice::endDay).max().orElseThrow();
        return new SmoothForwardCurve(IndependentPrices.of(listed, tolerance), first, end - first);
    }

    private double[] solve() {
        int size = contracts.size();
        double[][] matrix = new double[size + 2][size + 2];
        double[] right = new double[size + 2];
        for (int i = 0; i < size; i++) {
            ListedPrice row = contracts.get(i);
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = meanOfMeans(row, contracts.get(j));
                matrix[j][i] = matrix[i][j];
            }
            matrix[i][size] = 1;
            matrix[size][i] = 1;
            matrix[i][size + 1] = (scaled(row.firstDay()) + scaled(row.endDay())) / 2;
            matrix[size + 1][i] = matrix[i][size + 1];
            right[i] = row.price();
        }
        return LinearSystem.solve(matrix, right);
    }

    private double scaled(double day) {
        return (day - origin) / unit;
    }

    /** The forward of one day: the mean from its beginning to its end. */
    public double price(long day) {
        return average(day, day + 1);
    }

    /** The mean over the days from the first to before the end; what a contract on that period is worth. */
    public double average(long firstDay, long endDay) {
        ListedPrice asked = new ListedPrice(firstDay, endDay, 0);
        double value = level + slope * (scaled(firstDay) + scaled(endDay)) / 2;
        for (int i = 0; i < multiple.length; i++) {
            value += multiple[i] * meanOfMeans(asked, contracts.get(i));
        }
        return value;
    }

    /** The mean of {@code |s - t|^3} over both periods: differences of {@code |u|^5 / 20}, its second integral. */
    private double meanOfMeans(ListedPrice a, ListedPrice b) {
        double a0 = scaled(a.firstDay());
        double a1 = scaled(a.endDay());
        double b0 = scaled(b.firstDay());
        double b1 = scaled(b.endDay());
        double sum = fifth(a1 - b0) - fifth(a1 - b1) - fifth(a0 - b0) + fifth(a0 - b1);
        return sum / (20 * (a1 - a0) * (b1 - b0));
    }

    private static double fifth(double u) {
        double square = u * u;
        return square * square * Math.abs(u);
    }
}
