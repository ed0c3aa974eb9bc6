package org.calx.risk.volatility;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Volatility of one period from prices inside the periods, as a standard deviation of log returns per bar.
 *
 * <p>Each estimator averages over the bars and supposes a Brownian motion; what it supposes beyond that is said with it.
 */
public final class RangeVolatility {
    private static final double LN_2 = Math.log(2);

    private RangeVolatility() {}

    /** Square root of the sum of squared log returns inside one period (Andersen and Bollerslev 1998). */
    public static double realised(double[] logReturns) {
        double sum = 0;
        for (double r : logReturns) {
            sum += r * r;
        }
        return Math.sqrt(sum);
    }

    /** From the range alone; no drift, no jump between bars. Parkinson, Journal of Business 53, 1980. */
    public static double parkinson(List<PriceBar> bars) {
        return rootOfMean(bars, bar -> square(Math.log(bar.high() / bar.low())) / (4 * LN_2));
    }

    /** From range and closing price; no drift, no jump between bars. Garman and Klass, Journal of Business 53, 1980. */
    public static double garmanKlass(List<PriceBar> bars) {
        return rootOfMean(
                bars,
                bar -> 0.5 * square(Math.log(bar.high() / bar.low()))
                        - (2 * LN_2 - 1) * square(Math.log(bar.close() / bar.open())));
    }

    /** Right for any drift; no jump between bars. Rogers and Satchell, Annals of Applied Probability 1, 1991. */
    public static double rogersSatchell(List<PriceBar> bars) {
        return Math.sqrt(rogersSatchellVariance(bars));
    }

    /**
     * Right for any drift and for jumps between bars; the first bar serves for its closing price alone. Yang and Zhang, Journal
     * of Business 73, 2000.
     *
     * @param bars three or more, in order of time
     */
    public static double yangZhang(List<PriceBar> bars) {
        int n = bars.size() - 1;
        if (n < 2) {
            throw new IllegalArgumentException("the estimator of Yang and Zhang needs 3 bars or more");
        }
        double[] overnight = new double[n];
        double[] session = new double[n];
        for (int i = 1; i <= n; i++) {
            overnight[i - 1] = Math.log(bars.get(i).open() / bars.get(i - 1).close());
            session[i - 1] = Math.log(bars.get(i).close() / bars.get(i).open());
        }
        double k = 0.34 / (1.34 + (n + 1.0) / (n - 1));
        double inside = rogersSatchellVariance(bars.subList(1, n + 1));
        return Math.sqrt(sampleVariance(overnight) + k * sampleVariance(session) + (1 - k) * inside);
    }

    private static double rogersSatchellVariance(List<PriceBar> bars) {
        return mean(bars, bar -> {
            double high = Math.log(bar.high() / bar.open());
            double low = Math.log(bar.low() / bar.open());
            double close = Math.log(bar.close() / bar.open());
            return high * (high - close) + low * (low - close);
        });
    }

    private static double rootOfMean(List<PriceBar> bars, ToDoubleFunction<PriceBar> variance) {
        return Math.sqrt(mean(bars, variance));
    }

    private static double mean(List<PriceBar> bars, ToDoubleFunction<PriceBar> variance) {
        return bars.stream()
                .mapToDouble(variance)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("there are no bars"));
    }

    private static double sampleVariance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += square(value - mean);
        }
        return squares / (values.length - 1);
    }

    private static double square(double x) {
        return x * x;
    }
}
