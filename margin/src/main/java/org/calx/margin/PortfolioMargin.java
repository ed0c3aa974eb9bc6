package org.calx.margin;

import java.util.ArrayList;
import java.util.List;
import org.calx.model.OptionType;
import org.calx.model.PolicyKind;

/**
 * The margin of one account in one product from scratch, written for reading: no vectors are kept and nothing is
 * incremental. The exchange's own books are audited against it, and a what-if query may call it.
 */
public final class PortfolioMargin {
    private PortfolioMargin() {}

    /** Scanning loss plus calendar charge: what must be held for the product, in micros. */
    public static long requirementMicros(List<MonthExposure> months, long chargeMicrosPerSpread) {
        return of(months, ProductCharges.calendar(chargeMicrosPerSpread)).requirementMicros();
    }

    /** What must be held for products of one currency, in its parts: those of each alone, less what spreads between them credit. */
    public static List<ProductMargin> of(List<ProductExposure> products, CreditSpreads spreads) {
        long[] credits = creditsMicros(products, spreads);
        List<ProductMargin> margins = new ArrayList<>();
        for (int i = 0; i < credits.length; i++) {
            ProductExposure product = products.get(i);
            margins.add(of(product.months(), product.charges()).credited(credits[i]));
        }
        return margins;
    }

    /** What spreads between products of one currency take off each of them, whatever fills. */
    public static long[] creditsMicros(List<ProductExposure> products, CreditSpreads spreads) {
        long[] low = new long[spreads.places()];
        long[] high = new long[spreads.places()];
        long[] consumed = new long[spreads.places()];
        for (ProductExposure product : products) {
            int place = spreads.place(product.productId());
            if (place >= 0) {
                SpreadBox box = box(product.months(), product.charges().spreads());
                low[place] = box.netLow() * spreads.finer(place);
                high[place] = box.netHigh() * spreads.finer(place);
            }
        }
        spreads.form(low, high, consumed);
        return products.stream()
                .mapToLong(product -> {
                    int place = spreads.place(product.productId());
                    return place < 0 || consumed[place] == 0
                            ? 0
                            : creditMicros(product, consumed[place], spreads.units());
                })
                .toArray();
    }

    /** No credit where options could be held: their price risk by delta is not known. */
    private static long creditMicros(ProductExposure product, long consumed, long units) {
        for (MonthExposure month : product.months()) {
            if (month.isOption() && (month.low() != 0 || month.high() != 0)) {
                return 0;
            }
        }
        PriceRisk risk = new PriceRisk();
        int months = product.months().size();
        long[] arrays = new long[months * ScenarioArray.SCENARIOS];
        risk.begin(arrays);
        for (int m = 0; m < months; m++) {
            MonthExposure month = product.months().get(m);
            if (month.isOption()) {
                continue;
            }
            int offset = m * ScenarioArray.SCENARIOS;
            System.arraycopy(month.lossMicrosPerLot(), 0, arrays, offset, ScenarioArray.SCENARIOS);
            risk.add(offset, month.low(), month.high());
        }
        long cap = product.charges().spreads().charges().priceRiskCapMicros();
        return risk.creditMicros(consumed, units, cap);
    }

    /** What must be held for the product, in its parts, without credits. */
    public static ProductMargin of(List<MonthExposure> months, ProductCharges charges) {
        if (charges.policy().kind() == PolicyKind.PERCENT) {
            long percent = PercentMargin.micros(months, charges.policy().largerSide());
            long atOnce = atOnceMicros(months);
            long concentration = charges.concentrationMicros(reachLots(months));
            return new ProductMargin(percent, 0, 0, 0, 0, 0, atOnce, 0, atOnce, concentration);
        }
        int scenarios = charges.policy().scenarios();
        long spreads = mostSpreads(months);
        SpreadBox box = box(months, charges.spreads());
        return new ProductMargin(
                scanningLossMicros(months, scenarios),
                activeScenario(months, scenarios),
                spreads,
                charges.calendarMicros(spreads) + box.calendarMicros(),
                box.deliveryMicros(),
                0,
                valueMicros(months),
                shortOptionMicros(months, charges),
                atOnceMicros(months),
                charges.concentrationMicros(reachLots(months)));
    }

    private static long shortOptionMicros(List<MonthExposure> months, ProductCharges charges) {
        long calls = 0;
        long puts = 0;
        for (MonthExposure month : months) {
            calls += month.isOption() && month.option().type() == OptionType.CALL ? month.shortLots() : 0;
            puts += month.isOption() && month.option().type() == OptionType.PUT ? month.shortLots() : 0;
        }
        return charges.shortOptionMicros(calls, puts);
    }

