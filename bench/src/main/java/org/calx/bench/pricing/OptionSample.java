package org.calx.bench.pricing;

import java.util.Random;
import org.calx.pricing.OptionType;
import org.calx.pricing.vanilla.OptionColumns;

/**
 * Options out of the money within two deviations: forwards of 95 to 105, volatility 10 to 60 %, 5 to 365 days, rate 2 %.
 *
 * @param size how many
 * @param call whether each is a call
 */
public record OptionSample(
        int size, double[] forward, double[] strike, double[] expiryYears, double[] volatility, boolean[] call) {
    public static final double RATE = 0.02;

    public static OptionSample of(long seed, int size) {
        Random random = new Random(seed);
        OptionSample sample = new OptionSample(
                size, new double[size], new double[size], new double[size], new double[size], new boolean[size]);
        for (int i = 0; i < size; i++) {
            sample.forward[i] = 95 + 10 * random.nextDouble();
            sample.volatility[i] = 0.1 + 0.5 * random.nextDouble();
            sample.expiryYears[i] = (5 + 360 * random.nextDouble()) / 365;
            double deviation = sample.volatility[i] * Math.sqrt(sample.expiryYears[i]);
            sample.strike[i] = sample.forward[i] * Math.exp(deviation * (4 * random.nextDouble() - 2));
            sample.call[i] = sample.strike[i] > sample.forward[i];
        }
        return sample;
    }

    /** The same options for our kernels. */
    public OptionColumns columns() {
        OptionColumns columns = new OptionColumns(size);
        for (int i = 0; i < size; i++) {
            OptionType type = call[i] ? OptionType.CALL : OptionType.PUT;
            columns.set(i, type, forward[i], strike[i], expiryYears[i], volatility[i], RATE);
        }
        return columns;
    }
}
