package org.calx.acceptance.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.calx.pricing.vanilla.OptionValue;

/** The greatest error of each figure and the case that had it. */
final class Worst {
    private record Entry(double error, String where) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    void note(String figure, double error, double[] given) {
        double size = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.abs(error);
        Entry before = entries.get(figure);
        if (before == null || size > before.error) {
            entries.put(figure, new Entry(size, Arrays.toString(given)));
        }
    }

    /**
     * Notes the ten figures of an option, each in the unit that makes it a number of order one.
     *
     * @param unit of the price
     * @param width one deviation of the forward at expiry
     * @param given forward, strike, years, volatility, rate, type
     */
    void compareGreeks(OptionValue ours, double[] judged, double unit, double width, double[] given) {
        double years = given[2];
        double volatility = given[3];
        note("price", (ours.price() - judged[0]) / unit, given);
        note("delta", ours.delta() - judged[1], given);
        note("gamma", (ours.gamma() - judged[2]) * width, given);
        double time = width / years + Math.abs(given[4] * ours.price());
        note("vega by differences", (ours.vega() - judged[3]) * volatility / unit, given);
        note("theta by differences", (ours.theta() - judged[4]) / (time + unit), given);
        note("rho by differences", (ours.rho() - judged[5]) / (years * unit), given);
        note("vanna by differences", (ours.vanna() - judged[6]) * volatility, given);
        note("volga by differences", (ours.volga() - judged[7]) * volatility * volatility / unit, given);
        note("charm by differences", (ours.charm() - judged[8]) * years, given);
        note("speed by differences", (ours.speed() - judged[9]) * width * width, given);
    }

    /** Holds every figure to one bound. */
    void judge(double most) {
        judge(most, most, most);
    }

    /** Holds the price, closed derivatives and derivatives by differences to bounds of their own. */
    void judge(double price, double derivative, double difference) {
        System.out.println(entries);
        entries.forEach((figure, worst) -> {
            double most = figure.endsWith("differences") ? difference : figure.equals("price") ? price : derivative;
            assertThat(worst.error).as("%s at %s", figure, worst.where).isLessThanOrEqualTo(most);
        });
    }
}
