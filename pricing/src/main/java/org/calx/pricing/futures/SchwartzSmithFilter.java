package org.calx.pricing.futures;

import java.util.List;
import org.calx.pricing.numeric.LikelihoodErrors;
import org.calx.pricing.numeric.NelderMead;

/**
 * R. Kalman's filter (1960) of the two states of {@link SchwartzSmith} from the logarithms of futures' prices, and the parameters of
 * greatest likelihood. Each price has an error of its own; errors are independent and equally large. Dates may be unevenly spaced and
 * have different futures.
 */
public final class SchwartzSmithFilter {
    /** Most prices of a calibration, which then takes some minutes. */
    public static final int MOST_PRICES = 200_000;

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
    private static final double START_VARIANCE = 4;
    private static final int MOST_EVALUATIONS = 20_000;

    private final List<FuturesDate> dates;
    private final double firstMean;

    /**
     * A filter of prices.
     *
     * @param dates in order, at least two
     * @throws IllegalArgumentException when there are too few dates or too many prices, or time does not go on
     */
    public SchwartzSmithFilter(List<FuturesDate> dates) {
        long prices = 0;
        for (int i = 0; i < dates.size(); i++) {
            prices += dates.get(i).logPrices().length;
            if (i > 0 && dates.get(i).years() <= dates.get(i - 1).years()) {
                throw new IllegalArgumentException("dates are in order, and each is there once");
            }
        }
        if (dates.size() < 2 || prices > MOST_PRICES) {
            throw new IllegalArgumentException(
                    "a calibration needs at least 2 dates and at most " + MOST_PRICES + " prices");
        }
        this.dates = List.copyOf(dates);
        double sum = 0;
        for (double value : dates.getFirst().logPrices()) {
            sum += value / dates.getFirst().logPrices().length;
        }
        firstMean = sum;
    }

    /**
     * What the filter has found.
     *
     * @param model parameters
     * @param errorDeviation of the logarithms' errors
     * @param standardErrors of the model's parameters in their order, and of the error's deviation; NaN where there is none
     * @param logLikelihood at them
     * @param deviation state after the last date
     * @param level state after the last date
     */
    public record Calibration(
            SchwartzSmith model,
            double errorDeviation,
            double[] standardErrors,
            double logLikelihood,
            double deviation,
            double level) {}

    /** The parameters of greatest likelihood, by Nelder and Mead's method from a plain guess. */
    public Calibration calibrate() {
        double[] guess = {Math.log(1.5), Math.log(0.3), Math.log(0.15), 0.2, 0, 0, 0, Math.log(0.01)};
        double[] best = NelderMead.minimise(
                point -> -filter(bounded(point), Math.exp(point[7]), null), guess, 0.25, MOST_EVALUATIONS);
        double[] states = new double[2];
        SchwartzSmith model = bounded(best);
        double errorDeviation = Math.exp(best[7]);
        double likelihood = filter(model, errorDeviation, states);
        double[] estimate = {
            model.meanReversion(),
            model.shortVolatility(),
            model.longVolatility(),
            model.correlation(),
            model.drift(),
            model.riskNeutralDrift(),
            model.shortPremium(),
            errorDeviation
        };
        double[] errors = LikelihoodErrors.of(
                point -> filter(model(point), point[7], null), estimate, SchwartzSmithFilter::isInDomain);
        return new Calibration(model, errorDeviation, errors, likelihood, states[0], states[1]);
    }

    private static boolean isInDomain(double[] point) {
        return point[0] > 0 && point[1] > 0 && point[2] > 0 && Math.abs(point[3]) < 1 && point[7] > 0;
    }

    private static SchwartzSmith model(double[] point) {
        return new SchwartzSmith(point[0], point[1], point[2], point[3], point[4], point[5], point[6]);
    }

    private static SchwartzSmith bounded(double[] point) {
        return new SchwartzSmith(
                Math.exp(Math.clamp(point[0], -7, 4)),
                Math.exp(Math.clamp(point[1], -12, 3)),
                Math.exp(Math.clamp(point[2], -12, 3)),
                Math.tanh(point[3]),
                Math.clamp(point[4], -5, 5),
                Math.clamp(point[5], -5, 5),
                Math.clamp(point[6], -5, 5));
    }

    /** The log-likelihood of all prices, the first states taken from a wide distribution about 0 and the first mean price. */
    public double logLikelihood(SchwartzSmith model, double errorDeviation) {
        return filter(model, errorDeviation, null);
    }

    private double filter(SchwartzSmith model, double errorDeviation, double[] into) {
        State state = new State(0, firstMean, START_VARIANCE, START_VARIANCE, 0);
        double errorVariance = errorDeviation * errorDeviation;
        double sum = 0;
        double years = dates.getFirst().years();
        for (FuturesDate date : dates) {
            if (date.years() > years) {
                state.advance(model, date.years() - years);
                years = date.years();
            }
            // Errors are independent, so the prices of a date can be taken in one after the other.
            for (int j = 0; j < date.logPrices().length; j++) {
                double maturity = date.maturityYears()[j];
                sum += state.observe(
                        date.logPrices()[j] - model.offset(maturity), model.weight(maturity), errorVariance);
            }
        }
        if (into != null) {
            into[0] = state.deviation;
            into[1] = state.level;
        }
        return sum;
    }

    /** Mean and covariance of deviation and level. */
    private static final class State {
        private double deviation;
        private double level;
        private double vDeviation;
        private double vLevel;
        private double shared;

        State(double deviation, double level, double vDeviation, double vLevel, double shared) {
            this.deviation = deviation;
            this.level = level;
            this.vDeviation = vDeviation;
            this.vLevel = vLevel;
            this.shared = shared;
        }

        void advance(SchwartzSmith m, double years) {
            double kept = m.weight(years);
            double k = m.meanReversion();
            double once = (1 - kept) / k;
            double twice = (1 - kept * kept) / (2 * k);
            deviation *= kept;
            level += m.drift() * years;
            vDeviation = kept * kept * vDeviation + m.shortVolatility() * m.shortVolatility() * twice;
            shared = kept * shared + m.correlation() * m.shortVolatility() * m.longVolatility() * once;
            vLevel += m.longVolatility() * m.longVolatility() * years;
        }

        /** Takes in {@code weight * deviation + level + error}. @return its log-likelihood */
        double observe(double value, double weight, double errorVariance) {
            double toDeviation = weight * vDeviation + shared;
            double toLevel = weight * shared + vLevel;
            double spread = weight * toDeviation + toLevel + errorVariance;
            double error = value - weight * deviation - level;
            deviation += toDeviation / spread * error;
            level += toLevel / spread * error;
            vDeviation -= toDeviation * toDeviation / spread;
            shared -= toDeviation * toLevel / spread;
            vLevel -= toLevel * toLevel / spread;
            return -0.5 * (LOG_TWO_PI + Math.log(spread) + error * error / spread);
        }
    }
}
