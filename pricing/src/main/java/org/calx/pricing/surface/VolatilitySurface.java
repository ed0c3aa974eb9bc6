package org.calx.pricing.surface;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.calx.pricing.OptionType;
import org.calx.pricing.implied.ImpliedVolatility;
import org.calx.pricing.vanilla.Black76;

/**
 * Calls over all strikes and expiries, free of butterfly and calendar arbitrage wherever its slices are free of butterflies.
 *
 * <p>Each expiry is a {@link SmileSlice}, whose call is convex. What is published at an expiry is the greatest of its own call
 * and those of all earlier ones: the greatest of convex functions is convex, and it does not fall
 * from expiry to expiry. Between expiries calls are mixed in a proportion that grows with time, so that total variance at
 * the money is linear; after the last, its variance grows on.
 */
public final class VolatilitySurface {
    private final double[] years;
    private final double[] forwards;
    private final SmileSlice[] slices;
    private final double[] varianceAtTheMoney;

    private VolatilitySurface(double[] years, double[] forwards, SmileSlice[] slices) {
        this.years = years;
        this.forwards = forwards;
        this.slices = slices;
        varianceAtTheMoney = new double[years.length];
        for (int i = 0; i < years.length; i++) {
            varianceAtTheMoney[i] = variance(envelope(i, 1));
        }
    }

    /**
     * Of slices in order of time.
     *
     * @param expiries what they were fitted to
     * @throws IllegalArgumentException if two expiries are at the same time
     */
    static VolatilitySurface of(List<ExpiryQuotes> expiries, SmileSlice[] slices) {
        double[] years = new double[slices.length];
        double[] forwards = new double[slices.length];
        for (int i = 0; i < slices.length; i++) {
            years[i] = expiries.get(i).expiryYears();
            forwards[i] = expiries.get(i).forward();
        }
        return new VolatilitySurface(years, forwards, slices);
    }

    /**
     * Of slices in order of time, as they were read from a surface.
     *
     * @throws IllegalArgumentException if the lists have unlike lengths or none, or times do not rise from above 0
     */
    public static VolatilitySurface of(double[] years, double[] forwards, List<SmileSlice> slices) {
        boolean isRising = years.length > 0 && years[0] > 0;
        for (int i = 1; i < years.length; i++) {
            isRising &= years[i] > years[i - 1];
        }
        if (!isRising || forwards.length != years.length || slices.size() != years.length) {
            throw new IllegalArgumentException(
                    "a surface has a time, a forward and a smile for each expiry, times rising");
        }
        return new VolatilitySurface(years.clone(), forwards.clone(), slices.toArray(SmileSlice[]::new));
    }

    /** The expiries in order of time. @throws IllegalArgumentException if there is none or two are at the same time */
    static List<ExpiryQuotes> sorted(List<ExpiryQuotes> expiries) {
        if (expiries.isEmpty()) {
            throw new IllegalArgumentException("a surface needs at least one expiry");
        }
        List<ExpiryQuotes> sorted = new ArrayList<>(expiries);
        sorted.sort(Comparator.comparingDouble(ExpiryQuotes::expiryYears));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).expiryYears() == sorted.get(i - 1).expiryYears()) {
                throw new IllegalArgumentException(
                        "two expiries after " + sorted.get(i).expiryYears() + " years");
            }
        }
        return sorted;
    }

    public int expiries() {
        return years.length;
    }

    public double expiryYears(int expiry) {
        return years[expiry];
    }

    public double forward(int expiry) {
        return forwards[expiry];
    }

    public SmileSlice slice(int expiry) {
        return slices[expiry];
    }

    /** The normalised call at an expiry and a strike over the forward. */
    public double call(int expiry, double strike) {
        return envelope(expiry, strike);
    }

    private double envelope(int expiry, double strike) {
        double call = Math.max(1 - strike, 0);
        for (int i = 0; i <= expiry; i++) {
            call = Math.max(call, slices[i].call(strike));
        }
        return call;
    }

    /** The normalised call at any time above 0 and any strike over the forward. */
    public double call(double expiryYears, double strike) {
        int last = years.length - 1;
        if (expiryYears >= years[last]) {
            double perYear = varianceAtTheMoney[last] / years[last];
            double further = perYear * (expiryYears - years[last]);
            double call = Math.max(1 - strike, 0);
            for (SmileSlice slice : slices) {
                call = Math.max(call, slice.call(strike, further));
            }
            return call;
        }
        int next = 0;
        while (years[next] <= expiryYears) {
            next++;
        }
        double before = next == 0 ? Math.max(1 - strike, 0) : envelope(next - 1, strike);
        double share = share(next, expiryYears);
        return before + share * (envelope(next, strike) - before);
    }

    /** How much of the later expiry's call: what gives the wanted variance at the money. */
    private double share(int next, double expiryYears) {
        double from = next == 0 ? 0 : years[next - 1];
        double start = next == 0 ? 0 : varianceAtTheMoney[next - 1];
        double variance = start + (varianceAtTheMoney[next] - start) * (expiryYears - from) / (years[next] - from);
        double low = atTheMoney(start);
        double high = atTheMoney(varianceAtTheMoney[next]);
        return high > low
                ? Math.clamp((atTheMoney(variance) - low) / (high - low), 0, 1)
                : (expiryYears - from) / (years[next] - from);
    }

    private static double atTheMoney(double variance) {
        return Black76.undiscounted(OptionType.CALL, 1, 1, Math.sqrt(variance));
    }

    private static double variance(double callAtTheMoney) {
        double deviation = ImpliedVolatility.black76(OptionType.CALL, 1, 1, 1, callAtTheMoney, 0)
                .volatility();
        return deviation * deviation;
    }

    /**
     * The Black-76 volatility at any time above 0 and a strike over the forward; 0 where the surface gives the payoff alone,
     * so far out that no digit of time value is left.
     */
    public double volatility(double expiryYears, double strike) {
        double call = call(expiryYears, strike);
        OptionType type = strike < 1 ? OptionType.PUT : OptionType.CALL;
        double price = Math.max(type == OptionType.CALL ? call : call - (1 - strike), 0);
        double volatility = ImpliedVolatility.black76(type, 1, strike, expiryYears, price, 0)
                .volatility();
        return Double.isNaN(volatility) ? 0 : volatility;
    }
}
