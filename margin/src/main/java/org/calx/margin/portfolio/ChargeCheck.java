package org.calx.margin.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.calx.margin.ScenarioArray;
import org.calx.margin.SpreadCharges;
import org.calx.margin.WideMath;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.DeliveryCharge;
import org.calx.model.MarginCharges;
import org.calx.model.ShortOptionMethod;
import org.calx.model.Tier;

/**
 * Finds what is wrong with charges and spreads that an exchange is to compute before every order: what {@link ParameterCheck}
 * finds, and what would not fit the bounds over all fills.
 */
public final class ChargeCheck {
    /** Largest rate, in micros for a lot of each leg. */
    public static final long MAX_RATE_MICROS = 1_000_000_000_000L;

    /** Most units in a lot, for charges and for credits. */
    public static final long MAX_UNITS = 1_000_000;

    private static final int MAX_RATIO = 1_000;

    private ChargeCheck() {}

    /** The first fault of a product's charges as {@code place: what is wrong}, or empty. */
    public static Optional<String> firstFault(MarginCharges charges) {
        String product = "products[0]";
        Optional<String> general = ParameterCheck.firstFault(new MarginParameters(
                "", MarginKernel.SCALE, List.of(span(charges.productId(), charges)), List.of(), List.of()));
        if (general.isPresent()) {
            return general;
        }
        if (charges.tiers().size() > MarginCharges.MAX_TIERS) {
            return fault(product + ".tiers", "at most " + MarginCharges.MAX_TIERS);
        }
        if (charges.calendarSpreads().size() > MarginCharges.MAX_SPREADS) {
            return fault(product + ".calendarSpreads", "at most " + MarginCharges.MAX_SPREADS);
        }
        if (charges.deliveryCharges().size() > MarginCharges.MAX_DELIVERIES) {
            return fault(product + ".deliveryCharges", "at most " + MarginCharges.MAX_DELIVERIES);
        }
        if (charges.priceRiskCapMicros() > ScenarioArray.MAX_LOSS_MICROS) {
            return fault(product + ".priceScanRange", "at most " + ScenarioArray.MAX_LOSS_MICROS);
        }
        for (int i = 0; i < charges.calendarSpreads().size(); i++) {
            Optional<String> fault =
                    spreadFault(charges.calendarSpreads().get(i), product + ".calendarSpreads[" + i + "]");
            if (fault.isPresent()) {
                return fault;
            }
        }
        return unitFault(charges, product).or(() -> deliveryFault(charges, product));
    }

    private static Optional<String> spreadFault(CalendarSpread spread, String place) {
        if (spread.legs().size() != 2) {
            return fault(place + ".legs", "an exchange charges spreads of two legs");
        }
        for (CalendarSpread.Leg leg : spread.legs()) {
            if (leg.ratio() > MAX_RATIO) {
                return fault(place + ".legs", "a ratio is at most " + MAX_RATIO);
            }
        }
        return spread.rate() > MAX_RATE_MICROS
                ? fault(place + ".rate", "at most " + MAX_RATE_MICROS + " micros")
                : Optional.empty();
    }

    private static Optional<String> unitFault(MarginCharges charges, String product) {
        long units = 1;
        long dearest = 0;
        for (CalendarSpread spread : charges.calendarSpreads()) {
            units *= WideMath.leastCommonMultiple(
                    spread.legs().get(0).ratio(), spread.legs().get(1).ratio());
            if (units > MAX_UNITS) {
                return fault(product + ".calendarSpreads", "their ratios share too few factors");
            }
            dearest = Math.max(dearest, spread.rate());
        }
        for (DeliveryCharge charge : charges.deliveryCharges()) {
            dearest = Math.max(dearest, Math.max(charge.spreadRate(), charge.outrightRate()));
        }
        return dearest > MAX_RATE_MICROS / units
                ? fault(product, "rates are at most " + MAX_RATE_MICROS / units + " micros with these ratios")
                : Optional.empty();
    }

