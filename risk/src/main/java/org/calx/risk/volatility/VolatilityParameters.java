package org.calx.risk.volatility;

/**
 * The parameters of a constant mean and a variance recursion, in the units of the returns.
 *
 * <p>h' = omega + (alpha + gamma 1[e &lt; 0]) e² + beta h, with e = return − mean. GARCH has gamma 0; EWMA has omega 0, gamma
 * 0, beta λ and alpha 1 − λ.
 *
 * @param mean mean return μ
 * @param omega constant of the variance, 0 or above
 * @param alpha weight of the last squared error, 0 or above
 * @param gamma further weight of a squared error below 0; alpha + gamma is 0 or above
 * @param beta weight of the last variance, 0 or above
 * @param degreesOfFreedom ν of Student-t errors, above 2; infinity for normal errors
 */
public record VolatilityParameters(
        double mean, double omega, double alpha, double gamma, double beta, double degreesOfFreedom) {

    /** How much of a variance shock is left a step later: alpha + gamma / 2 + beta for errors symmetric about 0. */
    public double persistence() {
        return alpha + gamma / 2 + beta;
    }

    /** The variance that forecasts go to, infinite where the persistence is 1 or above. */
    public double unconditionalVariance() {
        return persistence() < 1 ? omega / (1 - persistence()) : Double.POSITIVE_INFINITY;
    }

    /** Tomorrow's variance after an error and variance of today. */
    public double next(double error, double variance) {
        return omega + (error < 0 ? alpha + gamma : alpha) * error * error + beta * variance;
    }

    /** What the first variance follows from: presample squared error and variance are both the given mean square. */
    double first(double meanSquare) {
        return omega + persistence() * meanSquare;
    }
}
