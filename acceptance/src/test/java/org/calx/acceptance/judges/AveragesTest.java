package org.calx.acceptance.judges;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.calx.pricing.OptionType;
import org.calx.pricing.average.AverageOption;
import org.calx.pricing.average.AverageTerms;
import org.junit.jupiter.api.Test;

/** QuantLib 1.44 on random options on means, part of which is fixed: 10,000 where it has fast engines. */
class AveragesTest {
    private static final int CASES = 10_000;
    private static final int SIMULATED = 200;
    private final Random random = PythonJudge.random(AveragesTest.class);

    @Test
    void averages() throws Exception {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            int fixings = 2 + random.nextInt(29);
            int known = random.nextInt(fixings);
            double forward = 1 + 9 * random.nextDouble();
            double mean = forward * Math.exp(0.1 * random.nextGaussian());
            double strike = forward * Math.exp(0.15 * random.nextGaussian());
            double volatility = 0.1 * Math.pow(10, random.nextDouble());
            double rate = 0.1 * random.nextDouble();
            double sign = random.nextBoolean() ? 1 : -1;
            int first = 1 + random.nextInt(60);
            int step = 1 + random.nextInt(5);
            rows.add(new double[] {forward, strike, first, step, fixings, known, mean, volatility, rate, sign});
        }
        double[][] judged = PythonJudge.answers("average", rows);
        Worst formulas = new Worst();
        for (int i = 0; i < CASES; i++) {
            double[] c = rows.get(i);
            OptionType type = c[9] > 0 ? OptionType.CALL : OptionType.PUT;
            int unknown = (int) (c[4] - c[5]);
            double last = (c[2] + (unknown - 1) * c[3]) / 365;
            AverageTerms terms =
                    AverageTerms.flat(c[0], c[7], (int) c[4], (int) c[5], c[6], unknown == 1 ? last : c[2] / 365, last);
            double discount = Math.exp(-c[8] * last);
            double geometric = AverageOption.geometric(type, terms, c[1], discount);
            formulas.note("geometric", (geometric - judged[i][0]) / c[0], c);
            double moments = AverageOption.turnbullWakeman(type, terms, c[1], discount);
            formulas.note("Turnbull, Wakeman", (moments - judged[i][1]) / c[0], c);
        }
        formulas.judge(1e-12);
    }

    /** Curran's formula has no fast engine there, so QuantLib's own simulation judges it, on what is likely to be traded. */
    @Test
    void curranAgainstSimulation() throws Exception {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < SIMULATED; i++) {
            int fixings = 2 + random.nextInt(29);
            int known = random.nextInt(fixings - 1);
            double strike = 2.5 * Math.exp(0.1 * random.nextGaussian());
            double volatility = 0.2 + 0.6 * random.nextDouble();
            double mean = 2.5 * Math.exp(0.05 * random.nextGaussian());
            int first = 1 + random.nextInt(60);
            double sign = random.nextBoolean() ? 1 : -1;
            rows.add(new double[] {2.5, strike, first, 1, fixings, known, mean, volatility, 0.03, sign});
        }
        double[][] judged = PythonJudge.answers("simulated_average", rows);
        Worst formulas = new Worst();
        for (int i = 0; i < SIMULATED; i++) {
            double[] c = rows.get(i);
            int unknown = (int) (c[4] - c[5]);
            double last = (c[2] + unknown - 1) / 365;
            AverageTerms terms = AverageTerms.flat(c[0], c[7], (int) c[4], (int) c[5], c[6], c[2] / 365, last);
            OptionType type = c[9] > 0 ? OptionType.CALL : OptionType.PUT;
            double curran = AverageOption.curran(type, terms, c[1], Math.exp(-c[8] * last));
            double error = Math.abs(curran - judged[i][0]) - 5 * judged[i][1];
            formulas.note("Curran beyond five standard errors", Math.max(0, error) / c[0], c);
        }
        formulas.judge(1e-5);
    }
}
