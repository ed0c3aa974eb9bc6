package org.calx.margin.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.calx.model.CalendarSpread;
import org.calx.model.DeliveryCharge;
import org.calx.model.ShortOptionMethod;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/**
 * Margin by the words of the specification, in exact fractions and maps: slow, written for reading, and sharing nothing
 * with the kernel but the parameters. Products of the scenario policy alone, without scanning spreads.
 */
final class ExactMargin {
    private static final Fraction SCALE = Fraction.of(10_000);

    /** What a product requires and its components, in the order of the report. */
    record Components(
            long scanRisk,
            int activeScenario,
            long calendarCharge,
            long deliveryCharge,
            long interCommodityCredit,
            long shortOptionMinimum,
            long netOptionValue,
            long requirement) {}

    private final MarginParameters parameters;
    private final Map<String, Long> quantities;
    private final Map<String, TreeMap<Integer, Fraction>> remaining = new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, Fraction>> consumed = new LinkedHashMap<>();
    private final Map<String, Fraction> calendar = new LinkedHashMap<>();
    private final Map<String, Fraction> delivery = new LinkedHashMap<>();
    private final Map<String, Fraction> credit = new LinkedHashMap<>();

    ExactMargin(MarginParameters parameters, Map<String, Long> quantities) {
        this.parameters = parameters;
        this.quantities = quantities;
        for (ProductMargin product : parameters.products()) {
            netDeltas((SpanProduct) product);
            formCalendarSpreads((SpanProduct) product);
            chargeDelivery((SpanProduct) product);
        }
        formInterCommoditySpreads();
    }

    long requirement() {
        long sum = parameters.products().stream()
                .mapToLong(product -> components((SpanProduct) product).requirement())
                .sum();
        return Fraction.of(sum)
                .times(Fraction.of(parameters.accountRatio()))
                .dividedBy(SCALE)
                .up();
    }

    Components components(SpanProduct product) {
        long scan = Math.max(0, loss(product, active(product)));
        long calendarCharge = calendar.get(product.id()).up();
        long deliveryCharge = delivery.get(product.id()).up();
        long credited = credit.getOrDefault(product.id(), Fraction.ZERO).down();
        long minimum = product.shortOptionMinimum() * shortOptions(product);
        long optionValue = options(product).stream()
                .mapToLong(option -> quantity(option) * option.optionPrice())
                .sum();
        long charges = scan + calendarCharge + deliveryCharge;
        long risk = product.floorOrder() == FloorOrder.CME
                ? Math.max(charges - credited, minimum)
                : Math.max(charges, minimum) - credited;
        return new Components(
                scan,
                active(product) + 1,
                calendarCharge,
                deliveryCharge,
                credited,
                minimum,
                optionValue,
                Math.max(0, risk - optionValue));
    }

    private long quantity(MarginContract contract) {
        return quantities.getOrDefault(contract.id(), 0L);
    }

    private long loss(SpanProduct product, int scenario) {
        return product.contracts().stream()
                .mapToLong(contract -> quantity(contract) * contract.riskArray()[scenario])
                .sum();
    }

    private int active(SpanProduct product) {
        int active = 0;
        for (int s = 0; s < 16; s++) {
            active = loss(product, s) > loss(product, active) ? s : active;
        }
        return active;
    }

    private static List<MarginContract> options(SpanProduct product) {
        return product.contracts().stream()
                .filter(contract -> contract.kind() != ContractKind.FUTURE)
                .toList();
    }

    private long shortOptions(SpanProduct product) {
        long calls = shortOptions(product, ContractKind.CALL);
        long puts = shortOptions(product, ContractKind.PUT);
        return product.shortOptionMethod() == ShortOptionMethod.SUM ? calls + puts : Math.max(calls, puts);
    }

    private long shortOptions(SpanProduct product, ContractKind kind) {
        return product.contracts().stream()
                .filter(contract -> contract.kind() == kind && quantity(contract) < 0)
                .mapToLong(contract -> -quantity(contract))
                .sum();
    }

    private void netDeltas(SpanProduct product) {
        TreeMap<Integer, Fraction> months = new TreeMap<>();
        for (MarginContract contract : product.contracts()) {
            Fraction delta = Fraction.of(quantity(contract) * contract.compositeDelta(), 10_000);
            months.merge(contract.month(), delta, Fraction::plus);
        }
        remaining.put(product.id(), months);
        TreeMap<Integer, Fraction> nothing = new TreeMap<>();
        months.keySet().forEach(month -> nothing.put(month, Fraction.ZERO));
        consumed.put(product.id(), nothing);
    }

