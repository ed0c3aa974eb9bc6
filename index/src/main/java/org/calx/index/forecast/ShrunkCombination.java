package org.calx.index.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The mean of several models (hard to beat by estimated weights: Clemen 1989), shrunk toward the seasonal naive, or the last value. How far and
 * toward which, is decided for each step ahead by how 21 degrees from none to all have done at up to 84 origins before, the recent ones
 * weighing more: an average with weights that fall exponentially with the losses (Cesa-Bianchi and Lugosi, Prediction, Learning, and Games,
 * 2006), so the forecast can hardly be worse than the seasonal naive for long.
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

    /** Weight, before any losses, of shrinking toward the last value beside that of shrinking toward the last season. */
    private static final double LAST_VALUE_BEFORE = 0.05;

    private final List<Forecaster> members;
    private final List<SeasonalNaive> naives;
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
        this.naives =
                season == 1 ? List.of(new SeasonalNaive(1)) : List.of(new SeasonalNaive(season), new SeasonalNaive(1));
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
        double[][] experts = experts(history, history.length, horizon);
        double[][] weights = weights(history, horizon);
        double[] ahead = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            for (int expert = 0; expert < experts[step].length; expert++) {
                ahead[step] += weights[step][expert] * experts[step][expert];
            }
        }
        return ahead;
    }

    /** For each step the joined forecast shrunk by all degrees toward each of the naive ones. */
    private double[][] experts(double[] history, int origin, int horizon) {
        double[] past = origin == history.length ? history : Arrays.copyOf(history, origin);
        double[] full = joinedAt(history, origin, horizon);
        double[][] experts = new double[horizon][naives.size() * DEGREES];
        for (int naive = 0; naive < naives.size(); naive++) {
            double[] base = naives.get(naive).forecast(past, horizon);
            for (int step = 0; step < horizon; step++) {
                for (int degree = 0; degree < DEGREES; degree++) {
                    experts[step][naive * DEGREES + degree] =
                            base[step] + degree / (DEGREES - 1.0) * (full[step] - base[step]);
                }
            }
        }
        return experts;
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

    /** Of each step and expert, falling with its losses at the origins before. */
    private double[][] weights(double[] history, int horizon) {
        double[][] losses = new double[horizon][naives.size() * DEGREES];
        double total = 0;
        int last = history.length - (horizon + season - 1) / season * season;
        for (int back = 0; back < PAST_ORIGINS; back++) {
            int origin = last - back * season;
            if (origin < FEWEST_SEASONS * season) {
                break;
            }
            double weight = Math.pow(0.5, back / HALF_LIFE);
            total += weight;
            double[][] experts = experts(history, origin, horizon);
            for (int step = 0; step < horizon; step++) {
                for (int expert = 0; expert < losses[step].length; expert++) {
                    losses[step][expert] += weight * Math.abs(history[origin + step] - experts[step][expert]);
                }
            }
        }
        for (double[] ofStep : losses) {
            // The first expert is the seasonal naive alone: losses count in shares of its usual one.
            double rate = ofStep[0] > 0 ? RATE * total / ofStep[0] : 0;
            double least = Arrays.stream(ofStep).min().orElse(0);
            double sum = 0;
            for (int expert = 0; expert < ofStep.length; expert++) {
                double before = expert < DEGREES ? 1 : LAST_VALUE_BEFORE;
                ofStep[expert] = before * Math.exp(-(ofStep[expert] - least) * rate);
                sum += ofStep[expert];
            }
            for (int expert = 0; expert < ofStep.length; expert++) {
                ofStep[expert] /= sum;
            }
        }
        return losses;
    }
}
