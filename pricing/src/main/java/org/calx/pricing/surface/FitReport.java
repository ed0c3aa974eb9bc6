package org.calx.pricing.surface;

import java.util.Comparator;
import java.util.List;
import org.calx.pricing.implied.ImpliedVolatility;

/**
 * How well a surface meets the quotes that it was fitted to.
 *
 * @param quotes all of them
 * @param insideSpread share of quotes whose model price is at least the bid and at most the ask
 * @param rmseVolPoints root mean square of model volatility less the mid's, in hundredths, over the quotes whose mid has
 *     a volatility
 */
public record FitReport(int quotes, double insideSpread, double rmseVolPoints) {

    /** @param expiries what the surface was fitted to */
    public static FitReport of(VolatilitySurface surface, List<ExpiryQuotes> expiries) {
        List<ExpiryQuotes> sorted = expiries.stream()
                .sorted(Comparator.comparingDouble(ExpiryQuotes::expiryYears))
                .toList();
        int quotes = 0;
        int inside = 0;
        int compared = 0;
        double squares = 0;
        for (int i = 0; i < sorted.size(); i++) {
            double years = sorted.get(i).expiryYears();
            for (ChainQuote quote : sorted.get(i).quotes()) {
                double model = surface.call(i, quote.strike()) - quote.callLess();
                quotes++;
                inside += model >= quote.bid() && model <= quote.ask() ? 1 : 0;
                double error = volatility(quote, years, model) - volatility(quote, years, quote.mid());
                if (!Double.isNaN(error)) {
                    compared++;
                    squares += error * error;
                }
            }
        }
        return new FitReport(quotes, (double) inside / quotes, 100 * Math.sqrt(squares / Math.max(compared, 1)));
    }

    private static double volatility(ChainQuote quote, double years, double price) {
        return ImpliedVolatility.black76(quote.type(), 1, quote.strike(), years, price, 0)
                .volatility();
    }
}
