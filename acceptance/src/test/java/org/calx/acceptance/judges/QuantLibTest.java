package org.calx.acceptance.judges;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.calx.pricing.OptionType;
import org.calx.pricing.american.BaroneAdesiWhaley;
import org.calx.pricing.american.BjerksundStensland;
import org.calx.pricing.american.ExerciseBoundary;
import org.calx.pricing.digital.DigitalOption;
import org.calx.pricing.implied.ImpliedVolatility;
import org.calx.pricing.spread.SpreadOption;
import org.calx.pricing.vanilla.Bachelier;
import org.calx.pricing.vanilla.Black76;
import org.calx.pricing.vanilla.OptionValue;
import org.junit.jupiter.api.Test;

/** QuantLib 1.44 on 10,000 random options a model; tolerances are stated in the unit that the figure has. */
class QuantLibTest {
    private static final int CASES = 10_000;
    private final Random random = PythonJudge.random(QuantLibTest.class);

    @Test
    void black76WithAllGreeks() throws Exception {
        List<double[]> rows = vanilla();
        double[][] judged = PythonJudge.answers("black76", rows);
        Worst worst = new Worst();
        for (int i = 0; i < CASES; i++) {
            double[] c = rows.get(i);
            OptionValue ours = Black76.value(type(c[5]), c[0], c[1], c[2], c[3], c[4]);
            worst.compareGreeks(ours, judged[i], Math.max(c[0], c[1]), c[0] * c[3] * Math.sqrt(c[2]), c);
        }
        worst.judge(1e-14, 1e-12, 2e-7);
    }

