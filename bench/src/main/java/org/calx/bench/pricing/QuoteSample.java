package org.calx.bench.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.calx.pricing.OptionType;
import org.calx.pricing.surface.ChainQuote;
import org.calx.pricing.surface.ExpiryQuotes;
import org.calx.pricing.surface.SviSlice;
import org.calx.pricing.vanilla.Black76;

/**
 * Chains of 400 quotes on 8 expiries, about smiles that move by some tenths of a percent from one chain to the next; bid and ask
 * are 1 % of volatility apart and off by as much at random.
 *
 * @param chains one after the other in time
 */
public record QuoteSample(List<List<ExpiryQuotes>> chains) {
    private static final int TURNS = 16;
    private static final int EXPIRIES = 8;
    private static final int STRIKES = 50;

    public static QuoteSample of(long seed) {
        Random random = new Random(seed);
        List<List<ExpiryQuotes>> chains = new ArrayList<>();
        double level = 0.36;
        for (int turn = 0; turn < TURNS; turn++) {
            List<ExpiryQuotes> chain = new ArrayList<>();
            for (int i = 0; i < EXPIRIES; i++) {
                double years = 0.02 * Math.pow(1.6, i);
                chain.add(new ExpiryQuotes(years, 100, quotes(random, level * years, -0.3 + 0.02 * i)));
            }
            chains.add(chain);
            level *= 1 + 0.006 * random.nextGaussian();
        }
        return new QuoteSample(chains);
    }

    private static List<ChainQuote> quotes(Random random, double theta, double rho) {
        SviSlice slice = SviSlice.ofSurface(theta, rho, Math.sqrt(theta) * 0.9);
        List<ChainQuote> quotes = new ArrayList<>();
        for (int j = 0; j < STRIKES; j++) {
            double k = Math.sqrt(theta) * (4.0 * j / STRIKES - 2);
            OptionType type = k < 0 ? OptionType.PUT : OptionType.CALL;
            double deviation = Math.sqrt(slice.totalVariance(k)) * (1 + 0.003 * random.nextGaussian());
            double low = Black76.undiscounted(type, 1, Math.exp(k), deviation * 0.995);
            double high = Black76.undiscounted(type, 1, Math.exp(k), deviation * 1.005);
            quotes.add(new ChainQuote(type, Math.exp(k), low, high));
        }
        return quotes;
    }

    /** The chain of a turn; they go on from the first after the last. */
    public List<ExpiryQuotes> turn(int turn) {
        return chains.get(turn % TURNS);
    }
}
