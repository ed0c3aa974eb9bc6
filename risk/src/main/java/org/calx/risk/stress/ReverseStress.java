package org.calx.risk.stress;

import java.util.Optional;
import org.calx.risk.numeric.Matrix;
import org.calx.risk.tail.FactorHistory;
import org.calx.risk.tail.LossSimulation;

/**
 * The most plausible shifts that cost a given amount: those at the least distance from none, where distance counts in standard
 * deviations of the history with its correlations (Mahalanobis 1936). For a portfolio without gamma this is
 * {@code L C g / (g' C g)}, C the covariance and g the loss by each shift; with gamma that is repeated with the gradient at the
 * last point.
 *
 * @param scenario the shifts
 * @param distance of them, in standard deviations
 * @param loss under them
 */
public record ReverseStress(StressScenario scenario, double distance, double loss) {
    private static final int ROUNDS = 50;
    private static final int HALVINGS = 200;
    private static final double MOST_DISTANCE = 1_000;
    private static final double STEP = 1e-6;

    /**
     * Searches.
     *
     * @param target loss, above 0
     * @return empty where no shifts within a thousand deviations along the steepest way cost so much
     */
    public static Optional<ReverseStress> find(LossSimulation portfolio, FactorHistory history, double target) {
        double[][] covariance = covariance(history);
        double[] at = new double[history.factors().size()];
        Optional<ReverseStress> found = Optional.empty();
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = gradient(portfolio, at);
            double[] way = Matrix.multiply(covariance, gradient);
            double length = 0;
            for (int i = 0; i < way.length; i++) {
                length += way[i] * gradient[i];
            }
            if (!(length > 0)) {
                return found;
            }
            double deviations = distance(portfolio, way, Math.sqrt(length), target);
            if (Double.isNaN(deviations)) {
                return found;
            }
            double[] next = scaled(way, deviations / Math.sqrt(length));
            ReverseStress here =
                    new ReverseStress(new StressScenario("reverse", next), deviations, portfolio.lossUnder(next));
            if (found.isPresent() && deviations >= found.get().distance * (1 - 1e-9)) {
                return found;
            }
            found = Optional.of(here);
            at = next;
        }
        return found;
    }

    /** How many deviations along the way the target is lost first, by doubling and halving; NaN if never. */
    private static double distance(LossSimulation portfolio, double[] way, double length, double target) {
        double low = 0;
        double high = 1e-3;
        while (portfolio.lossUnder(scaled(way, high / length)) < target) {
            low = high;
            high *= 1.1;
            if (high > MOST_DISTANCE) {
                return Double.NaN;
            }
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean enough = portfolio.lossUnder(scaled(way, middle / length)) >= target;
            high = enough ? middle : high;
            low = enough ? low : middle;
        }
        return high;
    }

    private static double[] scaled(double[] way, double by) {
        double[] shifts = way.clone();
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] *= by;
        }
        return shifts;
    }

    private static double[] gradient(LossSimulation portfolio, double[] at) {
        double[] gradient = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double[] moved = at.clone();
            moved[i] = at[i] + STEP;
            double up = portfolio.lossUnder(moved);
            moved[i] = at[i] - STEP;
            gradient[i] = (up - portfolio.lossUnder(moved)) / (2 * STEP);
        }
        return gradient;
    }

    private static double[][] covariance(FactorHistory history) {
        int factors = history.factors().size();
        double[][] covariance = new double[factors][factors];
        for (double[] day : history.shifts()) {
            for (int i = 0; i < factors; i++) {
                for (int j = 0; j < factors; j++) {
                    covariance[i][j] += day[i] * day[j] / history.size();
                }
            }
        }
        return covariance;
    }
}