    @Test
    void bachelierWithAllGreeks() throws Exception {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            double years = years();
            double volatility = logUniform(0.5, 300);
            double forward = 200 * random.nextGaussian();
            double strike = forward + volatility * Math.sqrt(years) * Math.clamp(2 * random.nextGaussian(), -5, 5);
            rows.add(new double[] {forward, strike, years, volatility, rate(), sign()});
        }
        double[][] judged = PythonJudge.answers("bachelier", rows);
        Worst worst = new Worst();
        for (int i = 0; i < CASES; i++) {
            double[] c = rows.get(i);
            OptionValue ours = Bachelier.value(type(c[5]), c[0], c[1], c[2], c[3], c[4]);
            double width = c[3] * Math.sqrt(c[2]);
            worst.compareGreeks(ours, judged[i], width + Math.abs(c[0]), width, c);
        }
        worst.judge(1e-14, 1e-12, 2e-7);
    }

    /** A price of QuantLib's gives back the volatility as far as its digits carry: the error times vega is rounding. */
    @Test
    void impliedVolatility() throws Exception {
        List<double[]> rows = vanilla();
        double[][] judged = PythonJudge.answers("black_price", rows);
        Worst worst = new Worst();
        for (int i = 0; i < CASES; i++) {
            double[] c = rows.get(i);
            ImpliedVolatility implied = ImpliedVolatility.black76(type(c[5]), c[0], c[1], c[2], judged[i][0], c[4]);
            double vega =
                    Black76.value(type(c[5]), c[0], c[1], c[2], c[3], c[4]).vega();
            if (!Double.isNaN(implied.volatility())) {
                worst.note("price", (implied.volatility() - c[3]) * vega / Math.max(c[0], c[1]), c);
            } else {
                // The price has no digit of time value left, or one too few by rounding.
                worst.note("price", vega * c[3] / Math.max(c[0], c[1]), c);
            }
        }
        worst.judge(4e-15);
    }

    @Test
    void american() throws Exception {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            int days = (int) logUniform(2, 1_500);
            double volatility = logUniform(0.1, Math.min(1.2, 1.3 / Math.sqrt(days / 365.0)));
            double forward = logUniform(10, 1_000);
            double strike = forward * Math.exp(volatility * Math.sqrt(days / 365.0) * 1.5 * random.nextGaussian());
            rows.add(new double[] {forward, strike, days, volatility, logUniform(0.001, 0.12), sign()});
        }
        double[][] judged = PythonJudge.answers("american", rows);
        Worst worst = new Worst();
        Worst loose = new Worst();
        for (int i = 0; i < CASES; i++) {
            double[] c = rows.get(i);
            double years = c[2] / 365;
            OptionType type = type(c[5]);
            double unit = Math.max(c[0], c[1]);
            double quadratic = BaroneAdesiWhaley.price(type, c[0], c[1], years, c[3], c[4]);
            // QuantLib ends the search for its boundary at 1e-6, ours at 1e-13.
            loose.note("Barone-Adesi, Whaley", (quadratic - judged[i][0]) / unit, c);
            double flat = BjerksundStensland.price(type, c[0], c[1], years, c[3], c[4]);
            worst.note("Bjerksund, Stensland", (flat - judged[i][1]) / unit, c);
            double exact = new ExerciseBoundary(years, c[3], c[4]).price(type, c[0], c[1]);
            loose.note("integral equation", (exact - judged[i][2]) / unit, c);
        }
        worst.judge(1e-12);
        loose.judge(1e-6);
    }

    @Test
    void spread() throws Exception {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            double forward2 = logUniform(10, 100);
            double forward1 = forward2 * Math.exp(0.4 * random.nextGaussian());
            double strike = forward2 * (random.nextDouble() - 0.3);
            double correlation = 1.98 * random.nextDouble() - 0.99;
            int days = (int) logUniform(2, 1_500);
            double volatility1 = logUniform(0.05, 1);
            double volatility2 = logUniform(0.05, 1);
            rows.add(new double[] {
                forward1, forward2, strike, days, volatility1, volatility2, correlation, rate(), sign()
            });
        }
        double[][] judged = PythonJudge.answers("spread", rows);
        Worst worst = new Worst();
        for (int i = 0; i < CASES; i++) {
            double[] c = rows.get(i);
            SpreadOption option = new SpreadOption(c[0], c[1], c[4], c[5], c[6], c[3] / 365, c[7]);
            double unit = c[0] + c[1];
            worst.note("Kirk", (option.kirk(type(c[8]), c[2]) - judged[i][0]) / unit, c);
            // The formula falls below what is certain at high correlations; ours does not go there.
            double certain = Math.exp(-c[7] * c[3] / 365) * type(c[8]).intrinsic(c[0] - c[1], c[2]);
            double theirs = Math.max(judged[i][1], certain);
            worst.note("Bjerksund, Stensland", (option.bjerksundStensland(type(c[8]), c[2]) - theirs) / unit, c);
            worst.note("Margrabe", (option.margrabe(OptionType.CALL) - judged[i][2]) / unit, c);
        }
        worst.judge(1e-13);
    }

    @Test
    void digital() throws Exception {
        List<double[]> rows = vanilla();
        double[][] judged = PythonJudge.answers("digital", rows);
        Worst worst = new Worst();
        for (int i = 0; i < CASES; i++) {
            double[] c = rows.get(i);
            double cash = DigitalOption.cash(type(c[5]), c[0], c[1], c[2], c[3], c[4]);
            double asset = DigitalOption.asset(type(c[5]), c[0], c[1], c[2], c[3], c[4]);
            worst.note("cash", cash - judged[i][0], c);
            worst.note("asset", (asset - judged[i][1]) / c[0], c);
        }
        worst.judge(1e-13);
    }

    private List<double[]> vanilla() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            double years = years();
            double volatility = logUniform(0.02, 2);
            double forward = logUniform(0.01, 10_000);
            double moneyness = volatility * Math.sqrt(years) * Math.clamp(2 * random.nextGaussian(), -6, 6);
            rows.add(new double[] {forward, forward * Math.exp(moneyness), years, volatility, rate(), sign()});
        }
        return rows;
    }

    private double logUniform(double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    private double years() {
        return logUniform(1 / 365.0, 5);
    }

    private double rate() {
        return 0.14 * random.nextDouble() - 0.02;
    }

    private double sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    private static OptionType type(double sign) {
        return sign > 0 ? OptionType.CALL : OptionType.PUT;
    }
}
