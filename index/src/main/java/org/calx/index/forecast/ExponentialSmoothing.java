package org.calx.index.forecast;

import java.util.Arrays;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Exponential smoothing with a damped trend and, where there is a season, an additive season (Gardner and McKenzie 1985; Hyndman
 * and others' ETS(A,Ad,A)). The four weights minimise the squared one-step errors.
 *
 * @param season steps of a season; 1 for none
 * @param weights of level, trend, season and damping, each from 0 to 1; empty to estimate them on each history
 */
public record ExponentialSmoothing(int season, double[] weights) implements Forecaster {
    private static final int MOST_SEASONS = 60;
    private static final int MOST_EVALUATIONS = 600;
    private static final double[] START = {-1, -3, -2, 2};

    public ExponentialSmoothing(int season) {
        this(season, new double[0]);
    }

    @Override
    public String name() {
        return "ets";
    }

    @Override
    public Forecaster fitted(double[] history) {
        double[] recent = recent(history);
        double[] best = new SimplexOptimizer(new SimpleValueChecker(1e-8, 1e-8))
                .optimize(
                        new MaxEval(MOST_EVALUATIONS * 10),
                        new ObjectiveFunction(point -> new Run(recent, inside(point)).squares),
                        GoalType.MINIMIZE,
                        new InitialGuess(START),
                        new NelderMeadSimplex(4, 1.0))
                .getPoint();
        return new ExponentialSmoothing(season, inside(best));
    }

    @Override
    public double[] forecast(double[] history, int horizon) {
        if (weights.length == 0) {
            return fitted(history).forecast(history, horizon);
        }
        return new Run(recent(history), weights).forecast(horizon);
    }

    private double[] recent(double[] history) {
        int most = Math.max(200, MOST_SEASONS * season);
        return history.length <= most ? history : Arrays.copyOfRange(history, history.length - most, history.length);
    }

    private static double[] inside(double[] free) {
        return Arrays.stream(free).map(value -> 1 / (1 + Math.exp(-value))).toArray();
    }

    /** The smoothing of one history. */
    private final class Run {
        private final double damping;
        private final double[] seasonal;
        private double level;
        private double trend;
        private double squares;
        private final int length;

        Run(double[] values, double[] by) {
            damping = by[3];
            length = values.length;
            seasonal = new double[season];
            int first = season > 1 ? Math.min(season, values.length) : 1;
            level = Arrays.stream(values, 0, first).average().orElse(0);
            for (int at = 0; season > 1 && at < first; at++) {
                seasonal[at] = values[at] - level;
            }
            for (int at = 0; at < values.length; at++) {
                step(values[at], at % season, by);
            }
        }

        private void step(double value, int place, double[] by) {
            double expected = level + damping * trend + seasonal[place];
            double error = value - expected;
            squares += error * error;
            level += damping * trend + by[0] * error;
            trend = damping * trend + by[0] * by[1] * error;
            if (season > 1) {
                seasonal[place] += by[2] * (1 - by[0]) * error;
            }
        }

        double[] forecast(int horizon) {
            double[] ahead = new double[horizon];
            double damped = damping;
            double sum = 0;
            for (int step = 0; step < horizon; step++) {
                sum += damped;
                damped *= damping;
                ahead[step] = level + sum * trend + seasonal[(length + step) % season];
            }
            return ahead;
        }
    }
}
