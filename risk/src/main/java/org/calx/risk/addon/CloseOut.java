package org.calx.risk.addon;

/**
 * What it costs to close a large position out, beyond the move that scanning risk covers (the shape of the liquidity and
 * concentration charges of SPAN 2).
 */
public final class CloseOut {
    private CloseOut() {}

    /**
     * Liquidity charge: half the spread, and impact by the square-root law, notional × coefficient × daily volatility ×
     * √(quantity / daily volume) (Almgren, Thum, Hauptmann and Li 2005; Bouchaud 2010).
     *
     * @param units held, signed
     * @param price money per unit
     * @param impactCoefficient of the square-root law, about 1
     * @return money, at least 0
     */
    public static double liquidityCharge(double units, double price, MarketDepth depth, double impactCoefficient) {
        double quantity = Math.abs(units);
        double impact = Math.abs(price) * impactCoefficient * depth.dailyVolatility();
        return quantity * (depth.halfSpread() + impact * Math.sqrt(quantity / depth.dailyVolumeUnits()));
    }

    /** Days to close out, trading a share of the daily volume. */
    public static double days(double units, MarketDepth depth, double participation) {
        return Math.abs(units) / (participation * depth.dailyVolumeUnits());
    }

    /**
     * Concentration charge: scanning risk grows with the square root of the days to close out; the charge is what it
     * grows above the days that margin covers already.
     *
     * @param scanningRisk money
     * @param participation share of the daily volume that can be traded without moving the market, above 0
     * @param coveredDays days that scanning risk covers, above 0
     * @return money, 0 if the position can be closed out within the days covered
     */
    public static double concentrationCharge(
            double scanningRisk, double units, MarketDepth depth, double participation, double coveredDays) {
        double longer = Math.max(1, days(units, depth, participation) / coveredDays);
        return scanningRisk * (Math.sqrt(longer) - 1);
    }
}
