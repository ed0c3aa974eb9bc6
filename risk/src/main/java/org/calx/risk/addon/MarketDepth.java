package org.calx.risk.addon;

/**
 * What is known of how a contract trades.
 *
 * @param halfSpread half of the usual spread, money per unit
 * @param dailyVolatility standard deviation of a day's relative move
 * @param dailyVolumeUnits units traded in an average day
 */
public record MarketDepth(double halfSpread, double dailyVolatility, double dailyVolumeUnits) {
    /** @throws IllegalArgumentException if a figure is not a number above or at 0, or the volume is 0 */
    public MarketDepth {
        if (!(halfSpread >= 0) || !(dailyVolatility >= 0) || !(dailyVolumeUnits > 0)) {
            throw new IllegalArgumentException("spread and volatility are at least 0 and the daily volume is above 0");
        }
    }
}
