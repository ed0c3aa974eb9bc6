package org.calx.index.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.calx.index.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ArimaTest {
    private static final String FOLDER = "reference_econometrics/";

    /** R's fit of the airline model to the printed digits, half a unit of the last one as tolerance and a little for R's optimiser. */
    @Test
    void reproducesThePublishedAirlineFit() throws IOException {
        double[] logs = Files.readAllLines(SharedData.file(FOLDER + "airline_passengers.csv")).stream()
                .skip(1)
                .mapToDouble(line -> Math.log(Double.parseDouble(line.split(",")[1])))
                .toArray();
        ArimaFit fit = ArimaEstimator.fit(new ArimaOrder(0, 1, 1, 0, 1, 1, 12), logs);
        Map<String, String[]> expected = new HashMap<>();
        for (String line : Files.readAllLines(SharedData.file(FOLDER + "arima_reference_fit.csv"))) {
            String[] cells = line.replaceAll("\"[^\"]*\"", "x").split(",");
            expected.put(cells[2], cells);
        }

        for (String name : List.of("ma1", "sma1")) {
            int at = fit.names().indexOf(name);
            assertThat(fit.coefficients()[at])
                    .as(name)
                    .isEqualTo(Double.parseDouble(expected.get(name)[3]), within(1e-4));
            assertThat(fit.standardErrors()[at])
                    .as(name)
                    .isEqualTo(Double.parseDouble(expected.get(name)[4]), within(1e-4));
        }
        assertThat(fit.errorVariance()).isEqualTo(Double.parseDouble(expected.get("sigma2_ml")[3]), within(1e-6));
        assertThat(fit.logLikelihood()).isEqualTo(Double.parseDouble(expected.get("loglik")[3]), within(0.05));
        assertThat(fit.aic()).isEqualTo(Double.parseDouble(expected.get("aic")[3]), within(0.05));
    }

    /** Fits of statsmodels 0.15.0 on random series, made by {@code index/tools/make_arima_cases.py}. */
    @ParameterizedTest
    @CsvFileSource(resources = "arima-cases.csv", numLinesToSkip = 1, maxCharsPerColumn = 100_000)
    void agreesWithStatsmodels(String order, String series, double logLikelihood, String coefficients, double next) {
        int[] orders = numbers(order);
        double[] values = doubles(series);
        ArimaFit fit = ArimaEstimator.fit(
                new ArimaOrder(orders[0], orders[1], orders[2], orders[3], orders[4], orders[5], orders[6]), values);

        assertThat(fit.logLikelihood()).isEqualTo(logLikelihood, within(0.01));
        double[] expected = doubles(coefficients);
        for (int at = 0; at < expected.length; at++) {
            assertThat(fit.coefficients()[at])
                    .as(fit.names().get(at))
                    .isEqualTo(expected[at], within(0.15 * fit.standardErrors()[at] + 1e-3));
        }
        assertThat(fit.forecast(values, 1)[0]).isEqualTo(next, within(0.02 * Math.sqrt(fit.errorVariance()) + 1e-3));
    }

    private static int[] numbers(String text) {
        return java.util.Arrays.stream(text.split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static double[] doubles(String text) {
        return java.util.Arrays.stream(text.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
