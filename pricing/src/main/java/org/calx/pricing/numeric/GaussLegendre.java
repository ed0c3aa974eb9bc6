package org.calx.pricing.numeric;

/**
 * Gauss-Legendre quadrature on [0, 1]: exact for polynomials of degree {@code 2 n - 1}.
 *
 * @param nodes ascending
 * @param weights of the nodes; they sum to 1
 */
public record GaussLegendre(double[] nodes, double[] weights) {
    private static final int NEWTON_STEPS = 20;

    /** @param n points, 1 to 200 */
    public static GaussLegendre of(int n) {
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double x = -Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 1;
            for (int step = 0; step < NEWTON_STEPS; step++) {
                double before = 1;
                double value = x;
                for (int k = 2; k <= n; k++) {
                    double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
                    before = value;
                    value = next;
                }
                slope = n * (x * value - before) / (x * x - 1);
                x -= value / slope;
            }
            nodes[i] = (1 + x) / 2;
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new GaussLegendre(nodes, weights);
    }
}
