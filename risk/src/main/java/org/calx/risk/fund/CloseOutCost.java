package org.calx.risk.fund;

/**
 * What closing a position costs beyond the move that margin covers: half the spread, the impact by the square root of its share
 * of the market, and a longer time at risk when it is more than the market takes in the margin period.
 *
 * @param price per unit, its magnitude counts
 * @param halfSpread per unit, not negative
 * @param dailyVolatility of the price, relative
 * @param dailyVolumeUnits usual volume, above 0
 * @param participation share of the volume that a close-out may be, above 0, at most 1
 * @param impact Y of the square-root law, about 1
 * @param marginDays days that margin covers, above 0
 */
public record CloseOutCost(
        double price,
        double halfSpread,
        double dailyVolatility,
        double dailyVolumeUnits,
        double participation,
        double impact,
        double marginDays) {

    /** Checks the ranges. @throws IllegalArgumentException outside them */
    public CloseOutCost {
        boolean holds = halfSpread >= 0
                && dailyVolatility >= 0
                && dailyVolumeUnits > 0
                && participation > 0
                && participation <= 1
                && impact >= 0
                && marginDays > 0;
        if (!holds || !Double.isFinite(price + halfSpread + dailyVolatility + dailyVolumeUnits + impact + marginDays)) {
            throw new IllegalArgumentException("spread, volatility and impact are at least 0, volume and days above 0, "
                    + "participation above 0 and at most 1");
        }
    }

    /** Spread and impact: {@code |q| s / 2 + |q p| Y sigma sqrt(|q| / ADV)}. */
    public double liquidity(double units) {
        double size = Math.abs(units);
        double share = Math.sqrt(size / dailyVolumeUnits);
        return size * halfSpread + size * Math.abs(price) * impact * dailyVolatility * share;
    }

    /**
     * What margin must grow by so that it lasts: {@code margin (sqrt(max(1, d / marginDays)) - 1)}, d the days to close.
     *
     * @param margin of the position, not negative
     */
    public double concentration(double units, double margin) {
        double days = Math.abs(units) / (participation * dailyVolumeUnits);
        return margin * (Math.sqrt(Math.max(1, days / marginDays)) - 1);
    }
}
