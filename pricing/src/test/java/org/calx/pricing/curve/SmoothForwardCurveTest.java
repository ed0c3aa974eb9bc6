package org.calx.pricing.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.calx.pricing.Seed;
import org.junit.jupiter.api.Test;

class SmoothForwardCurveTest {
    private static final YearMonth JANUARY = YearMonth.of(2027, 1);

    private static ListedPrice months(int from, int count, double price) {
        return new ListedPrice(
                JANUARY.plusMonths(from).atDay(1).toEpochDay(),
                JANUARY.plusMonths(from + count).atDay(1).toEpochDay(),
                price);
    }

    private static double mean(SmoothForwardCurve curve, ListedPrice contract) {
        double sum = 0;
        for (long day = contract.firstDay(); day < contract.endDay(); day++) {
            sum += curve.price(day);
        }
        return sum / contract.days();
    }

    @Test
    void daysOfEveryContractAverageToItsPrice() {
        Random random = Seed.random(SmoothForwardCurveTest.class);
        for (int round = 0; round < 20; round++) {
            List<ListedPrice> listed = new ArrayList<>();
            for (int month = 0; month < 6; month++) {
                listed.add(months(month, 1, 2 + random.nextDouble()));
            }
            listed.add(months(6, 3, 2 + random.nextDouble()));
            listed.add(months(9, 3, 2 + random.nextDouble()));
            listed.add(months(12, 12, -500 * random.nextDouble()));
            SmoothForwardCurve curve = SmoothForwardCurve.through(listed, 0);
            for (ListedPrice contract : listed) {
                assertThat(mean(curve, contract)).isCloseTo(contract.price(), within(1e-8));
            }
        }
    }

    /** Of all curves with the same means, here the curve and one with a wave of mean zero added, it has the least bending. */
    @Test
    void noCurveWithTheSameMeansIsSmoother() {
        List<ListedPrice> listed =
                List.of(months(0, 1, 2.5), months(1, 1, 2.4), months(2, 1, 2.7), months(3, 3, 2.9), months(6, 6, 2.2));
        SmoothForwardCurve curve = SmoothForwardCurve.through(listed, 0);
        double least = bending(curve, 0, listed);
        assertThat(bending(curve, 1e-3, listed)).isGreaterThan(least);
        assertThat(bending(curve, -1e-3, listed)).isGreaterThan(least);
    }

    private static double bending(SmoothForwardCurve curve, double wave, List<ListedPrice> listed) {
        long first = listed.getFirst().firstDay();
        int days = (int) (listed.getLast().endDay() - first);
        double[] value = new double[days];
        for (ListedPrice contract : listed) {
            for (long day = contract.firstDay(); day < contract.endDay(); day++) {
                double share = (day - contract.firstDay() + 0.5) / contract.days();
                value[(int) (day - first)] = curve.price(day) + wave * Math.cos(2 * Math.PI * share);
            }
        }
        double sum = 0;
        for (int i = 1; i < days - 1; i++) {
            double second = value[i - 1] - 2 * value[i] + value[i + 1];
            sum += second * second;
        }
        return sum;
    }

    @Test
    void aLineStaysALineAndOnePriceIsFlat() {
        List<ListedPrice> listed = new ArrayList<>();
        for (int month = 0; month < 5; month++) {
            ListedPrice dates = months(month, 1, 0);
            double middle = (dates.firstDay() + dates.endDay()) / 2.0;
            listed.add(new ListedPrice(dates.firstDay(), dates.endDay(), 3 - 0.001 * (middle - 20_000)));
        }
        SmoothForwardCurve line = SmoothForwardCurve.through(listed, 0);
        assertThat(line.price(21_000)).isCloseTo(3 - 0.001 * 1_000.5, within(1e-9));
        SmoothForwardCurve flat = SmoothForwardCurve.through(List.of(months(0, 1, 2.5)), 0);
        assertThat(flat.price(0)).isEqualTo(2.5);
    }

    @Test
    void aQuarterIsItsMonthsOrAContradiction() {
        double quarter = (31 * 2.5 + 28 * 2.4 + 31 * 2.7) / 90;
        List<ListedPrice> listed =
                List.of(months(0, 3, quarter), months(0, 1, 2.5), months(1, 1, 2.4), months(2, 1, 2.7));
        SmoothForwardCurve curve = SmoothForwardCurve.through(listed, 0);
        assertThat(mean(curve, listed.getFirst())).isCloseTo(quarter, within(1e-9));
        List<ListedPrice> wrong = new ArrayList<>(listed);
        wrong.set(0, months(0, 3, quarter + 0.02));
        assertThatThrownBy(() -> SmoothForwardCurve.through(wrong, 0.01))
                .isInstanceOf(Contradiction.class)
                .hasMessageContaining(Double.toString(quarter + 0.02));
        assertThat(SmoothForwardCurve.through(wrong, 0.03)
                        .price(listed.getFirst().firstDay()))
                .isFinite();
    }
}
