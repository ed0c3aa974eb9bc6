package org.calx.pricing.american;

import org.calx.pricing.OptionType;
import org.calx.pricing.numeric.GaussLegendre;
import org.calx.pricing.numeric.Normal;
import org.calx.pricing.vanilla.Black76;

/**
 * American options on futures after L. Andersen, M. Lake and D. Offengenden, "High-performance American option pricing",
 * 2016: the exercise boundary of a put as the fixed point of an integral equation, collocated at Chebyshev nodes in the
 * root of time, then one quadrature for each option.
 *
 * <p>On a future the boundary depends on volatility, rate and time alone and scales with the strike, so one of these, which
 * is immutable, serves every strike and both types of an expiry. What an option's quadrature needs of it is computed once.
 * Error against the exact value: below 1e-6 of the forward ({@code docs/spec/pricing.md} states what was measured).
 */
public final class ExerciseBoundary {
    private static final int NODES = 12;
    private static final int ITERATIONS = 12;
    private static final GaussLegendre INNER = GaussLegendre.of(20);
    private static final GaussLegendre OUTER = GaussLegendre.of(20);

    private final double expiryYears;
    private final double volatility;
    private final double rate;
    private final boolean early;

    /** Logarithms of the boundary over the strike at Chebyshev's nodes, squared. */
    private final double[] squaredLog = new double[NODES + 1];

    private final double[] coefficients = new double[NODES + 1];
    private final double[] logBoundary = new double[OUTER.nodes().length];
    private final double[] deviation = new double[OUTER.nodes().length];
    private final double[] weight = new double[OUTER.nodes().length];

    /**
     * Solves for the boundary: some 150 microseconds.
     *
     * @param expiryYears not negative
     * @param volatility not negative
     * @param rate continuous
     */
    public ExerciseBoundary(double expiryYears, double volatility, double rate) {
        if (!(expiryYears >= 0 && volatility >= 0 && Double.isFinite(expiryYears + volatility + rate))) {
            throw new IllegalArgumentException(
                    "outside the domain: expiryYears " + expiryYears + ", volatility " + volatility + ", rate " + rate);
        }
        this.expiryYears = expiryYears;
        this.volatility = volatility;
        this.rate = rate;
        this.early = rate > 0 && volatility * volatility * expiryYears > 0;
        if (early) {
            solve();
            prepareQuadrature();
        }
    }

    /** The discounted price; fails as {@link Black76#price}. */
    public double price(OptionType type, double forward, double strike) {
        double european = Black76.price(type, forward, strike, expiryYears, volatility, rate);
        if (!early) {
            return rate <= 0 ? european : Math.max(european, type.intrinsic(forward, strike));
        }
        double spot = type == OptionType.PUT ? forward : strike;
        double payment = type == OptionType.PUT ? strike : forward;
        double logMoneyness = Math.log(spot / payment);
        if (logMoneyness <= logBoundaryAt(expiryYears)) {
            return payment - spot;
        }
        return european + premium(spot, payment, logMoneyness);
    }

    /** The forward under strike, as a share of the strike, below which a put with this time left is exercised. */
    public double boundary(double yearsLeft) {
        return early ? Math.exp(logBoundaryAt(yearsLeft)) : 0;
    }

    private double premium(double spot, double payment, double logMoneyness) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            double centre = (logMoneyness - logBoundary[i]) / deviation[i];
            double half = 0.5 * deviation[i];
            sum += weight[i] * (payment * Normal.cumulative(half - centre) - spot * Normal.cumulative(-half - centre));
        }
        return sum;
    }

    /** The integral over the time of exercise, with {@code u = T sin^2} so that both ends are smooth. */
    private void prepareQuadrature() {
        for (int i = 0; i < weight.length; i++) {
            double angle = Math.PI / 2 * OUTER.nodes()[i];
            double sine = Math.sin(angle);
            double u = expiryYears * sine * sine;
            deviation[i] = volatility * Math.sqrt(u);
            logBoundary[i] = logBoundaryAt(expiryYears - u);
            weight[i] =
                    OUTER.weights()[i] * (Math.PI / 2) * expiryYears * Math.sin(2 * angle) * rate * Math.exp(-rate * u);
        }
    }

    private void solve() {
        double[] next = new double[NODES + 1];
        for (int i = 1; i <= NODES; i++) {
            double years = nodeYears(i);
            double guess = Math.log(BaroneAdesiWhaley.boundary(rate * years, volatility * Math.sqrt(years)));
            squaredLog[i] = guess * guess;
        }
        interpolate();
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            for (int i = 1; i <= NODES; i++) {
                double log = fixedPoint(nodeYears(i), -Math.sqrt(squaredLog[i]));
                next[i] = log * log;
            }
            System.arraycopy(next, 0, squaredLog, 0, NODES + 1);
            interpolate();
        }
    }

    private double nodeYears(int i) {
        double root = (1 - Math.cos(Math.PI * i / NODES)) / 2;
        return expiryYears * root * root;
    }

    /** One step of the paper's equation B: the new logarithm of the boundary with this time left. */
    private double fixedPoint(double years, double log) {
        double root = volatility * Math.sqrt(years);
        double above = Normal.cumulative(log / root - root / 2);
        double below = Normal.cumulative(log / root + root / 2);
        for (int i = 0; i < INNER.nodes().length; i++) {
            double angle = Math.PI / 2 * INNER.nodes()[i];
            double sine = Math.sin(angle);
            double gap = years * sine * sine;
            double part = volatility * Math.sqrt(gap);
            double score = (log - logBoundaryAt(years - gap)) / part;
            double factor = INNER.weights()[i]
                    * (Math.PI / 2)
                    * years
                    * Math.sin(2 * angle)
                    * rate
                    * Math.exp(rate * (years - gap));
            above += factor * Normal.cumulative(score - part / 2);
            below += factor * Normal.cumulative(score + part / 2);
        }
        return Math.min(Math.log(above / below), 0);
    }

    private void interpolate() {
        for (int k = 0; k <= NODES; k++) {
            double sum = 0;
            for (int i = 0; i <= NODES; i++) {
                double half = i == 0 || i == NODES ? 0.5 : 1;
                sum += half * squaredLog[i] * Math.cos(Math.PI * i * k / NODES);
            }
            coefficients[k] = (k == 0 || k == NODES ? 1.0 : 2.0) / NODES * sum;
        }
    }

    private double logBoundaryAt(double years) {
        double x = 1 - 2 * Math.sqrt(Math.clamp(years / expiryYears, 0, 1));
        double later = 0;
        double latest = 0;
        for (int k = NODES; k > 0; k--) {
            double here = 2 * x * later - latest + coefficients[k];
            latest = later;
            later = here;
        }
        return -Math.sqrt(Math.max(x * later - latest + coefficients[0], 0));
    }
}
