package org.calx.pricing.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.calx.pricing.Greeks;
import org.calx.pricing.OptionType;
import org.calx.pricing.Seed;
import org.calx.pricing.vanilla.Black76;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParametricSurfaceTest {
    private final Random random = Seed.random(ParametricSurfaceTest.class);

    /** Any point of the parametrisation, however wild, is free of arbitrage on the fine grid. */
    @Test
    void anyPointOfEssviIsFreeOfArbitrage() {
        for (int i = 0; i < 60; i++) {
            int count = 1 + random.nextInt(6);
            double[] point = new double[3 * count];
            for (int j = 0; j < count; j++) {
                point[3 * j] = 1.5 * random.nextGaussian();
                point[3 * j + 1] = -4 + 1.5 * random.nextGaussian();
                point[3 * j + 2] = 3 * random.nextGaussian();
            }
            EssviParameters parameters = new EssviParameters(count);
            parameters.set(point);
            List<ExpiryQuotes> expiries = new ArrayList<>();
            SmileSlice[] slices = new SmileSlice[count];
            for (int j = 0; j < count; j++) {
                expiries.add(new ExpiryQuotes(0.1 * (j + 1), 1, List.of(new ChainQuote(OptionType.CALL, 1, 0.1, 0.2))));
                slices[j] = parameters.slice(j);
                assertThat(parameters.slice(j).isFreeOfButterflies()).isTrue();
                // The greatest of the calls hides a crossing, so the slices are compared themselves.
                for (double k = -3; j > 0 && k <= 3; k += 0.01) {
                    assertThat(parameters.slice(j).totalVariance(k))
                            .isGreaterThanOrEqualTo(parameters.slice(j - 1).totalVariance(k) * (1 - 1e-12));
                }
            }
            ArbitrageCheck check = ArbitrageCheck.of(VolatilitySurface.of(expiries, slices));
            assertThat(check).isEqualTo(new ArbitrageCheck(0, 0));
        }
    }

    /** Quotes of a known eSSVI surface, one of twenty of them absurd: the surface comes back to a fraction of the spread. */
    @ParameterizedTest
    @EnumSource(
            value = SurfaceModel.class,
            names = {"ESSVI", "SVI"})
    void findsTheSurfaceBehindTheQuotesDespiteBadOnes(SurfaceModel model) {
        double[] theta = {0.01, 0.03, 0.08};
        double[] rho = {-0.3, -0.25, -0.2};
        double[] psi = {0.12, 0.2, 0.3};
        List<ExpiryQuotes> expiries = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            SviSlice slice = SviSlice.ofSurface(theta[i], rho[i], psi[i]);
            List<ChainQuote> quotes = new ArrayList<>();
            for (int j = 0; j < 40; j++) {
                double k = Math.sqrt(theta[i]) * (4 * (j + random.nextDouble()) / 40 - 2);
                double deviation = Math.sqrt(slice.totalVariance(k));
                double strike = Math.exp(k);
                OptionType type = k < 0 ? OptionType.PUT : OptionType.CALL;
                double wrong = j % 20 == 7 ? 1.4 : 1;
                double low = Black76.undiscounted(type, 1, strike, deviation * 0.99 * wrong);
                double high = Black76.undiscounted(type, 1, strike, deviation * 1.01 * wrong);
                quotes.add(new ChainQuote(type, strike, low, high));
            }
            expiries.add(new ExpiryQuotes(0.1 * (i + 1), 100, quotes));
        }
        VolatilitySurface surface = model.fit(expiries);
        for (int i = 0; i < 3; i++) {
            SviSlice truth = SviSlice.ofSurface(theta[i], rho[i], psi[i]);
            for (double k = -1.5; k <= 1.5; k += 0.5) {
                double at = k * Math.sqrt(theta[i]);
                double fitted = surface.volatility(surface.expiryYears(i), Math.exp(at));
                double expected = Math.sqrt(truth.totalVariance(at) / (0.1 * (i + 1)));
                assertThat(fitted)
                        .as("%s, expiry %d, k %s", model, i, at)
                        .isCloseTo(expected, within(0.003 * expected));
            }
        }
        assertThat(ArbitrageCheck.of(surface)).isEqualTo(new ArbitrageCheck(0, 0));
    }

    @Test
    void smileMovesWithTheForwardOrNot() {
        List<ExpiryQuotes> one =
                List.of(new ExpiryQuotes(0.5, 100, List.of(new ChainQuote(OptionType.CALL, 1, 0.1, 0.2))));
        SviSlice slice = SviSlice.ofSurface(0.04, -0.4, 0.25);
        SmileGreeks greeks = new SmileGreeks(VolatilitySurface.of(one, new SmileSlice[] {slice}), 0.5, 0.02);
        Greeks strike = greeks.stickyStrike(OptionType.CALL, 100, 110);
        Greeks delta = greeks.stickyDelta(OptionType.CALL, 100, 110);
        double k = Math.log(1.1);
        double slope = (Math.sqrt(slice.totalVariance(k + 1e-5) / 0.5) - Math.sqrt(slice.totalVariance(k - 1e-5) / 0.5))
                / 2e-5;
        assertThat(delta.delta()).isCloseTo(strike.delta() - strike.vega() * slope / 100, within(1e-5));
        assertThat(delta.price()).isEqualTo(strike.price());
        assertThat(delta.gamma()).isPositive().isNotEqualTo(strike.gamma());
    }
}