    private void formCalendarSpreads(SpanProduct product) {
        calendar.put(product.id(), Fraction.ZERO);
        List<CalendarSpread> spreads = new ArrayList<>(product.calendarSpreads());
        spreads.sort(Comparator.comparingInt(CalendarSpread::priority));
        for (CalendarSpread spread : spreads) {
            Fraction formed = null;
            int wayRound = 0;
            boolean oppose = true;
            for (CalendarSpread.Leg leg : spread.legs()) {
                Fraction delta = net(monthsOf(product, leg));
                int way = delta.sign() * (leg.side() == SpreadSide.A ? 1 : -1);
                oppose &= way != 0 && (wayRound == 0 || way == wayRound);
                wayRound = way;
                Fraction possible = delta.abs().dividedBy(Fraction.of(leg.ratio()));
                formed = formed == null ? possible : formed.min(possible);
            }
            if (oppose) {
                for (CalendarSpread.Leg leg : spread.legs()) {
                    take(product.id(), monthsOf(product, leg), formed.times(Fraction.of(leg.ratio())));
                }
                calendar.merge(product.id(), formed.times(Fraction.of(spread.rate())), Fraction::plus);
            }
        }
    }

    private TreeMap<Integer, Fraction> monthsOf(SpanProduct product, CalendarSpread.Leg leg) {
        Tier tier = product.tiers().stream()
                .filter(candidate -> candidate.id() == leg.tierId())
                .findFirst()
                .orElseThrow();
        return new TreeMap<>(remaining.get(product.id()).subMap(tier.fromMonth(), true, tier.toMonth(), true));
    }

    private static Fraction net(Map<Integer, Fraction> months) {
        return months.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    /** Takes an amount from the months that have the sign of their net, nearest month first. */
    private void take(String productId, TreeMap<Integer, Fraction> months, Fraction amount) {
        int sign = net(months).sign();
        Fraction left = amount;
        for (Map.Entry<Integer, Fraction> month : months.entrySet()) {
            if (month.getValue().sign() == sign) {
                Fraction taken = month.getValue().abs().min(left);
                left = left.minus(taken);
                remaining.get(productId).merge(month.getKey(), taken.times(Fraction.of(-sign)), Fraction::plus);
                consumed.get(productId).merge(month.getKey(), taken, Fraction::plus);
            }
        }
    }

    private void chargeDelivery(SpanProduct product) {
        Fraction charge = Fraction.ZERO;
        for (DeliveryCharge rates : product.deliveryCharges()) {
            Fraction spread = consumed.get(product.id()).getOrDefault(rates.month(), Fraction.ZERO);
            Fraction outright = remaining.get(product.id()).getOrDefault(rates.month(), Fraction.ZERO);
            charge = charge.plus(spread.times(Fraction.of(rates.spreadRate())))
                    .plus(outright.abs().times(Fraction.of(rates.outrightRate())));
        }
        delivery.put(product.id(), charge);
    }

    private void formInterCommoditySpreads() {
        Map<String, Fraction> priceRisk = new LinkedHashMap<>();
        Map<String, Fraction> net = new LinkedHashMap<>();
        for (ProductMargin product : parameters.products()) {
            priceRisk.put(product.id(), weightedPriceRisk((SpanProduct) product));
            net.put(product.id(), net(remaining.get(product.id())));
        }
        List<ProductSpread> spreads = new ArrayList<>(parameters.interCommoditySpreads());
        spreads.sort(Comparator.comparingInt(ProductSpread::priority));
        for (ProductSpread spread : spreads) {
            Fraction formed = null;
            int wayRound = 0;
            boolean oppose = true;
            for (ProductSpread.Leg leg : spread.legs()) {
                Fraction delta = net.get(leg.productId());
                int way = delta.sign() * (leg.side() == SpreadSide.A ? 1 : -1);
                oppose &= way != 0 && (wayRound == 0 || way == wayRound);
                wayRound = way;
                Fraction possible = delta.abs().dividedBy(Fraction.of(leg.ratio()));
                formed = formed == null ? possible : formed.min(possible);
            }
            if (oppose) {
                for (ProductSpread.Leg leg : spread.legs()) {
                    Fraction taken = formed.times(Fraction.of(leg.ratio()));
                    Fraction sign = Fraction.of(net.get(leg.productId()).sign());
                    net.merge(leg.productId(), taken.times(sign).times(Fraction.of(-1)), Fraction::plus);
                    Fraction credited =
                            priceRisk.get(leg.productId()).times(taken).times(Fraction.of(leg.creditRate(), 10_000));
                    credit.merge(leg.productId(), credited, Fraction::plus);
                }
            }
        }
    }

    /** Price risk of one delta: what the worst scenario loses by price, volatility and time taken out. */
    Fraction weightedPriceRisk(SpanProduct product) {
        int active = active(product);
        int pair = active >= 14 ? active : active % 2 == 0 ? active + 1 : active - 1;
        Fraction volatilityAdjusted = Fraction.of(loss(product, active) + loss(product, pair), 2);
        Fraction time = Fraction.of(loss(product, 0) + loss(product, 1), 2);
        Fraction delta = Fraction.ZERO;
        for (MarginContract contract : product.contracts()) {
            delta = delta.plus(Fraction.of(quantity(contract) * contract.compositeDelta(), 10_000));
        }
        if (delta.sign() == 0) {
            return Fraction.ZERO;
        }
        Fraction risk = volatilityAdjusted.minus(time).dividedBy(delta.abs()).max(Fraction.ZERO);
        return product.weightedPriceRisk() == WeightedPriceRisk.CAPPED
                ? risk.min(Fraction.of(product.priceScanRange()))
                : risk;
    }
}
