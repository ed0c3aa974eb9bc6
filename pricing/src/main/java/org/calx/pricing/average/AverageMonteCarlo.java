package org.calx.pricing.average;

import java.util.SplittableRandom;
import org.calx.pricing.OptionType;

/**
 * The arithmetic mean by simulation, with the geometric mean's option, whose price is known, as control variate: the oracle
 * of the approximations. The same seed gives the same result everywhere.
 *
 * @param price discounted
 * @param standardError of the price
 */
public record AverageMonteCarlo(double price, double standardError) {

    /** @param paths simulated paths, each with its mirror image; at least 2 */
    public static AverageMonteCarlo simulate(
            OptionType type, AverageTerms terms, double strike, double discount, int paths, long seed) {
        if (paths < 2) {
            throw new IllegalArgumentException("paths " + paths + " is below 2");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] normals = new double[terms.unknown()];
        double[] sums = new double[5];
        for (int path = 0; path < paths; path++) {
            for (int i = 0; i < normals.length; i++) {
                normals[i] = random.nextGaussian();
            }
            double[] plus = payoffs(type, terms, strike, normals, 1);
            double[] minus = payoffs(type, terms, strike, normals, -1);
            double arithmetic = (plus[0] + minus[0]) / 2;
            double geometric = (plus[1] + minus[1]) / 2;
            sums[0] += arithmetic;
            sums[1] += geometric;
            sums[2] += arithmetic * arithmetic;
            sums[3] += geometric * geometric;
            sums[4] += arithmetic * geometric;
        }
        double known = AverageOption.geometric(type, terms, strike, 1);
        double mean = sums[0] / paths;
        double control = sums[1] / paths;
        double controlVariance = sums[3] / paths - control * control;
        double covariance = sums[4] / paths - mean * control;
        double beta = controlVariance > 0 ? covariance / controlVariance : 0;
        double left = Math.max(sums[2] / paths - mean * mean - beta * covariance, 0);
        return new AverageMonteCarlo(discount * (mean - beta * (control - known)), discount * Math.sqrt(left / paths));
    }

    private static double[] payoffs(OptionType type, AverageTerms terms, double strike, double[] normals, int mirror) {
        double sum = terms.fixedSum();
        double logSum = terms.fixedLogSum();
        double log = 0;
        double before = 0;
        for (int i = 0; i < normals.length; i++) {
            double variance = terms.variances()[i];
            log += mirror * normals[i] * Math.sqrt(variance - before);
            before = variance;
            double fixing = terms.forwards()[i] * Math.exp(log - variance / 2);
            sum += fixing;
            logSum += Math.log(fixing);
        }
        int n = terms.fixings();
        return new double[] {type.intrinsic(sum / n, strike), type.intrinsic(Math.exp(logSum / n), strike)};
    }
}
