package org.calx.pricing.futures;

import org.calx.pricing.numeric.NelderMead;

/**
 * R. Kalman's filter (1960) of the two states of {@link SchwartzSmith} from the logarithms of futures' prices, and the parameters of
 * greatest likelihood. Each price has an error of its own; errors are independent and equally large.
 */
public final class SchwartzSmithFilter {
    /** Most dates of a calibration. */
    public static final int MOST_DATES = 100_000;

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
    private static final double START_VARIANCE = 4;

    private final double stepYears;
    private final double[] maturityYears;
    private final double[][] logPrices;

    /**
     * @param stepYears time from one date to the next, above 0
     * @param maturityYears time to delivery of each column, not negative
     * @param logPrices one row a date, one column a maturity
     * @throws IllegalArgumentException when rows or numbers are wrong
     */
    public SchwartzSmithFilter(double stepYears, double[] maturityYears, double[][] logPrices) {
        if (!(stepYears > 0) || maturityYears.length == 0 || logPrices.length < 2 || logPrices.length > MOST_DATES) {
            throw new IllegalArgumentException(
                    "a calibration needs a step above 0, maturities, and 2 to " + MOST_DATES + " dates");
        }
        for (double[] row : logPrices) {
            double sum = 0;
            for (double value : row) {
                sum += value;
            }
            if (row.length != maturityYears.length || !Double.isFinite(sum)) {
                throw new IllegalArgumentException("every date has a finite number for each maturity");
            }
        }
        this.stepYears = stepYears;
        this.maturityYears = maturityYears.clone();
        this.logPrices = logPrices;
    }

    /**
     * What the filter has found.
     *
     * @param model parameters
     * @param errorDeviation of the logarithms' errors
     * @param logLikelihood at them
     * @param deviation state after the last date
     * @param level state after the last date
     */
    public record Calibration(
            SchwartzSmith model, double errorDeviation, double logLikelihood, double deviation, double level) {}

    /** The parameters of greatest likelihood, by Nelder and Mead's method from a plain guess. */
    public Calibration calibrate() {
        double[] guess = {Math.log(1.5), Math.log(0.3), Math.log(0.15), 0.2, 0, 0, 0, Math.log(0.01)};
        double[] best =
                NelderMead.minimise(point -> -filter(model(point), Math.exp(point[7]), null), guess, 0.25, 20_000);
        double[] states = new double[2];
        SchwartzSmith model = model(best);
        double likelihood = filter(model, Math.exp(best[7]), states);
        return new Calibration(model, Math.exp(best[7]), likelihood, states[0], states[1]);
    }

    private static SchwartzSmith model(double[] point) {
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
        double first = 0;
        for (double value : logPrices[0]) {
            first += value / maturityYears.length;
        }
        State state = new State(0, first, START_VARIANCE, START_VARIANCE, 0);
        double sum = 0;
        for (int date = 0; date < logPrices.length; date++) {
            if (date > 0) {
                state.advance(model, stepYears);
            }
            // Errors are independent, so the prices of a date can be taken in one after the other.
            for (int j = 0; j < maturityYears.length; j++) {
                double expected = model.offset(maturityYears[j]);
                sum += state.observe(
                        logPrices[date][j] - expected, model.weight(maturityYears[j]), errorDeviation * errorDeviation);
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
