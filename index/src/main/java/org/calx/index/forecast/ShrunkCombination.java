package org.calx.index.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The mean of several models (hard to beat by estimated weights: Clemen 1989), shrunk toward the seasonal naive. How far, is decided for each step ahead
 * by how 21 degrees from none to all have done at up to 84 origins before, the recent ones weighing more: an average with weights that fall
 * exponentially with the losses (Cesa-Bianchi and Lugosi, Prediction, Learning, and Games, 2006), so the forecast can hardly be worse than
 * the naive one for long.
 *
 * <p>Forecasts at earlier origins are kept for later calls on the same series.
 */
public final class ShrunkCombination implements Forecaster {
    private static final int PAST_ORIGINS = 84;
    private static final int FEWEST_SEASONS = 16;
    private static final int DEGREES = 21;
    /** Losses of this many origins before count half. */
    private static final double HALF_LIFE = 28;
    /** Weight of a loss as large as the naive forecast's usual one. */
    private static final double RATE = 1;

    private final List<Forecaster> members;
    private final SeasonalNaive naive;
    private final int season;
    private final int refitEvery;
    private final Map<Integer, List<Forecaster>> fits = new HashMap<>();
    private final Map<Integer, double[]> joined = new HashMap<>();
    private double[] known = new double[0];
    private int knownHorizon;

    /**
     * A combination.
     *
     * @param season steps of a season, and between two origins; 1 for none
     * @param refitEvery origins after which members are estimated anew
     */
    public ShrunkCombination(List<Forecaster> members, int season, int refitEvery) {
        this.members = List.copyOf(members);
        this.naive = new SeasonalNaive(season);
        this.season = season;
        this.refitEvery = refitEvery;
    }

    @Override
    public String name() {
        return "combination";
    }

    @Override
    public double[] forecast(double[] history, int horizon) {
        remember(history, horizon);
        double[] base = naive.forecast(history, horizon);
        double[] full = joinedAt(history, history.length, horizon);
        double[] degrees = degrees(history, horizon);
        double[] ahead = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            ahead[step] = base[step] + degrees[step] * (full[step] - base[step]);
        }
        return ahead;
    }

    /** Forgets what was kept if the history is not a part or a continuation of the series before. */
    private void remember(double[] history, int horizon) {
        int common = Math.min(history.length, known.length);
        if (horizon != knownHorizon || !Arrays.equals(history, 0, common, known, 0, common)) {
            fits.clear();
            joined.clear();
            known = new double[0];
        }
        knownHorizon = horizon;
        if (history.length > known.length) {
            known = history.clone();
        }
    }

    private double[] joinedAt(double[] history, int origin, int horizon) {
        return joined.computeIfAbsent(origin, at -> {
            double[] past = at == history.length ? history : Arrays.copyOf(history, at);
            double[] mean = new double[horizon];
            for (Forecaster member : fits.computeIfAbsent(fitOrigin(at), fitAt -> fit(past, fitAt))) {
                double[] one = member.forecast(past, horizon);
                for (int step = 0; step < horizon; step++) {
                    mean[step] += one[step] / members.size();
                }
            }
            return mean;
        });
    }

    /** The last origin up to this one, whole seasons before it, at which members are estimated. */
    private int fitOrigin(int origin) {
        int block = refitEvery * season;
        int place = origin % season;
        int fitAt = (origin - place) / block * block + place;
        return fitAt < Math.min(origin, FEWEST_SEASONS * season) ? origin : fitAt;
    }

    private List<Forecaster> fit(double[] past, int fitAt) {
        double[] sample = Arrays.copyOf(past, fitAt);
        return members.stream().map(member -> member.fitted(sample)).toList();
    }

    private double[] degrees(double[] history, int horizon) {
        double[][] losses = new double[horizon][DEGREES];
        double[] usual = new double[horizon];
        double weights = 0;
        int last = history.length - (horizon + season - 1) / season * season;
        for (int back = 0; back < PAST_ORIGINS; back++) {
            int origin = last - back * season;
            if (origin < FEWEST_SEASONS * season) {
                break;
            }
            double weight = Math.pow(0.5, back / HALF_LIFE);
            weights += weight;
            double[] base = naive.forecast(Arrays.copyOf(history, origin), horizon);
            double[] full = joinedAt(history, origin, horizon);
            for (int step = 0; step < horizon; step++) {
                double value = history[origin + step];
                usual[step] += weight * Math.abs(value - base[step]);
                for (int degree = 0; degree < DEGREES; degree++) {
                    double share = degree / (DEGREES - 1.0);
                    losses[step][degree] += weight * Math.abs(value - base[step] - share * (full[step] - base[step]));
                }
            }
        }
        double[] degrees = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            degrees[step] = usual[step] > 0 ? mean(losses[step], RATE * weights / usual[step]) : 0.5;
        }
        return degrees;
    }

    /** The mean degree, each weighing exp(-loss x rate). */
    private static double mean(double[] losses, double rate) {
        double least = Arrays.stream(losses).min().orElse(0);
        double sum = 0;
        double mean = 0;
        for (int degree = 0; degree < DEGREES; degree++) {
            double weight = Math.exp(-(losses[degree] - least) * rate);
            sum += weight;
            mean += weight * degree / (DEGREES - 1.0);
        }
        return mean / sum;
    }
}
