package org.calx.pricing.american;

import org.calx.pricing.numeric.GaussLegendre;

/**
 * Gauss and Legendre's quadrature on [0, 1] after {@code u = sin^2}, which makes roots at both ends smooth.
 *
 * @param share the places, ascending
 * @param weight of the places
 */
record SineQuadrature(double[] share, double[] weight) {

    static SineQuadrature of(int points) {
        GaussLegendre plain = GaussLegendre.of(points);
        SineQuadrature quadrature = new SineQuadrature(new double[points], new double[points]);
        for (int i = 0; i < points; i++) {
            double angle = Math.PI / 2 * plain.nodes()[i];
            double sine = Math.sin(angle);
            quadrature.share[i] = sine * sine;
            quadrature.weight[i] = plain.weights()[i] * (Math.PI / 2) * Math.sin(2 * angle);
        }
        return quadrature;
    }
}
