package org.calx.index.forecast;

import java.util.List;

/**
 * Another row with factors after it: of a known one its number at the time that is forecast and its change since the last season, of
 * an observed one its last number and its change over a season (a week where there is none). Each is divided by its mean distance from
 * its mean. Where a known factor does not reach the time that is forecast, its number of whole seasons before stands in.
 */
record FactorFeatures(Features inner, Factors factors) implements Features {
    private static final int EACH = 2;
    private static final int WEEK = 7;

    @Override
    public int count() {
        return inner.count()
                + EACH * (factors.known().size() + factors.observed().size());
    }

    @Override
    public int levels() {
        return inner.levels();
    }

    @Override
    public int spacing() {
        return inner.spacing();
    }

    @Override
    public int oldest() {
        return Math.max(inner.oldest(), back());
    }

    private int back() {
        return inner.spacing() > 1 ? inner.spacing() : WEEK;
    }

    @Override
    public double[] row(double[] values, int origin, int step) {
        double[] row = new double[count()];
        double[] own = inner.row(values, origin, step);
        System.arraycopy(own, 0, row, 0, own.length);
        int place = own.length;
        int season = back();
        int target = origin + step - 1;
        int before = target - (step + season - 1) / season * season;
        for (double[] factor : factors.known()) {
            int at = target;
            while (at >= factor.length) {
                at -= season;
            }
            row[place++] = factor[Math.max(0, at)];
            row[place++] = factor[Math.max(0, at)] - factor[Math.max(0, before)];
        }
        for (double[] factor : factors.observed()) {
            row[place++] = factor[origin - 1];
            row[place++] = factor[origin - 1] - factor[Math.max(0, origin - 1 - season)];
        }
        return row;
    }

    @Override
    public Features scaled(int length) {
        return new FactorFeatures(
                inner.scaled(length), new Factors(all(factors.known(), length), all(factors.observed(), length)));
    }

    private static List<double[]> all(List<double[]> factors, int length) {
        return factors.stream().map(factor -> scaled(factor, length)).toList();
    }

    private static double[] scaled(double[] factor, int length) {
        double mean = 0;
        for (int at = 0; at < length; at++) {
            mean += factor[at] / length;
        }
        double distance = 0;
        for (int at = 0; at < length; at++) {
            distance += Math.abs(factor[at] - mean) / length;
        }
        double[] scaled = new double[factor.length];
        for (int at = 0; at < scaled.length; at++) {
            scaled[at] = distance > 0 ? (factor[at] - mean) / distance : 0;
        }
        return scaled;
    }
}
