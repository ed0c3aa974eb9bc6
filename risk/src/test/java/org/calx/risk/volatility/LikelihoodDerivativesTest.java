package org.calx.risk.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exact derivatives against finite differences, at random points of every model. */
class LikelihoodDerivativesTest {
    private static final int POINTS = 200;

    private final long seed = Long.getLong("calx.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @ParameterizedTest
    @EnumSource(VolatilityModel.class)
    void partialDerivativesAgreeWithDifferences(VolatilityModel model) {
        for (int i = 0; i < POINTS; i++) {
            ErrorDistribution errors = ErrorDistribution.values()[i % 2];
            check(new ParameterSpace(model, errors), randomPoint(errors));
        }
    }

    private void check(ParameterSpace space, VolatilityParameters point) {
        double[] returns = random.doubles(100).map(u -> 4 * u - 2).toArray();
        LogLikelihood likelihood = new LogLikelihood(returns);
        double[] own = space.own(point);
        double[] sums = new double[LogLikelihood.PARTIALS];
        likelihood.evaluate(space.parameters(own), score -> {
            for (int k = 0; k < sums.length; k++) {
                sums[k] += score[k];
            }
        });
        double[] partials = space.ownPartials(sums);
        for (int k = 0; k < own.length; k++) {
            double h = 1e-5 * Math.max(0.1, Math.abs(own[k]));
            double difference =
                    (valueAt(likelihood, space, own, k, h) - valueAt(likelihood, space, own, k, -h)) / (2 * h);
            assertThat(partials[k])
                    .as("d/d%s at %s, seed %d", space.names().get(k), point, seed)
                    .isCloseTo(difference, within(1e-4 * Math.max(1, Math.abs(difference))));
        }
    }

    private static double valueAt(LogLikelihood likelihood, ParameterSpace space, double[] own, int k, double by) {
        double[] moved = own.clone();
        moved[k] += by;
        return likelihood.value(space.parameters(moved));
    }

    private VolatilityParameters randomPoint(ErrorDistribution errors) {
        double nu = errors == ErrorDistribution.STUDENT ? 3 + 20 * random.nextDouble() : Double.POSITIVE_INFINITY;
        return new VolatilityParameters(
                random.nextDouble() - 0.5,
                0.05 + random.nextDouble(),
                0.05 + 0.2 * random.nextDouble(),
                0.2 * random.nextDouble(),
                0.2 + 0.5 * random.nextDouble(),
                nu);
    }
}
