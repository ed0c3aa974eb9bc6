package org.calx.model;

import java.util.List;

/**
 * How a product's margin is computed, beyond its arrays, charges and rules. The kind and the number of scenarios can be chosen
 * until an account has first had an order in one of the product's instruments.
 *
 * @param productId the product
 * @param kind what computes it
 * @param shortOptionMinimumMicros least that is required for each net short option, micros a lot
 * @param shortOptionMethod how net short options are counted for it
 * @param scenarios of a grid, how many values a risk array has; {@value #SPAN_SCENARIOS} otherwise
 * @param rateBps of a percentage, the part of a lot's value that is required, ten-thousandths
 * @param largerSide of a percentage, whether the larger of all longs and all shorts is required alone
 * @param lockedBps of a percentage, by what the rate of a contract that was locked at its price limit is multiplied
 * @param contracts of a percentage, the contracts for which more is said
 * @param adjustments what depends on an account's share of the open interest, and on how much of a month is fixed
 */
public record MarginPolicy(
        int productId,
        PolicyKind kind,
        long shortOptionMinimumMicros,
        ShortOptionMethod shortOptionMethod,
        int scenarios,
        int rateBps,
        boolean largerSide,
        int lockedBps,
        List<Contract> contracts,
        Adjustments adjustments) {

    /** A policy without adjustments. */
    public MarginPolicy(
            int productId,
            PolicyKind kind,
            long shortOptionMinimumMicros,
            ShortOptionMethod shortOptionMethod,
            int scenarios,
            int rateBps,
            boolean largerSide,
            int lockedBps,
            List<Contract> contracts) {
        this(
                productId,
                kind,
                shortOptionMinimumMicros,
                shortOptionMethod,
                scenarios,
                rateBps,
                largerSide,
                lockedBps,
                contracts,
                Adjustments.NONE);
    }
    /** Scenarios of {@link PolicyKind#SPAN}. */
    public static final int SPAN_SCENARIOS = 16;

    /** Most scenarios of a grid. */
    public static final int MAX_SCENARIOS = 120;

    /** Most contracts for which more is said. */
    public static final int MAX_CONTRACTS = 64;

    private static final int UNIT_BPS = 10_000;
    private static final long UNIT_SQUARED = 100_000_000;

    private static final int DEFAULT_RATE_BPS = 1_000;
    private static final int DEFAULT_LOCKED_BPS = 15_000;

    /**
     * What is said of one contract.
     *
     * @param instrumentId the instrument
     * @param rateBps its own rate, 0 for the product's
     * @param locked whether the last day was locked at its price limit
     * @param excluded whether it is so near delivery that it is required beside the larger side
     */
    public record Contract(int instrumentId, int rateBps, boolean locked, boolean excluded) {}

    /**
     * What is added or taken off.
     *
     * @param openInterestLots open interest of the product, as last published; 0 for unknown
     * @param specialShareBps share of it, ten-thousandths, above which an account pays special margin
     * @param specialMicros special margin for each lot above that share
     * @param averagingFloorBps the least that is left of a future's arrays when its whole month is fixed, ten-thousandths; 10,000
     *     for no relief
     */
    public record Adjustments(long openInterestLots, int specialShareBps, long specialMicros, int averagingFloorBps) {
        /** A share of 25 %, but no margin for it, and no relief. */
        public static final Adjustments NONE = new Adjustments(0, 2_500, 0, UNIT_BPS);

        /** Lots above which special margin is charged, 0 for none. */
        public long specialLots() {
            return openInterestLots / UNIT_BPS * specialShareBps
                    + openInterestLots % UNIT_BPS * specialShareBps / UNIT_BPS;
        }

        /**
         * What is left of a future's arrays when of so many days of its month so many have a final fixing: the part of the average that
         * can still move, rounded up, and no less than the floor.
         */
        public int averagingBps(int days, int fixedDays) {
            return Math.max(averagingFloorBps, -Math.floorDiv((fixedDays - days) * UNIT_BPS, days));
        }
    }

    /** The same with other adjustments. */
    public MarginPolicy with(Adjustments other) {
        return new MarginPolicy(
                productId,
                kind,
                shortOptionMinimumMicros,
                shortOptionMethod,
                scenarios,
                rateBps,
                largerSide,
                lockedBps,
                contracts,
                other);
    }

    /** Scanning without a short-option minimum. */
    public static MarginPolicy defaults(int productId) {
        return span(productId, 0, ShortOptionMethod.SUM);
    }

    /** Scanning with this short-option minimum. */
    public static MarginPolicy span(int productId, long shortOptionMinimumMicros, ShortOptionMethod method) {
        return new MarginPolicy(
                productId,
                PolicyKind.SPAN,
                shortOptionMinimumMicros,
                method,
                SPAN_SCENARIOS,
                DEFAULT_RATE_BPS,
                false,
                DEFAULT_LOCKED_BPS,
                List.of());
    }

    /** What is said of a contract, null for nothing. */
    public Contract contract(int instrumentId) {
        for (Contract contract : contracts) {
            if (contract.instrumentId() == instrumentId) {
                return contract;
            }
        }
        return null;
    }

    /** Whether a contract is required beside the larger side. */
    public boolean isExcluded(int instrumentId) {
        Contract contract = contract(instrumentId);
        return contract != null && contract.excluded();
    }

    /**
     * The margin of a lot of a contract by a percentage, before multipliers: value × rate × locked expansion,
     * rounded up once.
     *
     * @param lotValueMicros value of a lot at the settlement price, either sign
     */
    public long percentMicros(int instrumentId, long lotValueMicros) {
        Contract contract = contract(instrumentId);
        int rate = contract == null || contract.rateBps() == 0 ? rateBps : contract.rateBps();
        long product = Math.multiplyExact(Math.abs(lotValueMicros), (long) rate);
        long expansion = contract != null && contract.locked() ? lockedBps : UNIT_BPS;
        return product / UNIT_SQUARED * expansion - Math.floorDiv(-(product % UNIT_SQUARED) * expansion, UNIT_SQUARED);
    }

    /** Whether the margin is computed alike but for numbers that may change at any time. */
    public boolean isSameKind(MarginPolicy other) {
        return kind == other.kind && scenarios == other.scenarios;
    }
}