    private static Optional<String> deliveryFault(MarginCharges charges, String product) {
        for (int i = 0; i < charges.deliveryCharges().size(); i++) {
            int month = charges.deliveryCharges().get(i).month();
            for (Tier tier : charges.tiers()) {
                boolean inside = tier.fromMonth() <= month && month <= tier.toMonth();
                if (inside && tier.fromMonth() != tier.toMonth()) {
                    return fault(
                            product + ".deliveryCharges[" + i + "].month",
                            "must be alone in its tier, or in none, not one of tier " + tier.id());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The first fault of spreads between products, or empty.
     *
     * @param exists whether there is a product
     * @param currencyOf anything that is the same for products of the same currency
     * @param chargesOfProduct the charges of a product that exists
     */
    public static Optional<String> firstFault(
            CommoditySpreads spreads,
            IntPredicate exists,
            IntFunction<Object> currencyOf,
            IntFunction<SpreadCharges> chargesOfProduct) {
        String list = "interCommoditySpreads";
        if (spreads.list().size() > CommoditySpreads.MAX_SPREADS) {
            return fault(list, "at most " + CommoditySpreads.MAX_SPREADS);
        }
        Optional<String> general = generalFault(spreads, exists);
        if (general.isPresent()) {
            return general;
        }
        long ofSpreads = 1;
        for (int i = 0; i < spreads.list().size(); i++) {
            String place = list + "[" + i + "].legs";
            List<CommoditySpread.Leg> legs = spreads.list().get(i).legs();
            if (legs.size() != 2) {
                return fault(place, "an exchange credits spreads of two legs");
            }
            CommoditySpread.Leg one = legs.get(0);
            CommoditySpread.Leg two = legs.get(1);
            if (!currencyOf.apply(one.productId()).equals(currencyOf.apply(two.productId()))) {
                return fault(place, "must be products of one currency");
            }
            if (Math.max(one.ratio(), two.ratio()) > MAX_RATIO) {
                return fault(place, "a ratio is at most " + MAX_RATIO);
            }
            ofSpreads *= WideMath.leastCommonMultiple(one.ratio(), two.ratio());
            if (ofSpreads > MAX_UNITS) {
                return fault(list, "their ratios share too few factors");
            }
        }
        return unitsOfProducts(spreads, chargesOfProduct) > MAX_UNITS / ofSpreads
                ? fault(list, "their ratios and those of calendar spreads share too few factors")
                : Optional.empty();
    }

    private static Optional<String> generalFault(CommoditySpreads spreads, IntPredicate exists) {
        List<SpanProduct> products = spreads.list().stream()
                .flatMap(spread -> spread.legs().stream())
                .mapToInt(CommoditySpread.Leg::productId)
                .distinct()
                .filter(exists)
                .mapToObj(id -> span(id, MarginCharges.none(id)))
                .toList();
        List<ProductSpread> list = spreads.list().stream()
                .map(spread -> new ProductSpread(
                        spread.priority(),
                        spread.legs().stream()
                                .map(leg -> new ProductSpread.Leg(
                                        Integer.toString(leg.productId()), leg.side(), leg.ratio(), leg.creditRate()))
                                .toList()))
                .toList();
        return ParameterCheck.firstFault(
                new MarginParameters("", MarginKernel.SCALE, List.copyOf(products), list, List.of()));
    }

    /** A multiple of the units of all products, or more than there may be. */
    private static long unitsOfProducts(CommoditySpreads spreads, IntFunction<SpreadCharges> chargesOfProduct) {
        long units = 1;
        for (CommoditySpread spread : spreads.list()) {
            for (CommoditySpread.Leg leg : spread.legs()) {
                if (units <= MAX_UNITS) {
                    units = WideMath.leastCommonMultiple(
                            units, chargesOfProduct.apply(leg.productId()).units());
                }
            }
        }
        return units;
    }

    private static SpanProduct span(int productId, MarginCharges charges) {
        return new SpanProduct(
                Integer.toString(productId),
                FloorOrder.CME,
                0,
                ShortOptionMethod.SUM,
                WeightedPriceRisk.CAPPED,
                charges.priceRiskCapMicros(),
                List.of(),
                charges.tiers(),
                charges.calendarSpreads(),
                charges.deliveryCharges());
    }

    private static Optional<String> fault(String place, String reason) {
        return Optional.of(place + ": " + reason);
    }
}
