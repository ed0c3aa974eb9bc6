package org.calx.margin.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.calx.model.CalendarSpread;
import org.calx.model.DeliveryCharge;
import org.calx.model.ShortOptionMethod;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/** Random parameters and portfolios in which every step of the computation happens often. */
final class RandomParameters {
    private static final int FIRST_MONTH = 2026 * 12 + 11;

    private final Random random;

    RandomParameters(Random random) {
        this.random = random;
    }

    MarginParameters parameters() {
        int products = 1 + random.nextInt(4);
        List<ProductMargin> list = new ArrayList<>();
        for (int i = 0; i < products; i++) {
            list.add(product("P" + i));
        }
        List<ProductSpread> spreads = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0 && products > 1; i--) {
            spreads.add(new ProductSpread(random.nextInt(3), productLegs(products)));
        }
        long ratio = random.nextBoolean() ? 10_000 : 10_000 + random.nextInt(5_000);
        return new MarginParameters("USD", ratio, list, spreads, List.of());
    }

    private SpanProduct product(String id) {
        int months = 1 + random.nextInt(5);
        List<MarginContract> contracts = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            for (ContractKind kind : ContractKind.values()) {
                if (kind == ContractKind.FUTURE || random.nextBoolean()) {
                    contracts.add(contract(id + "-" + month + kind, FIRST_MONTH + month, kind));
                }
            }
        }
        List<Tier> tiers = tiers(months);
        return new SpanProduct(
                id,
                random.nextBoolean() ? FloorOrder.CME : FloorOrder.KDPW,
                random.nextInt(3) * 1_111L,
                random.nextBoolean() ? ShortOptionMethod.SUM : ShortOptionMethod.MAX,
                random.nextBoolean() ? WeightedPriceRisk.CAPPED : WeightedPriceRisk.UNCAPPED,
                20_000 + random.nextInt(20_000),
                contracts,
                tiers,
                calendarSpreads(tiers),
                deliveryCharges(months));
    }

    private MarginContract contract(String id, int month, ContractKind kind) {
        long[] array = new long[16];
        long range = 10_000 + random.nextInt(30_000);
        int[] thirds = {0, 0, 1, 1, -1, -1, 2, 2, -2, -2, 3, 3, -3, -3, 3, -3};
        int direction = kind == ContractKind.PUT ? 1 : -1;
        for (int s = 0; s < array.length; s++) {
            array[s] = direction * thirds[s] * range / 3 + random.nextInt(2_001) - 1_000;
        }
        long delta = kind == ContractKind.FUTURE ? 10_000 : -direction * (long) random.nextInt(10_001);
        return new MarginContract(id, month, kind, array, delta, random.nextInt(9_000));
    }

    private List<Tier> tiers(int months) {
        List<Tier> tiers = new ArrayList<>();
        int from = random.nextInt(2);
        while (from < months) {
            int to = from + random.nextInt(2);
            tiers.add(new Tier(tiers.size() + 1, FIRST_MONTH + from, FIRST_MONTH + to));
            from = to + 1;
        }
        return tiers;
    }

    private List<CalendarSpread> calendarSpreads(List<Tier> tiers) {
        List<CalendarSpread> spreads = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0 && tiers.size() > 1; i--) {
            int first = random.nextInt(tiers.size());
            int second = (first + 1 + random.nextInt(tiers.size() - 1)) % tiers.size();
            List<CalendarSpread.Leg> legs = new ArrayList<>();
            legs.add(new CalendarSpread.Leg(first + 1, SpreadSide.A, 1 + random.nextInt(3)));
            legs.add(new CalendarSpread.Leg(second + 1, SpreadSide.B, 1 + random.nextInt(3)));
            for (int third = 0; third < tiers.size(); third++) {
                if (third != first && third != second && random.nextInt(4) == 0) {
                    legs.add(new CalendarSpread.Leg(third + 1, SpreadSide.A, 1 + random.nextInt(3)));
                }
            }
            spreads.add(new CalendarSpread(random.nextInt(3), legs, random.nextInt(5_000)));
        }
        return spreads;
    }

    private List<DeliveryCharge> deliveryCharges(int months) {
        List<DeliveryCharge> charges = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            if (random.nextInt(3) == 0) {
                charges.add(new DeliveryCharge(FIRST_MONTH + month, random.nextInt(3_000), random.nextInt(3_000)));
            }
        }
        return charges;
    }

    private List<ProductSpread.Leg> productLegs(int products) {
        int first = random.nextInt(products);
        int second = (first + 1 + random.nextInt(products - 1)) % products;
        List<ProductSpread.Leg> legs = new ArrayList<>();
        for (int i = 0; i < products; i++) {
            if (i == first || i == second || random.nextInt(4) == 0) {
                SpreadSide side = i == first ? SpreadSide.A : i == second ? SpreadSide.B : SpreadSide.A;
                legs.add(new ProductSpread.Leg("P" + i, side, 1 + random.nextInt(3), random.nextInt(10_001)));
            }
        }
        return legs;
    }

    /** Signed lots by contract, some of them none. */
    Map<String, Long> portfolio(MarginParameters parameters) {
        Map<String, Long> quantities = new LinkedHashMap<>();
        for (ProductMargin product : parameters.products()) {
            for (String contract : product.contractIds()) {
                if (random.nextInt(4) != 0) {
                    quantities.put(contract, (long) random.nextInt(41) - 20);
                }
            }
        }
        return quantities;
    }
}
