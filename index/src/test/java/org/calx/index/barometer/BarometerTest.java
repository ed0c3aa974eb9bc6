package org.calx.index.barometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.calx.index.SharedData;
import org.calx.index.input.ObservationCsv;
import org.calx.index.methodology.Methodology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarometerTest {
    private static final long SEED = Long.getLong("calx.seed", 20261126L);

    @TempDir
    private Path folder;

    private List<Reading> read(List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(ObservationCsv.HEADER));
        lines.addAll(rows);
        Path file = Files.write(folder.resolve("rows.csv"), lines);
        return Barometer.of(List.of(file), Methodology.CALX_1, Map.of()).readings();
    }

    private static String row(int day, String provider, String region, String term, double price) {
        return LocalDate.of(2026, 3, 2).plusDays(day) + ",list," + provider + ",," + region + ",H100,1," + term
                + ",USD,gpu-hour," + price + ",,desk,0";
    }

    private static Reading of(List<Reading> readings, String measure, String scope) {
        return readings.stream()
                .filter(one -> one.measure().equals(measure) && one.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    /** Six providers at home at 2.00, six in Europe at 2.20; three of them ask half for spot and 80% for a year. */
    @Test
    void readsSupplyRegionsAndTerms() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int day = 0; day <= 30; day++) {
            for (int provider = 0; provider < 6; provider++) {
                rows.add(row(day, "u" + provider, "US", "on-demand", 2));
                if (day == 30) {
                    rows.add(row(day, "e" + provider, "DE", "on-demand", 2.2));
                }
            }
        }
        for (int provider = 0; provider < 3; provider++) {
            rows.add(row(30, "u" + provider, "US", "spot", 1));
            rows.add(row(30, "u" + provider, "US", "1y", 1.6));
        }
        List<Reading> readings = read(rows);

        assertThat(of(readings, "supply_offers", "H100").value()).isEqualTo(12);
        assertThat(of(readings, "supply_change", "H100").value()).isEqualTo(Math.log(2), within(1e-12));
        assertThat(of(readings, "regional_premium", "H100.EU").value()).isEqualTo(Math.log(1.1), within(1e-6));
        assertThat(of(readings, "spot_over_on_demand", "H100").value()).isEqualTo(0.5, within(1e-9));
        assertThat(of(readings, "spot_over_on_demand", "H100").status()).isEqualTo(Reading.Status.PROXY);
        assertThat(of(readings, "term_over_on_demand", "H100/1y").value()).isEqualTo(0.8, within(1e-9));
    }

    @Test
    void saysWhatTheInputsCannotTell() throws IOException {
        List<Reading> readings = read(List.of(row(0, "a", "", "on-demand", 2), row(1, "a", "", "on-demand", 2)));

        for (String measure : List.of("demand_gpu_hours", "utilisation", "volatility", "demand_elasticity")) {
            Reading one = of(readings, measure, "H100");
            assertThat(one.status()).isEqualTo(Reading.Status.NOT_ESTIMABLE);
            assertThat(one.value()).isNaN();
            assertThat(one.note()).isNotEmpty();
        }
    }

    /** Demand with elasticity −1.5 and its own shocks, supply moved by power: quantity on price alone would say about 0. */
    @Test
    void theInstrumentFindsTheElasticityThatPlainRegressionMisses() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        int days = 2_000;
        double[] quantity = new double[days];
        double[] price = new double[days];
        double[] power = new double[days];
        for (int at = 0; at < days; at++) {
            power[at] = random.nextGaussian();
            double demand = random.nextGaussian();
            // Supply: q = p − power; demand: q = −1.5 p + demand shock.
            price[at] = (demand + power[at]) / 2.5;
            quantity[at] = price[at] - power[at];
        }
        Elasticity estimate = Elasticity.of(quantity, price, power);

        assertThat(estimate.isStrong()).isTrue();
        assertThat(estimate.value()).isEqualTo(-1.5, within(4 * estimate.standardError()));
        assertThat(estimate.standardError()).isBetween(0.03, 0.12);
        double[] unrelated = random.doubles(days).toArray();
        assertThat(Elasticity.of(quantity, price, unrelated).isStrong()).isFalse();
    }

    @Test
    void aBurstOfMovesIsStressAndItsEndIsCalm() {
        List<Double> moves = new ArrayList<>(Collections.nCopies(100, 0.001));
        moves.addAll(Collections.nCopies(5, 0.03));
        VolatilityState burst = VolatilityState.of(moves);
        assertThat(burst.word()).isEqualTo("stressed");
        assertThat(burst.annual()).isBetween(0.2, 0.6);
        moves.addAll(Collections.nCopies(300, 0.0001));
        assertThat(VolatilityState.of(moves).word()).isEqualTo("calm");
    }

    @Test
    void readsTheOpenOffersOfManyProviders() throws IOException {
        Path file = SharedData.file("gpu_multi_provider_daily/gpu_rental_daily.csv.gz");
        List<Reading> readings =
                Barometer.of(List.of(file), Methodology.CALX_1, Map.of()).readings();

        assertThat(of(readings, "volatility", "H100").value()).isBetween(0.01, 2.0);
        assertThat(of(readings, "demand_gpu_hours", "H100").status()).isEqualTo(Reading.Status.NOT_ESTIMABLE);
    }
}
