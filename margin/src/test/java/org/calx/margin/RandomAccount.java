package org.calx.margin;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.calx.margin.portfolio.ContractKind;
import org.calx.margin.portfolio.FloorOrder;
import org.calx.margin.portfolio.MarginContract;
import org.calx.margin.portfolio.MarginKernel;
import org.calx.margin.portfolio.MarginParameters;
import org.calx.margin.portfolio.ProductSpread;
import org.calx.margin.portfolio.SpanProduct;
import org.calx.margin.portfolio.WeightedPriceRisk;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.DeliveryCharge;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.RiskRules;
import org.calx.model.ShortOptionMethod;
import org.calx.model.Side;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/** A small random account in products with random charges and credits, and the kernel of the same parameters for its positions. */
final class RandomAccount {
    private static final int FIRST_MONTH = 24_324;

    final List<ProductExposure> products = new ArrayList<>();
    final CommoditySpreads spreads;
    final CreditSpreads credits;
    final MarginKernel kernel;
    private final Random random;
    private final int months;
    private final boolean sameArrays;

    /** @param orders most orders in a month */
    RandomAccount(Random random, int orders) {
        this.random = random;
        int count = 1 + random.nextInt(3);
        months = 1 + (random.nextInt(6) + 1) / 3;
        sameArrays = random.nextBoolean();
        List<MarginCharges> charges = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            charges.add(charges(id));
        }
        spreads = count == 1 ? CommoditySpreads.NONE : commoditySpreads(count);
        credits = new CreditSpreads(spreads, id -> new SpreadCharges(charges.get(id - 1)));
        for (MarginCharges of : charges) {
            SpreadCharges compiled = new SpreadCharges(of);
            ProductCharges all = ProductCharges.of(
                    0, RiskRules.defaults(of.productId()), compiled, MarginPolicy.defaults(of.productId()));
            products.add(new ProductExposure(
                    of.productId(), all, exposures(orders, random.nextBoolean() ? 0 : random.nextInt(3) - 1)));
        }
        kernel = new MarginKernel(new MarginParameters(
                "USD",
                MarginKernel.SCALE,
                products.stream()
                        .map(this::span)
                        .map(span -> (org.calx.margin.portfolio.ProductMargin) span)
                        .toList(),
                spreads.list().stream().map(RandomAccount::named).toList(),
                List.of()));
    }

    private MarginCharges charges(int productId) {
        List<Tier> tiers = new ArrayList<>();
        boolean paired = months == 3 && random.nextBoolean();
        for (int month = 0; month < months && random.nextInt(12) > 0; month++) {
            int last = paired && month == 1 ? 2 : month;
            tiers.add(new Tier(7 + month, FIRST_MONTH + month, FIRST_MONTH + last));
            month = last;
        }
        List<CalendarSpread> calendars = new ArrayList<>();
        for (int i = 0; tiers.size() > 1 && i < 1 + random.nextInt(4); i++) {
            int one = random.nextInt(tiers.size());
            int two = (one + 1 + random.nextInt(tiers.size() - 1)) % tiers.size();
            calendars.add(new CalendarSpread(
                    random.nextInt(3),
                    List.of(
                            new CalendarSpread.Leg(tiers.get(one).id(), SpreadSide.A, ratio()),
                            new CalendarSpread.Leg(tiers.get(two).id(), SpreadSide.B, ratio())),
                    random.nextInt(100)));
        }
        List<DeliveryCharge> deliveries = new ArrayList<>();
        if (random.nextBoolean()) {
            deliveries.add(new DeliveryCharge(FIRST_MONTH, random.nextInt(60), random.nextInt(60)));
        }
        long cap = random.nextInt(3) == 0 ? random.nextInt(150) : 0;
        return new MarginCharges(productId, cap, tiers, calendars, deliveries);
    }

    private long ratio() {
        return random.nextInt(4) > 0 ? 1 : 1 + random.nextInt(3);
    }

    private CommoditySpreads commoditySpreads(int count) {
        List<CommoditySpread> list = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            int one = random.nextInt(count);
            int two = (one + 1 + random.nextInt(count - 1)) % count;
            list.add(new CommoditySpread(
                    random.nextInt(2),
                    List.of(
                            new CommoditySpread.Leg(one + 1, SpreadSide.A, ratio(), random.nextInt(10_001)),
                            new CommoditySpread.Leg(two + 1, SpreadSide.B, ratio(), random.nextInt(10_001)))));
        }
        return new CommoditySpreads(list);
    }

    private List<MonthExposure> exposures(int mostOrders, int lean) {
        List<MonthExposure> exposures = new ArrayList<>();
        for (int m = 0; m < months; m++) {
            List<OpenOrder> orders = new ArrayList<>();
            int count = mostOrders == 0 ? 0 : random.nextInt(mostOrders + 1);
            for (int i = 0; i < count; i++) {
                orders.add(new OpenOrder(Side.of(random.nextInt(2)), 1 + random.nextInt(2), random.nextInt(120) - 60));
            }
            exposures.add(new MonthExposure(FIRST_MONTH + m, random.nextInt(9) - 4 + 4 * lean, array(), orders));
        }
        return exposures;
    }

    private long[] array() {
        if (sameArrays) {
            return ScenarioArray.ofFuture(99);
        }
        if (random.nextInt(4) > 0) {
            return ScenarioArray.ofFuture(50 + random.nextInt(100));
        }
        long[] losses = new long[ScenarioArray.SCENARIOS];
        for (int s = 0; s < losses.length; s++) {
            losses[s] = random.nextInt(301) - 150;
        }
        return losses;
    }

    private SpanProduct span(ProductExposure product) {
        MarginCharges charges = product.charges().spreads().charges();
        List<MarginContract> contracts = new ArrayList<>();
        for (MonthExposure month : product.months()) {
            String id = product.productId() + "-" + month.month();
            contracts.add(new MarginContract(
                    id, month.month(), ContractKind.FUTURE, month.lossMicrosPerLot(), MarginKernel.SCALE, 0));
        }
        return new SpanProduct(
                Integer.toString(product.productId()),
                random.nextBoolean() ? FloorOrder.CME : FloorOrder.KDPW,
                0,
                ShortOptionMethod.SUM,
                charges.priceRiskCapMicros() == 0 ? WeightedPriceRisk.UNCAPPED : WeightedPriceRisk.CAPPED,
                charges.priceRiskCapMicros(),
                contracts,
                charges.tiers(),
                charges.calendarSpreads(),
                charges.deliveryCharges());
    }

    private static ProductSpread named(CommoditySpread spread) {
        return new ProductSpread(
                spread.priority(),
                spread.legs().stream()
                        .map(leg -> new ProductSpread.Leg(
                                Integer.toString(leg.productId()), leg.side(), leg.ratio(), leg.creditRate()))
                        .toList());
    }

    /** What the kernel requires of these positions, and leaves its results for. */
    long kernelRequirement(List<ProductExposure> held) {
        kernel.clear();
        for (int p = 0; p < held.size(); p++) {
            for (int m = 0; m < held.get(p).months().size(); m++) {
                kernel.set(p, m, held.get(p).months().get(m).positionLots());
            }
        }
        return kernel.compute();
    }

    /** What is required with all working orders. */
    static long requirement(List<ProductExposure> held, CreditSpreads credits) {
        return PortfolioMargin.of(held, credits).stream()
                .mapToLong(ProductMargin::requirementMicros)
                .sum();
    }
}
