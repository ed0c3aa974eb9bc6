package org.calx.pricing.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the contracts that others make up, by Gram and Schmidt on their shares of the elementary periods between all ends;
 * shorter contracts come first, so a quarter is made up by months and not the other way round.
 */
final class IndependentPrices {
    /** A remainder of the squared length below this share is rounding. */
    private static final double REMAINDER = 1e-18;

    private final List<ListedPrice> independent = new ArrayList<>();
    private final List<double[]> basis = new ArrayList<>();

    /** Price of each basis vector: the same combination of listed prices. */
    private final List<Double> basisPrice = new ArrayList<>();

    private final double tolerance;
    private final long[] ends;

    private IndependentPrices(long[] ends, double tolerance) {
        this.ends = ends;
        this.tolerance = tolerance;
    }

    /** The contracts that the others do not make up. @throws Contradiction when one is made up at another price */
    static List<ListedPrice> of(List<ListedPrice> listed, double tolerance) {
        long[] ends = listed.stream()
                .flatMap(c -> java.util.stream.Stream.of(c.firstDay(), c.endDay()))
                .mapToLong(Long::longValue)
                .sorted()
                .distinct()
                .toArray();
        IndependentPrices found = new IndependentPrices(ends, tolerance);
        listed.stream()
                .sorted(Comparator.comparingLong(ListedPrice::days).thenComparingLong(ListedPrice::firstDay))
                .forEach(found::add);
        return List.copyOf(found.independent);
    }

    private void add(ListedPrice contract) {
        double[] rest = shares(contract);
        double whole = dot(rest, rest);
        double implied = 0;
        for (int round = 0; round < 2; round++) {
            for (int k = 0; k < basis.size(); k++) {
                double share = dot(rest, basis.get(k));
                implied += share * basisPrice.get(k);
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= share * basis.get(k)[i];
                }
            }
        }
        double square = dot(rest, rest);
        if (square > REMAINDER * whole) {
            double length = Math.sqrt(square);
            basis.add(Arrays.stream(rest).map(x -> x / length).toArray());
            basisPrice.add((contract.price() - implied) / length);
            independent.add(contract);
        } else if (!(Math.abs(implied - contract.price()) <= tolerance + 1e-9 * Math.abs(contract.price()))) {
            throw new Contradiction(contract, implied);
        }
    }

    /** The mean as a combination of the elementary periods' means, each scaled by the root of its length. */
    private double[] shares(ListedPrice contract) {
        double[] shares = new double[ends.length - 1];
        for (int i = 0; i < shares.length; i++) {
            if (ends[i] >= contract.firstDay() && ends[i + 1] <= contract.endDay()) {
                shares[i] = Math.sqrt(ends[i + 1] - ends[i]) / contract.days();
            }
        }
        return shares;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
