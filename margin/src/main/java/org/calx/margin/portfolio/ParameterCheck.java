package org.calx.margin.portfolio;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.calx.margin.ScenarioArray;
import org.calx.model.CalendarSpread;
import org.calx.model.DeliveryCharge;
import org.calx.model.Months;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/** Finds what is wrong with parameters: names used twice or not at all, ranges, overlapping tiers, lengths of arrays. */
public final class ParameterCheck {
    private final Set<String> productIds = new LinkedHashSet<>();
    private final Set<String> spanIds = new LinkedHashSet<>();
    private final Set<String> contractIds = new LinkedHashSet<>();

    private ParameterCheck() {}

    /** The first fault as {@code place: what is wrong}, or empty. */
    public static Optional<String> firstFault(MarginParameters parameters) {
        try {
            new ParameterCheck().check(parameters);
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of(fault.getMessage());
        }
    }

    /** Unwinds the check to its only caller. */
    private static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(String place, String reason) {
            super(place + ": " + reason, null, false, false);
        }
    }

    private void check(MarginParameters parameters) throws Fault {
        require(parameters.accountRatio() >= 0, "accountRatio", "must be 0 or above");
        for (int i = 0; i < parameters.products().size(); i++) {
            checkProduct(parameters.products().get(i), "products[" + i + "]");
        }
        checkSpreads(parameters.interCommoditySpreads(), "interCommoditySpreads");
        checkSpreads(parameters.scanningSpreads(), "scanningSpreads");
    }

    private void checkProduct(ProductMargin product, String place) throws Fault {
        require(productIds.add(product.id()), place + ".id", "product " + product.id() + " is there twice");
        for (int i = 0; i < product.contractIds().size(); i++) {
            String id = product.contractIds().get(i);
            require(contractIds.add(id), place + ".contracts[" + i + "].id", "contract " + id + " is there twice");
        }
        switch (product) {
            case SpanProduct span -> checkSpan(span, place);
            case GridProduct grid -> {
                require(grid.scenarios() >= 1, place, "a grid needs at least one scenario");
                requireNotNegative(grid.shortOptionMinimum(), place + ".shortOptionMinimum");
                checkContracts(grid.contracts(), grid.scenarios(), place);
            }
            case PercentProduct percent -> checkPercent(percent, place);
        }
    }

    private void checkSpan(SpanProduct product, String place) throws Fault {
        spanIds.add(product.id());
        requireNotNegative(product.shortOptionMinimum(), place + ".shortOptionMinimum");
        requireNotNegative(product.priceScanRange(), place + ".priceScanRange");
        checkContracts(product.contracts(), ScenarioArray.SCENARIOS, place);
        checkTiers(product.tiers(), place);
        for (int i = 0; i < product.calendarSpreads().size(); i++) {
            checkCalendar(product.calendarSpreads().get(i), product.tiers(), place + ".calendarSpreads[" + i + "]");
        }
        Set<Integer> months = new LinkedHashSet<>();
        for (int i = 0; i < product.deliveryCharges().size(); i++) {
            DeliveryCharge charge = product.deliveryCharges().get(i);
            String here = place + ".deliveryCharges[" + i + "]";
            require(months.add(charge.month()), here + ".month", Months.month(charge.month()) + " is there twice");
            requireNotNegative(charge.spreadRate(), here + ".spreadRate");
            requireNotNegative(charge.outrightRate(), here + ".outrightRate");
        }
    }

    private static void checkContracts(List<MarginContract> contracts, int scenarios, String place) throws Fault {
        for (int i = 0; i < contracts.size(); i++) {
            MarginContract contract = contracts.get(i);
            String here = place + ".contracts[" + i + "]";
            int length = contract.riskArray().length;
            require(length == scenarios, here + ".riskArray", "has " + length + " values, not " + scenarios);
        }
    }

    private static void checkTiers(List<Tier> tiers, String place) throws Fault {
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            String here = place + ".tiers[" + i + "]";
            require(tier.fromMonth() <= tier.toMonth(), here, "from is after to");
            for (Tier other : tiers.subList(0, i)) {
                require(other.id() != tier.id(), here + ".id", "tier " + tier.id() + " is there twice");
                boolean apart = tier.toMonth() < other.fromMonth() || other.toMonth() < tier.fromMonth();
                require(apart, here, "overlaps tier " + other.id());
            }
        }
    }

    private static void checkCalendar(CalendarSpread spread, List<Tier> tiers, String place) throws Fault {
        requireNotNegative(spread.rate(), place + ".rate");
        Set<Integer> used = new LinkedHashSet<>();
        Set<SpreadSide> sides = new LinkedHashSet<>();
        for (int i = 0; i < spread.legs().size(); i++) {
            CalendarSpread.Leg leg = spread.legs().get(i);
            String here = place + ".legs[" + i + "]";
            boolean known = tiers.stream().anyMatch(tier -> tier.id() == leg.tierId());
            require(known, here + ".tier", "there is no tier " + leg.tierId());
            require(used.add(leg.tierId()), here + ".tier", "tier " + leg.tierId() + " is there twice");
            require(leg.ratio() >= 1, here + ".ratio", "must be 1 or above");
            sides.add(leg.side());
        }
        require(sides.size() == 2, place + ".legs", "need a leg on side A and one on side B");
    }

    private static void checkPercent(PercentProduct product, String place) throws Fault {
        boolean expands = product.lockedExpansion() >= MarginKernel.SCALE;
        require(expands, place + ".lockedExpansion", "must be 10000 or above");
        for (int i = 0; i < product.contracts().size(); i++) {
            PercentProduct.Contract contract = product.contracts().get(i);
            requireNotNegative(contract.settlementValue(), place + ".contracts[" + i + "].settlementValue");
            requireNotNegative(contract.rate(), place + ".contracts[" + i + "].rate");
        }
    }

    private void checkSpreads(List<ProductSpread> spreads, String list) throws Fault {
        for (int i = 0; i < spreads.size(); i++) {
            String place = list + "[" + i + "]";
            Set<String> used = new LinkedHashSet<>();
            Set<SpreadSide> sides = new LinkedHashSet<>();
            for (int j = 0; j < spreads.get(i).legs().size(); j++) {
                ProductSpread.Leg leg = spreads.get(i).legs().get(j);
                String here = place + ".legs[" + j + "]";
                String id = leg.productId();
                require(spanIds.contains(id), here + ".product", "there is no product " + id + " with scenario deltas");
                require(used.add(id), here + ".product", "product " + id + " is there twice");
                require(leg.ratio() >= 1, here + ".ratio", "must be 1 or above");
                boolean rate = leg.creditRate() >= 0 && leg.creditRate() <= MarginKernel.SCALE;
                require(rate, here + ".creditRate", "must be 0 to 10000");
                sides.add(leg.side());
            }
            require(sides.size() == 2, place + ".legs", "need a leg on side A and one on side B");
        }
    }

    private static void requireNotNegative(long value, String place) throws Fault {
        require(value >= 0, place, "must be 0 or above");
    }

    private static void require(boolean holds, String place, String reason) throws Fault {
        if (!holds) {
            throw new Fault(place, reason);
        }
    }
}
