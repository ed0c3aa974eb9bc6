package org.calx.index.product;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * A fund whose units follow the total-return index: it holds whole lots of the rolled futures for all its assets, the assets themselves in
 * cash. What a unit misses of the index is what whole lots, the fee and nothing else cost it.
 *
 * <p>Units are created and redeemed at the net asset value of the day, in whole baskets, for a charge that goes to the fund, so
 * those who stay do not pay for those who come and go.
 */
public final class IndexUnit {
    /** Units of a basket. */
    public static final long BASKET = 10_000;

    private static final double MONEY_MARKET_YEAR = 360;

    private final ContractPrices prices;
    private final Terms terms;
    private final Map<LocalDate, Long> lots = new HashMap<>();
    private LocalDate date;
    private long units;
    private long assetsMicros;

    /**
     * The fund's terms.
     *
     * @param unitsPerLot GPU-hours of a lot
     * @param yearlyRate of cash, a fraction
     * @param yearlyFee of the assets, a fraction
     * @param basketCharge of creating or redeeming, a fraction of its value
     */
    public record Terms(int unitsPerLot, double yearlyRate, double yearlyFee, double basketCharge) {}

    /**
     * A fund that begins.
     *
     * @param firstUnits units at the start, whole baskets
     * @param firstUnitMicros net asset value of each
     */
    public IndexUnit(ContractPrices prices, Terms terms, LocalDate first, long firstUnits, long firstUnitMicros) {
        this.prices = prices;
        this.terms = terms;
        this.date = first;
        this.units = wholeBaskets(firstUnits);
        this.assetsMicros = Math.multiplyExact(firstUnits, firstUnitMicros);
        hold();
    }

    private static long wholeBaskets(long units) {
        if (units <= 0 || units % BASKET != 0) {
            throw new IllegalArgumentException(units + " units are not whole baskets of " + BASKET);
        }
        return units;
    }

    /** Goes on to a later day: variation, interest and fee; then the lots are brought in line. */
    public void advance(LocalDate day) {
        long variation = 0;
        for (Map.Entry<LocalDate, Long> held : lots.entrySet()) {
            long move = prices.micros(day, held.getKey()) - prices.micros(date, held.getKey());
            variation = Math.addExact(variation, Math.multiplyExact(held.getValue() * terms.unitsPerLot(), move));
        }
        double interest = assetsMicros * ReturnIndices.cashReturn(terms.yearlyRate(), date, day);
        double fee = assetsMicros * terms.yearlyFee() * (day.toEpochDay() - date.toEpochDay()) / MONEY_MARKET_YEAR;
        assetsMicros = Math.max(0, assetsMicros + variation + (long) Math.floor(interest) - (long) Math.ceil(fee));
        date = day;
        hold();
    }

    /** Lots for all assets: of each contract its share, rounded down. */
    private void hold() {
        Map<LocalDate, Double> shares = RollSchedule.heldAfter(date);
        double priceMicros = 0;
        for (Map.Entry<LocalDate, Double> one : shares.entrySet()) {
            priceMicros += one.getValue() * prices.micros(date, one.getKey());
        }
        double all = assetsMicros / (priceMicros * terms.unitsPerLot());
        lots.clear();
        shares.forEach((contract, share) -> lots.put(contract, (long) Math.floor(all * share)));
    }

    /** Creates units. @return what the creator pays, in micros */
    public long create(long more) {
        long value = value(wholeBaskets(more), true);
        long paid = value + (long) Math.ceil(value * terms.basketCharge());
        units += more;
        assetsMicros = Math.addExact(assetsMicros, paid);
        hold();
        return paid;
    }

    /**
     * Redeems units.
     *
     * @return what the holder is paid, in micros
     * @throws IllegalArgumentException if a basket would not be left
     */
    public long redeem(long fewer) {
        if (wholeBaskets(fewer) > units - BASKET) {
            throw new IllegalArgumentException(fewer + " of " + units + " units would not leave a basket");
        }
        long value = value(fewer, false);
        long paid = value - (long) Math.ceil(value * terms.basketCharge());
        units -= fewer;
        assetsMicros -= paid;
        hold();
        return paid;
    }

    /** Value of units by the assets, a fraction of a micro rounded for the fund. */
    private long value(long ofUnits, boolean up) {
        long product = Math.multiplyExact(assetsMicros, ofUnits / BASKET);
        long baskets = units / BASKET;
        return up ? Math.ceilDiv(product, baskets) : Math.floorDiv(product, baskets);
    }

    /** Net asset value of a unit in micros, rounded down. */
    public long unitMicros() {
        return assetsMicros / units;
    }

    public long units() {
        return units;
    }

    public long assetsMicros() {
        return assetsMicros;
    }

    /** Lots held over all contracts. */
    public long lots() {
        return lots.values().stream().mapToLong(Long::longValue).sum();
    }
}
