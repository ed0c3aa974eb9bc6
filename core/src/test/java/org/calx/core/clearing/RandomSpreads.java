package org.calx.core.clearing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.Currency;
import org.calx.model.DeliveryCharge;
import org.calx.model.MarginCharges;
import org.calx.model.Months;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/** Random charges for the products of {@link ClearingRig}, and random spreads between its products in USD. */
final class RandomSpreads {
    private static final long USD = Currency.MICROS;
    private static final int FIRST_MONTH = Months.ofDay(ClearingRig.FIRST_DAY);

    private final Random random;

    RandomSpreads(Random random) {
        this.random = random;
    }

    /** A product's charges; now and then none. */
    MarginCharges charges(int productId) {
        if (random.nextInt(8) == 0) {
            return MarginCharges.none(productId);
        }
        List<Tier> tiers = new ArrayList<>();
        tiers.add(new Tier(1, FIRST_MONTH, FIRST_MONTH));
        if (random.nextInt(3) == 0) {
            tiers.add(new Tier(2, FIRST_MONTH + 1, FIRST_MONTH + 2));
        } else {
            tiers.add(new Tier(2, FIRST_MONTH + 1, FIRST_MONTH + 1));
            tiers.add(new Tier(3, FIRST_MONTH + 2, FIRST_MONTH + 2));
        }
        List<CalendarSpread> spreads = new ArrayList<>();
        for (int a = 0; a < tiers.size(); a++) {
            for (int b = a + 1; b < tiers.size(); b++) {
                spreads.add(new CalendarSpread(
                        random.nextInt(3),
                        List.of(
                                new CalendarSpread.Leg(tiers.get(a).id(), SpreadSide.A, ratio()),
                                new CalendarSpread.Leg(tiers.get(b).id(), SpreadSide.B, ratio())),
                        random.nextInt(80) * USD + random.nextInt(100)));
            }
        }
        List<DeliveryCharge> deliveries = random.nextBoolean()
                ? List.of(new DeliveryCharge(FIRST_MONTH, random.nextInt(30) * USD, random.nextInt(30) * USD))
                : List.of();
        long cap = random.nextInt(3) == 0 ? 250 * USD : 0;
        return new MarginCharges(productId, cap, tiers, spreads, deliveries);
    }

    /** Spreads between products 1 and 3; now and then none. */
    CommoditySpreads spreads() {
        List<CommoditySpread> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            boolean turned = random.nextBoolean();
            list.add(new CommoditySpread(
                    i,
                    List.of(
                            new CommoditySpread.Leg(
                                    1, turned ? SpreadSide.B : SpreadSide.A, ratio(), random.nextInt(10_001)),
                            new CommoditySpread.Leg(
                                    3, turned ? SpreadSide.A : SpreadSide.B, ratio(), random.nextInt(10_001)))));
        }
        return new CommoditySpreads(list);
    }

    private int ratio() {
        return random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(3);
    }
}
