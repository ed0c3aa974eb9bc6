package org.calx.model;

/**
 * How a product's margin and limits depend on the market and on who holds it. Bps are ten-thousandths. A product has
 * {@link #defaults} until it is given others.
 *
 * @param productId the product
 * @param volatilityState multiplies every risk array of the product: normal as published, the others by the next two
 * @param elevatedBps from 10,000 to 40,000; by default 12,500
 * @param stressedBps likewise; by default 15,000
 * @param ratingBBps multiplies the arrays for an account rated B, from 10,000 to 40,000; by default 10,000
 * @param ratingCBps likewise for C; by default 11,000
 * @param ratingDBps likewise for D; by default 12,500
 * @param averageVolumeLots the product's usual volume of a day, of which concentration is a share; 0 for not known
 * @param concentrationShareBps share of it above which positions cost the add-on; by default 2,500
 * @param concentrationMicros the add-on for lots above by as many as the share itself; it grows with their square; by default
 *     0, no add-on
 * @param frozenLossBps floating loss as a share of equity above which nothing may be opened; by default 3,000; 0 for never
 * @param spotMonthDays days before the last trading day in which the spot-month limit holds, the last one included; by default
 *     0
 * @param spotMonthLimitLots largest position in them; by default 200
 * @param smallAccountLimitLots largest position of a small account at any time; by default 200
 */
public record RiskRules(
        int productId,
        VolatilityState volatilityState,
        int elevatedBps,
        int stressedBps,
        int ratingBBps,
        int ratingCBps,
        int ratingDBps,
        long averageVolumeLots,
        int concentrationShareBps,
        long concentrationMicros,
        int frozenLossBps,
        int spotMonthDays,
        long spotMonthLimitLots,
        long smallAccountLimitLots) {
    /** One, in bps. */
    public static final int UNIT_BPS = 10_000;

    /** The largest multiplier. */
    public static final int MAX_MULTIPLIER_BPS = 40_000;

    /** What holds for a product that has been given nothing else. */
    public static RiskRules defaults(int productId) {
        return new RiskRules(
                productId,
                VolatilityState.NORMAL,
                12_500,
                15_000,
                UNIT_BPS,
                11_000,
                12_500,
                0,
                2_500,
                0,
                3_000,
                0,
                200,
                200);
    }

    /** What an account of this rating multiplies the product's risk arrays by, rounded up. */
    public int multiplierBps(Rating rating) {
        long state =
                switch (volatilityState) {
                    case NORMAL -> UNIT_BPS;
                    case ELEVATED -> elevatedBps;
                    case STRESSED -> stressedBps;
                };
        long account =
                switch (rating) {
                    case A -> UNIT_BPS;
                    case B -> ratingBBps;
                    case C -> ratingCBps;
                    case D -> ratingDBps;
                };
        return (int) ((state * account + UNIT_BPS - 1) / UNIT_BPS);
    }

    /** The lots above which positions cost the concentration add-on; none do where the usual volume is not known. */
    public long concentrationLots() {
        return averageVolumeLots * concentrationShareBps / UNIT_BPS;
    }
}
