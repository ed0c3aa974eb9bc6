package org.calx.pricing.surface;

import java.util.List;
import org.calx.pricing.OptionType;
import org.calx.pricing.implied.ImpliedVolatility;
import org.calx.pricing.numeric.NonNegativeLeastSquares;
import org.calx.pricing.vanilla.Black76;

/**
 * Fits one expiry: weights of a fixed dictionary of log-normals by least squares that stay above zero, in units of each
 * quote's half spread. The problem is convex, so it has one answer and no start to choose.
 *
 * <p>Weights and means are held to one by two heavy rows and then scaled, so that the martingale condition holds exactly.
 * In later rounds a quote just missed counts more and one missed by far counts less: such a quote is a bad one.
 */
final class MixtureFit {
    /** Widths of the dictionary in units of the deviation at the money. */
    private static final double[] WIDTHS = {0.2, 0.4, 0.8, 1.3, 2.2};

    private static final int MOST_PER_WIDTH = 40;
    private static final double SPACING = 0.8;
    private static final double HEAVY = 1e10;
    private static final double RIDGE = 1e-7;
    private static final int ROUNDS = 9;
    private static final double FAR = 4;

    private final List<ChainQuote> quotes;
    private final double[] means;
    private final double[] deviations;
    private final double[][] calls;
    private final double[] weight;
    private final NonNegativeLeastSquares squares;

    private MixtureFit(ExpiryQuotes expiry) {
        quotes = expiry.quotes();
        double scale = deviationAtTheMoney(quotes);
        double low =
                Math.log(quotes.stream().mapToDouble(ChainQuote::strike).min().orElseThrow());
        double high =
                Math.log(quotes.stream().mapToDouble(ChainQuote::strike).max().orElseThrow());
        Dictionary dictionary = Dictionary.cover(low - scale, high + scale, scale);
        means = dictionary.means;
        deviations = dictionary.deviations;
        calls = new double[quotes.size()][means.length];
        weight = new double[quotes.size()];
        for (int i = 0; i < calls.length; i++) {
            double strike = quotes.get(i).strike();
            for (int j = 0; j < means.length; j++) {
                calls[i][j] = Black76.undiscounted(OptionType.CALL, means[j], strike, deviations[j]);
            }
            weight[i] = 1 / halfSpread(quotes.get(i));
        }
        squares = new NonNegativeLeastSquares(means.length);
    }

    static MixtureSlice fit(ExpiryQuotes expiry) {
        MixtureFit fit = new MixtureFit(expiry);
        double[] solution = fit.solve();
        for (int round = 1; round < ROUNDS && fit.reweigh(solution); round++) {
            solution = fit.solve();
        }
        return fit.slice(solution);
    }

    private static double halfSpread(ChainQuote quote) {
        return (quote.ask() - quote.bid()) / 2;
    }

    /** The deviation that the quote nearest to the forward implies at its mid; a plain guess where it implies none. */
    private static double deviationAtTheMoney(List<ChainQuote> quotes) {
        double nearest = Double.POSITIVE_INFINITY;
        double deviation = 0.1;
        for (ChainQuote quote : quotes) {
            double distance = Math.abs(Math.log(quote.strike()));
            if (distance < nearest) {
                double implied = ImpliedVolatility.black76(quote.type(), 1, quote.strike(), 1, quote.mid(), 0)
                        .volatility();
                if (implied > 1e-4 && implied < 10) {
                    nearest = distance;
                    deviation = implied;
                }
            }
        }
        return deviation;
    }

    private double[] solve() {
        double[][] gram = squares.gram();
        double[] projection = squares.projection();
        int size = means.length;
        for (int a = 0; a < size; a++) {
            java.util.Arrays.fill(gram[a], 0, a + 1, 0);
            projection[a] = HEAVY * (1 + means[a]);
        }
        for (int i = 0; i < calls.length; i++) {
            double[] row = calls[i];
            double square = weight[i] * weight[i];
            double target = quotes.get(i).mid() + quotes.get(i).callLess();
            for (int a = 0; a < size; a++) {
                double scaled = square * row[a];
                projection[a] += scaled * target;
                double[] line = gram[a];
                for (int b = 0; b <= a; b++) {
                    line[b] += scaled * row[b];
                }
            }
        }
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                gram[a][b] += HEAVY * (1 + means[a] * means[b]);
                gram[b][a] = gram[a][b];
            }
            gram[a][a] *= 1 + RIDGE;
        }
        return squares.solve();
    }

    /** Moves weight to the quotes just missed. @return whether any was missed */
    private boolean reweigh(double[] solution) {
        boolean missed = false;
        for (int i = 0; i < calls.length; i++) {
            double model = -quotes.get(i).callLess();
            for (int j = 0; j < solution.length; j++) {
                model += solution[j] * calls[i][j];
            }
            double miss = Math.abs(model - quotes.get(i).mid()) / halfSpread(quotes.get(i));
            if (miss > 0.95) {
                missed = true;
                weight[i] *= miss > FAR ? 0.5 : 2.5;
            }
        }
        return missed;
    }

    private MixtureSlice slice(double[] solution) {
        int count = 0;
        double sum = 0;
        double mean = 0;
        for (int i = 0; i < solution.length; i++) {
            if (solution[i] > 0) {
                count++;
                sum += solution[i];
                mean += solution[i] * means[i];
            }
        }
        MixtureSlice slice = new MixtureSlice(new double[count], new double[count], new double[count]);
        int at = 0;
        for (int i = 0; i < solution.length; i++) {
            if (solution[i] > 0) {
                slice.weights()[at] = solution[i] / sum;
                slice.means()[at] = means[i] * sum / mean;
                slice.deviations()[at++] = deviations[i];
            }
        }
        return slice;
    }

    /** Log-normals of several widths, each width's centres spread over the range. */
    private record Dictionary(double[] means, double[] deviations) {
        static Dictionary cover(double low, double high, double scale) {
            double[] means = new double[WIDTHS.length * (MOST_PER_WIDTH + 1)];
            double[] deviations = new double[means.length];
            int count = 0;
            for (double width : WIDTHS) {
                double deviation = width * scale;
                int steps = (int) Math.clamp(Math.ceil((high - low) / (SPACING * deviation)), 2, MOST_PER_WIDTH);
                for (int i = 0; i <= steps; i++) {
                    means[count] = Math.exp(low + (high - low) * i / steps);
                    deviations[count++] = deviation;
                }
            }
            return new Dictionary(java.util.Arrays.copyOf(means, count), java.util.Arrays.copyOf(deviations, count));
        }
    }
}
