package org.calx.risk.tail;

import org.calx.risk.numeric.Matrix;
import org.calx.risk.numeric.Philox;

/**
 * Jointly normal or Student-t shifts with mean 0 and the covariance of the history about 0.
 *
 * <p>A scenario's random numbers are a function of seed and scenario alone, so results do not depend on order or threads.
 */
public final class MonteCarloScenarios implements ShiftScenarios {
    private static final int MIXING_BLOCK = 1 << 20;

    private final int scenarios;
    private final int degreesOfFreedom;
    private final double[][] root;
    private final Philox random;

    /**
     * @param scenarios how many
     * @param degreesOfFreedom of the Student-t shifts, 3 or more, scaled to the same covariance; 0 for normal shifts
     * @param seed of the random numbers
     */
    public MonteCarloScenarios(FactorHistory history, int scenarios, int degreesOfFreedom, long seed) {
        if (degreesOfFreedom != 0 && degreesOfFreedom < 3) {
            throw new IllegalArgumentException("degrees of freedom are 3 or more, or 0 for normal shifts");
        }
        this.scenarios = scenarios;
        this.degreesOfFreedom = degreesOfFreedom;
        root = Matrix.cholesky(covariance(history));
        random = new Philox(seed);
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

    @Override
    public int size() {
        return scenarios;
    }

    @Override
    public void shifts(int scenario, double[] into) {
        int factors = root.length;
        double[] normals = new double[factors];
        random.normals(scenario, 0, normals);
        double scale = degreesOfFreedom == 0 ? 1 : mixing(scenario);
        for (int i = 0; i < factors; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += root[i][j] * normals[j];
            }
            into[i] = sum * scale;
        }
    }

    /** √((ν − 2) / χ²(ν)): turns normal shifts into Student-t ones of the same covariance. */
    private double mixing(int scenario) {
        double[] normals = new double[degreesOfFreedom];
        random.normals(scenario, MIXING_BLOCK, normals);
        double chiSquare = 0;
        for (double z : normals) {
            chiSquare += z * z;
        }
        return Math.sqrt((degreesOfFreedom - 2) / chiSquare);
    }
}
