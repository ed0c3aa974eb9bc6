package org.calx.pricing.surface;

import java.util.List;
import org.calx.pricing.numeric.LevenbergMarquardt;

/**
 * Fits each expiry by itself with the five parameters of raw SVI, from the slice of {@link EssviFit} on, which also holds the wings
 * beyond the quotes; variances below those of the expiry before are penalised. Where that ends in a
 * butterfly, the parameters are taken back towards that slice, which has none, as far as it needs.
 */
final class SviFit {
    private static final double ROBUST_SCALE = 3;
    private static final int STEPS = 80;
    private static final int HALVINGS = 20;

    /** Points two deviations apart on either side at which wings are held and the calendar is asked. */
    private static final int ANCHORS = 5;

    private static final double ANCHOR = 10;
    private static final double CALENDAR = 100;

    private SviFit() {}

    static VolatilitySurface fit(List<ExpiryQuotes> expiries) {
        List<ExpiryQuotes> sorted = VolatilitySurface.sorted(expiries);
        SmileTargets targets = new SmileTargets(sorted);
        VolatilitySurface start = new EssviFit().fit(sorted);
        SmileSlice[] slices = new SmileSlice[sorted.size()];
        for (int i = 0; i < slices.length; i++) {
            SviSlice safe = (SviSlice) start.slice(i);
            SviSlice before = i == 0 ? null : (SviSlice) slices[i - 1];
            slices[i] = mended(fitted(targets, i, safe, before), safe);
        }
        return VolatilitySurface.of(sorted, slices);
    }

    private static SviSlice fitted(SmileTargets targets, int expiry, SviSlice start, SviSlice before) {
        double share = start.b() * (1 + Math.abs(start.rho())) / 2;
        double least = start.a() + start.b() * start.sigma() * Math.sqrt(1 - start.rho() * start.rho());
        double unit = start.sigma();
        double[] free = {Math.log(least), Math.log(share / (1 - share)), atanh(start.rho()), start.m() / unit, 0};
        double deviation = Math.sqrt(start.totalVariance(0));
        LevenbergMarquardt.Residuals residuals = (at, into) -> {
            SviSlice slice = slice(at, unit);
            int place = targets.residuals(expiry, slice, into, 0);
            for (int i = -ANCHORS; i <= ANCHORS; i++) {
                double k = 2 * i * deviation;
                double here = slice.totalVariance(k);
                into[place++] = (Math.sqrt(here / start.totalVariance(k)) - 1) * (Math.abs(i) > 1 ? ANCHOR : 0);
                double missing = before == null ? 0 : Math.sqrt(before.totalVariance(k) / here) - 1;
                into[place++] = Math.max(missing, 0) * CALENDAR;
            }
        };
        int count = targets.size(expiry) + 2 * (2 * ANCHORS + 1);
        new LevenbergMarquardt(residuals, free.length, count, ROBUST_SCALE).minimise(free, STEPS, 1e-6);
        return slice(free, unit);
    }

    /** From the least variance, the steeper wing's share of Lee's bound, rho, and place and width of the bend. */
    private static SviSlice slice(double[] free, double unit) {
        double rho = 0.999 * Math.tanh(free[2]);
        double b = 2 / (1 + Math.abs(rho)) / (1 + Math.exp(-free[1]));
        double sigma = unit * Math.exp(Math.clamp(free[4], -6, 6));
        double least = Math.exp(Math.clamp(free[0], -30, 5));
        return new SviSlice(least - b * sigma * Math.sqrt(1 - rho * rho), b, rho, free[3] * unit, sigma);
    }

    private static SviSlice mended(SviSlice slice, SviSlice safe) {
        if (slice.isFreeOfButterflies()) {
            return slice;
        }
        double bad = 0;
        double good = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (bad + good) / 2;
            boolean free = slice.towards(safe, middle).isFreeOfButterflies();
            bad = free ? bad : middle;
            good = free ? middle : good;
        }
        return slice.towards(safe, good);
    }

    private static double atanh(double x) {
        return 0.5 * Math.log((1 + x) / (1 - x));
    }
}
