package org.calx.index.hedonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.calx.index.input.Observation;
import org.calx.index.input.SeriesKey;
import org.junit.jupiter.api.Test;

class HedonicRegressionTest {
    private static final long SEED = Long.getLong("calx.seed", 20260311L);

    private final List<HedonicRegression.Series> sample = new ArrayList<>();

    private void add(String provider, String region, String model, int gpus, double price) {
        SeriesKey key = new SeriesKey(
                Observation.Kind.LIST, provider, region, model, gpus, Observation.Term.ON_DEMAND, "USD", "desk");
        sample.add(new HedonicRegression.Series(key, provider, Math.round(price * 1e6)));
    }

    /** Prices made with known premiums give them back. */
    @Test
    void findsThePremiumsThatMadeThePrices() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        String[] hyperscalers = {"aws", "azure", "gcp", "oracle"};
        for (int provider = 0; provider < 40; provider++) {
            boolean hyper = provider < 4;
            for (String model : new String[] {"H100", "A100"}) {
                for (String region : new String[] {"US", "DE"}) {
                    double log = (model.equals("H100") ? 1.0 : 0.3)
                            + (hyper ? 0.8 : 0)
                            + (region.equals("DE") ? 0.1 : 0)
                            + 0.02 * random.nextGaussian();
                    add(hyper ? hyperscalers[provider] : "p" + provider, region, model, 1, Math.exp(log));
                }
            }
        }
        Map<String, HedonicFit.Coefficient> found =
                HedonicRegression.fit(1, sample).byAttribute();

        assertThat(found.get("cluster:HYPERSCALER").value()).isEqualTo(0.8, within(0.04));
        assertThat(found.get("region:EU").value()).isEqualTo(0.1, within(0.02));
        assertThat(found.get("model:H100").value() - found.get("model:A100").value())
                .isEqualTo(0.7, within(0.02));
        assertThat(found.get("region:EU").standardError()).isBetween(0.0005, 0.01);
        assertThat(found.get("cluster:HYPERSCALER").groups()).isEqualTo(4);
    }

    /** The classical case by hand: two groups of three owners, the premium is the difference of the means of the logarithms. */
    @Test
    void aSingleDummyIsTheDifferenceOfMeans() {
        double[] plain = {1, 2, 4, 8};
        double[] hyper = {4, 8, 16};
        for (int at = 0; at < plain.length; at++) {
            add("p" + at, "", "H100", 1, plain[at]);
        }
        String[] names = {"aws", "azure", "gcp"};
        for (int at = 0; at < hyper.length; at++) {
            add(names[at], "", "H100", 1, hyper[at]);
        }
        HedonicFit.Coefficient premium =
                HedonicRegression.fit(1, sample).byAttribute().get("cluster:HYPERSCALER");

        // Means of log2: 1.5 and 3. Clustered variance with one row an owner is White's times 7/6 * 6/5:
        // (1.25/4 + (2/3)/3) * 7/5 in squares of log2.
        double log2 = Math.log(2);
        assertThat(premium.value()).isEqualTo(1.5 * log2, within(1e-9));
        assertThat(premium.standardError()).isEqualTo(log2 * Math.sqrt((1.25 / 4 + 2.0 / 9) * 7 / 5), within(1e-9));
    }

    @Test
    void anAttributeOfFewOwnersGetsNoPremium() {
        for (int at = 0; at < 10; at++) {
            add("p" + at, "", "H100", 1, 2 + at);
        }
        add("aws", "", "H100", 1, 9);

        assertThat(HedonicRegression.fit(1, sample).byAttribute()).doesNotContainKey("cluster:HYPERSCALER");
    }
}
