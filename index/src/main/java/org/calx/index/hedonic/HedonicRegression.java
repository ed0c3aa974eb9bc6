package org.calx.index.hedonic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.calx.index.input.SeriesKey;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Weighted least squares with standard errors clustered by owner (Liang and Zeger 1986, with the usual correction for few
 * clusters). Each provider and model weighs 1, however many offers it lists.
 */
public final class HedonicRegression {
    /** Owners that must have offers with an attribute, and owners that must have some without, for its premium to be estimated. */
    public static final int FEWEST_GROUPS = 3;

    private final List<Series> sample;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Set<String>> groupsByAttribute = new TreeMap<>();

    /**
     * One series of the sample.
     *
     * @param key the series
     * @param group its owner
     * @param priceMicros its last figure
     */
    public record Series(SeriesKey key, String group, long priceMicros) {}

    private HedonicRegression(List<Series> series) {
        Map<SeriesKey, String> texts = new HashMap<>();
        series.forEach(one -> texts.put(one.key(), one.key().toString()));
        this.sample = series.stream()
                .sorted(Comparator.comparing((Series one) -> texts.get(one.key())))
                .toList();
        Set<String> models = new TreeSet<>();
        for (Series one : sample) {
            models.add("model:" + one.key().model());
            Attributes.of(one.key(), true).keySet().forEach(attribute -> groupsByAttribute
                    .computeIfAbsent(attribute, _ -> new HashSet<>())
                    .add(one.group()));
        }
        models.forEach(this::addColumn);
        groupsByAttribute.forEach((attribute, having) -> {
            if (having.size() >= FEWEST_GROUPS && groupsWithout(attribute) >= FEWEST_GROUPS) {
                addColumn(attribute);
            }
        });
    }

    private long groupsWithout(String attribute) {
        return sample.stream()
                .filter(one -> !Attributes.of(one.key(), true).containsKey(attribute))
                .map(Series::group)
                .distinct()
                .count();
    }

    private void addColumn(String name) {
        numbers.put(name, columns.size());
        columns.add(name);
    }

    /** The estimate; no premiums if there are not twice as many series as coefficients. */
    public static HedonicFit fit(int epochDay, List<Series> series) {
        HedonicRegression regression = new HedonicRegression(series);
        return series.size() < 2 * regression.columns.size()
                ? new HedonicFit(epochDay, List.of(), series.size())
                : regression.solve(epochDay);
    }

    private HedonicFit solve(int epochDay) {
        int size = columns.size();
        RealMatrix moments = new Array2DRowRealMatrix(size, size);
        RealVector target = new ArrayRealVector(size);
        double[] weights = weights();
        for (int row = 0; row < sample.size(); row++) {
            double logPrice = StrictMath.log(sample.get(row).priceMicros());
            Map<Integer, Double> cells = cells(sample.get(row));
            for (Map.Entry<Integer, Double> left : cells.entrySet()) {
                double weighted = weights[row] * left.getValue();
                target.addToEntry(left.getKey(), weighted * logPrice);
                cells.forEach((column, value) -> moments.addToEntry(left.getKey(), column, weighted * value));
            }
        }
        // The pseudo-inverse leaves attributes that cannot be told apart with the smallest premiums that fit.
        RealMatrix inverse = new SingularValueDecomposition(moments).getSolver().getInverse();
        RealVector solution = inverse.operate(target);
        RealMatrix covariance = inverse.multiply(scores(solution, weights)).multiply(inverse);
        List<HedonicFit.Coefficient> coefficients = new ArrayList<>();
        for (int column = 0; column < size; column++) {
            String name = columns.get(column);
            coefficients.add(new HedonicFit.Coefficient(
                    name,
                    solution.getEntry(column),
                    Math.sqrt(Math.max(0, covariance.getEntry(column, column))),
                    groupsOf(name)));
        }
        return new HedonicFit(epochDay, List.copyOf(coefficients), sample.size());
    }

    private int groupsOf(String name) {
        if (!name.startsWith("model:")) {
            return groupsByAttribute.get(name).size();
        }
        return (int) sample.stream()
                .filter(one -> name.equals("model:" + one.key().model()))
                .map(Series::group)
                .distinct()
                .count();
    }

    /** Sum over owners of the outer product of their scores, corrected for few owners. */
    private RealMatrix scores(RealVector solution, double[] weights) {
        Map<String, RealVector> byGroup = new TreeMap<>();
        for (int row = 0; row < sample.size(); row++) {
            Series one = sample.get(row);
            Map<Integer, Double> cells = cells(one);
            double fitted = 0;
            for (Map.Entry<Integer, Double> cell : cells.entrySet()) {
                fitted += cell.getValue() * solution.getEntry(cell.getKey());
            }
            double weightedError = weights[row] * (StrictMath.log(one.priceMicros()) - fitted);
            RealVector score = byGroup.computeIfAbsent(one.group(), _ -> new ArrayRealVector(columns.size()));
            cells.forEach((column, value) -> score.addToEntry(column, value * weightedError));
        }
        RealMatrix sum = new Array2DRowRealMatrix(columns.size(), columns.size());
        for (RealVector score : byGroup.values()) {
            sum = sum.add(score.outerProduct(score));
        }
        double groups = byGroup.size();
        double rows = sample.size();
        return sum.scalarMultiply(groups / Math.max(1, groups - 1) * (rows - 1) / (rows - columns.size()));
    }

    private Map<Integer, Double> cells(Series one) {
        Map<Integer, Double> cells = new TreeMap<>();
        cells.put(numbers.get("model:" + one.key().model()), 1.0);
        Attributes.of(one.key(), true).forEach((attribute, value) -> {
            Integer column = numbers.get(attribute);
            if (column != null) {
                cells.put(column, value);
            }
        });
        return cells;
    }

    private double[] weights() {
        Map<String, Integer> offers = new HashMap<>();
        sample.forEach(one -> offers.merge(supply(one), 1, Integer::sum));
        return sample.stream().mapToDouble(one -> 1.0 / offers.get(supply(one))).toArray();
    }

    private static String supply(Series one) {
        return one.key().provider() + "|" + one.key().model();
    }
}
