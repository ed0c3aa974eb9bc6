package org.calx.index.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The order of a seasonal ARIMA model (p,d,q)(P,D,Q)[s], and how its polynomials multiply out.
 *
 * <p>Signs as in Box and Jenkins with R's convention: (1 − ar1 B …)(1 − sar1 B^s …) w = (1 + ma1 B …)(1 + sma1 B^s …) e.
 */
public record ArimaOrder(int p, int d, int q, int seasonalP, int seasonalD, int seasonalQ, int season) {
    static final int MAX_ORDER = 5;
    static final int MAX_SEASON = 366;

    public ArimaOrder {
        int[] orders = {p, d, q, seasonalP, seasonalD, seasonalQ};
        if (Arrays.stream(orders).anyMatch(order -> order < 0 || order > MAX_ORDER)) {
            throw new IllegalArgumentException("an order is a whole number from 0 to " + MAX_ORDER);
        }
        if (season < 1 || season > MAX_SEASON) {
            throw new IllegalArgumentException("a season has 1 to " + MAX_SEASON + " steps");
        }
    }

    int coefficients() {
        return p + q + seasonalP + seasonalQ;
    }

    /** Observations that differencing takes away. */
    int lost() {
        return d + seasonalD * season;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        add(names, "ar", p);
        add(names, "ma", q);
        add(names, "sar", seasonalP);
        add(names, "sma", seasonalQ);
        return names;
    }

    private static void add(List<String> names, String name, int count) {
        for (int number = 1; number <= count; number++) {
            names.add(name + number);
        }
    }

    /** Weights of past values: phi in w(t) = phi1 w(t-1) + …; coefficients in the order of {@link #names}. */
    double[] autoregression(double[] coefficients) {
        double[] plain = polynomial(coefficients, 0, p, 1, -1);
        double[] seasonal = polynomial(coefficients, p + q, seasonalP, season, -1);
        double[] product = product(plain, seasonal);
        double[] phi = new double[product.length - 1];
        for (int lag = 0; lag < phi.length; lag++) {
            phi[lag] = -product[lag + 1];
        }
        return phi;
    }

    /** Weights of past errors: theta in w(t) = e(t) + theta1 e(t-1) + …. */
    double[] movingAverage(double[] coefficients) {
        double[] plain = polynomial(coefficients, p, q, 1, 1);
        double[] seasonal = polynomial(coefficients, p + q + seasonalP, seasonalQ, season, 1);
        double[] product = product(plain, seasonal);
        return Arrays.copyOfRange(product, 1, product.length);
    }

    /** The series differenced d times, and D times over the season. */
    public double[] difference(double[] values) {
        double[] differenced = values;
        for (int time = 0; time < d; time++) {
            differenced = difference(differenced, 1);
        }
        for (int time = 0; time < seasonalD; time++) {
            differenced = difference(differenced, season);
        }
        return differenced;
    }

    /** Continues the series by the values that continue its differences. */
    double[] integrate(double[] history, double[] differences) {
        double[] polynomial = {1};
        for (int time = 0; time < d; time++) {
            polynomial = product(polynomial, new double[] {1, -1});
        }
        double[] seasonal = new double[season + 1];
        seasonal[0] = 1;
        seasonal[season] -= 1;
        for (int time = 0; time < seasonalD; time++) {
            polynomial = product(polynomial, seasonal);
        }
        double[] all = Arrays.copyOf(history, history.length + differences.length);
        for (int step = 0; step < differences.length; step++) {
            int at = history.length + step;
            all[at] = differences[step];
            for (int lag = 1; lag < polynomial.length; lag++) {
                all[at] -= polynomial[lag] * all[at - lag];
            }
        }
        return Arrays.copyOfRange(all, history.length, all.length);
    }

    private static double[] difference(double[] values, int lag) {
        double[] differenced = new double[Math.max(0, values.length - lag)];
        for (int at = 0; at < differenced.length; at++) {
            differenced[at] = values[at + lag] - values[at];
        }
        return differenced;
    }

    private static double[] polynomial(double[] coefficients, int from, int order, int step, int sign) {
        double[] polynomial = new double[order * step + 1];
        polynomial[0] = 1;
        for (int lag = 1; lag <= order; lag++) {
            polynomial[lag * step] = sign * coefficients[from + lag - 1];
        }
        return polynomial;
    }

    private static double[] product(double[] left, double[] right) {
        double[] product = new double[left.length + right.length - 1];
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                product[i + j] += left[i] * right[j];
            }
        }
        return product;
    }

    @Override
    public String toString() {
        return "ARIMA(" + p + "," + d + "," + q + ")(" + seasonalP + "," + seasonalD + "," + seasonalQ + ")[" + season
                + "]";
    }
}