    /**
     * What fills may cost where no price moves, less the value of the options that are then held: scanning risk is not below zero
     * before that value is taken off.
     */
    static long valueMicros(List<MonthExposure> months) {
        long loss = 0;
        for (MonthExposure month : months) {
            long value = month.isOption() ? month.option().valueMicros() : 0;
            loss = Math.addExact(loss, lossMicros(month, -value));
        }
        return loss;
    }

    private static SpreadBox box(List<MonthExposure> months, SpreadCharges charges) {
        long[] deltas = new long[2 * charges.buckets()];
        for (MonthExposure month : months) {
            int bucket = charges.bucketOf(month.month());
            deltas[2 * bucket] += month.low();
            deltas[2 * bucket + 1] += month.high();
        }
        SpreadBox box = new SpreadBox();
        charges.compute(deltas, 0, box);
        return box;
    }

    private static long reachLots(List<MonthExposure> months) {
        long reaches = 0;
        for (MonthExposure month : months) {
            reaches += Math.max(0, Math.max(month.high(), -month.low()));
        }
        return reaches;
    }

    private static int activeScenario(List<MonthExposure> months, int scenarios) {
        int active = 0;
        for (int row = 1; row < scenarios; row++) {
            active = scenarioMicros(months, row) > scenarioMicros(months, active) ? row : active;
        }
        return 1 + (valueMicros(months) > scenarioMicros(months, active) ? scenarios : active);
    }

    /**
     * The worst loss over all scenarios and over all fills of the working orders, less the value of the options that are then
     * held; never below zero without options.
     */
    public static long scanningLossMicros(List<MonthExposure> months) {
        return scanningLossMicros(months, ScenarioArray.SCENARIOS);
    }

    private static long scanningLossMicros(List<MonthExposure> months, int scenarios) {
        long worst = valueMicros(months);
        for (int row = 0; row < scenarios; row++) {
            worst = Math.max(worst, scenarioMicros(months, row));
        }
        return worst;
    }

    /** What the positions lose in a row, and the most that the orders may add to it. */
    public static long lossMicros(List<MonthExposure> months, int row) {
        return lossMicros(months, row, row == ScanningRisk.AT_ONCE);
    }

    /** What the orders may lose the moment they fill. */
    public static long atOnceMicros(List<MonthExposure> months) {
        return lossMicros(months, 0, true);
    }

    /** The loss in a scenario of a product of any number of them, from 0. */
    public static long scenarioMicros(List<MonthExposure> months, int scenario) {
        return lossMicros(months, scenario, false);
    }

    private static long lossMicros(List<MonthExposure> months, int row, boolean atOnce) {
        long loss = 0;
        for (MonthExposure month : months) {
            loss = Math.addExact(
                    loss, atOnce ? ordersMicros(month, 0) : lossMicros(month, month.lossMicrosPerLot()[row]));
        }
        return loss;
    }

    private static long lossMicros(MonthExposure month, long lossOfLong) {
        return Math.addExact(Math.multiplyExact(month.positionLots(), lossOfLong), ordersMicros(month, lossOfLong));
    }

    /** The most that the orders of a contract may lose where a long lot of it loses so much. */
    static long ordersMicros(MonthExposure month, long lossOfLong) {
        long loss = 0;
        for (OpenOrder order : month.orders()) {
            long lossOfFill = order.side().sign() * lossOfLong + order.lossAtOnceMicros();
            loss = Math.addExact(loss, Math.multiplyExact(order.lots(), Math.max(0, lossOfFill)));
        }
        for (OrderPair pair : month.pairs()) {
            loss -= pair.excessMicros(lossOfLong);
        }
        return loss;
    }

    /** The bound of {@link CalendarCharge} on calendar spreads over all fills. */
    public static long mostSpreads(List<MonthExposure> months) {
        long longs = 0;
        long shorts = 0;
        long reaches = 0;
        long largest = 0;
        for (MonthExposure month : months) {
            long longReach = Math.max(0, month.high());
            long shortReach = Math.max(0, -month.low());
            long reach = Math.max(longReach, shortReach);
            longs += longReach;
            shorts += shortReach;
            reaches += reach;
            largest = Math.max(largest, reach);
        }
        return CalendarCharge.mostSpreads(longs, shorts, reaches, largest);
    }
}
