package org.calx.app.parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.calx.app.margin.JsonFault;
import org.calx.app.margin.ParameterFile;
import org.calx.margin.portfolio.ChargeCheck;
import org.calx.margin.portfolio.ContractKind;
import org.calx.margin.portfolio.GridProduct;
import org.calx.margin.portfolio.MarginContract;
import org.calx.margin.portfolio.MarginKernel;
import org.calx.margin.portfolio.MarginParameters;
import org.calx.margin.portfolio.PercentProduct;
import org.calx.margin.portfolio.ProductMargin;
import org.calx.margin.portfolio.ProductSpread;
import org.calx.margin.portfolio.SpanProduct;
import org.calx.margin.portfolio.WeightedPriceRisk;
import org.calx.model.AccountRating;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.DeliveryCharge;
import org.calx.model.InstrumentArray;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.Months;
import org.calx.model.ParameterSet;
import org.calx.model.PolicyKind;
import org.calx.model.ProductSpec;
import org.calx.model.Tier;

/**
 * A file of margin parameters in the venue's numbers: codes and symbols become ids, minor units micros. What the exchange cannot
 * compute is refused with its place in the file.
 */
final class SetBuilder {
    /** Micros in a minor unit of any currency. */
    static final long MINOR_MICROS = 10_000;

    /** Scenarios 11 and 12 move the price up by its whole range, 13 and 14 down: places in an array. */
    private static final int UP = 10;

    private static final int DOWN = 12;

    private final ParameterFile file;
    private final VenueNames venue;
    private final List<InstrumentArray> arrays = new ArrayList<>();
    private final List<MarginCharges> charges = new ArrayList<>();
    private int marketId;

    private SetBuilder(ParameterFile file, VenueNames venue) {
        this.file = file;
        this.venue = venue;
    }

    /** The set of a file. @throws JsonFault if the exchange cannot take it */
    static ParameterSet build(ParameterFile file, VenueNames venue) {
        return new SetBuilder(file, venue).build();
    }

    private ParameterSet build() {
        MarginParameters parameters = file.parameters();
        require(file.version() > 0, "version", "is missing, or not above 0");
        LocalDate date = file.effectiveDate().orElseThrow(() -> fault("effectiveDate", "is missing"));
        require(
                parameters.accountRatio() == MarginKernel.SCALE,
                "accountRatio",
                "must be 10000: accountRatings take its place in the exchange");
        require(parameters.scanningSpreads().isEmpty(), "scanningSpreads", "are not computed by the exchange");
        require(!parameters.products().isEmpty(), "products", "must name one product or more");
        for (int i = 0; i < parameters.products().size(); i++) {
            product(parameters.products().get(i), "products[" + i + "]");
        }
        int day = Math.toIntExact(date.toEpochDay());
        int today = venue.businessDay(marketId);
        require(day >= today, "effectiveDate", "is before the market's date " + LocalDate.ofEpochDay(today));
        return new ParameterSet(file.version(), marketId, day, arrays, charges, spreads(), ratings());
    }

    private List<AccountRating> ratings() {
        Set<Integer> rated = new TreeSet<>();
        for (int i = 0; i < file.accountRatings().size(); i++) {
            int accountId = file.accountRatings().get(i).accountId();
            String place = "accountRatings[" + i + "].account";
            require(venue.hasAccount(accountId), place, "the venue has no account " + accountId);
            require(rated.add(accountId), place, accountId + " is rated twice");
        }
        return file.accountRatings();
    }

    private void product(ProductMargin margin, String place) {
        ProductSpec product = venue.product(margin.id());
        require(product != null, place + ".id", "the venue has no product " + margin.id());
        require(
                product.currency().name().equals(file.parameters().currency()),
                "currency",
                "product " + margin.id() + " is in " + product.currency());
        require(
                marketId == 0 || marketId == product.marketId(),
                place + ".id",
                "is of another market than the products before it");
        marketId = product.marketId();
        switch (margin) {
            case SpanProduct span -> span(span, product, place);
            case GridProduct grid -> grid(grid, product, place);
            case PercentProduct unused ->
                throw fault(place + ".policy", "must be SPAN or GRID: a percentage has a command of its own");
        }
    }

    private void span(SpanProduct span, ProductSpec product, String place) {
        requirePolicy(product, PolicyKind.SPAN, place);
        contracts(span.contracts(), product, place);
        venue.contracts(product.productId()).forEach(listed -> gap(span, listed, place));
        boolean charged = !span.tiers().isEmpty() || !span.deliveryCharges().isEmpty();
        if (charged) {
            charges.add(charges(span, product.productId(), place));
        }
    }

    private void grid(GridProduct grid, ProductSpec product, String place) {
        requirePolicy(product, PolicyKind.GRID, place);
        int scenarios = venue.policy(product.productId()).scenarios();
        require(grid.scenarios() == scenarios, place + ".scenarios", "are " + scenarios + " at the venue");
        contracts(grid.contracts(), product, place);
    }

    private void requirePolicy(ProductSpec product, PolicyKind kind, String place) {
        MarginPolicy policy = venue.policy(product.productId());
        require(policy.kind() == kind, place + ".policy", "is " + policy.kind() + " at the venue");
    }

    /** Takes a product's arrays, of all its listed contracts or of none. */
    private void contracts(List<MarginContract> contracts, ProductSpec product, String place) {
        Set<String> given = new TreeSet<>();
        for (int i = 0; i < contracts.size(); i++) {
            contract(contracts.get(i), product, place + ".contracts[" + i + "]");
            given.add(contracts.get(i).id());
        }
        for (InstrumentSpec listed : venue.contracts(product.productId())) {
            boolean has = contracts.isEmpty() || given.contains(listed.symbol());
            require(has, place + ".contracts", listed.symbol() + " is missing");
        }
    }

    private void contract(MarginContract contract, ProductSpec product, String place) {
        InstrumentSpec listed = venue.contract(contract.id());
        boolean known = listed != null && listed.productId() == product.productId();
        require(known, place + ".id", "the venue lists no contract " + contract.id() + " of " + product.code());
        ContractKind kind =
                listed.isOption() ? ContractKind.valueOf(listed.option().type().name()) : ContractKind.FUTURE;
        require(contract.kind() == kind, place + ".kind", "is " + kind + " at the venue");
        require(
                kind.isOption() || contract.compositeDelta() == MarginKernel.SCALE,
                place + ".compositeDelta",
                "must be 10000");
        int month = Months.ofDay(listed.firstFixingDay());
        require(contract.month() == month, place + ".month", "is " + Months.month(month) + " at the venue");
        boolean grid = venue.policy(product.productId()).kind() == PolicyKind.GRID;
        require(
                grid || hasSigns(contract),
                place + ".riskArray",
                kind == ContractKind.PUT
                        ? "must lose in scenarios 11 and 12, gain (be negative) in 13 and 14"
                        : "must gain (be negative) in scenarios 11 and 12, lose in 13 and 14");
        List<Long> micros = Arrays.stream(contract.riskArray())
                .mapToObj(value -> micros(value, place + ".riskArray"))
                .toList();
        arrays.add(new InstrumentArray(listed.instrumentId(), micros));
    }

    private static boolean hasSigns(MarginContract contract) {
        long[] losses = contract.riskArray();
        int gain = contract.kind() == ContractKind.PUT ? DOWN : UP;
        int loss = contract.kind() == ContractKind.PUT ? UP : DOWN;
        return Math.max(losses[gain], losses[gain + 1]) <= 0 && Math.min(losses[loss], losses[loss + 1]) >= 0;
    }

    /** Refuses tiers that leave out a listed month between them. */
    private void gap(SpanProduct span, InstrumentSpec listed, String place) {
        int month = Months.ofDay(listed.firstFixingDay());
        boolean inside = span.tiers().stream().anyMatch(tier -> tier.fromMonth() <= month && month <= tier.toMonth());
        boolean before = span.tiers().stream().anyMatch(tier -> tier.toMonth() < month);
        boolean after = span.tiers().stream().anyMatch(tier -> tier.fromMonth() > month);
        require(
                inside || !before || !after,
                place + ".tiers",
                "leave a gap at " + Months.month(month) + ", the month of " + listed.symbol());
    }

    private MarginCharges charges(SpanProduct span, int productId, String place) {
        boolean capped = span.weightedPriceRisk() == WeightedPriceRisk.CAPPED;
        require(!capped || span.priceScanRange() > 0, place + ".priceScanRange", "must be above 0");
        List<CalendarSpread> spreads = new ArrayList<>();
        for (CalendarSpread spread : span.calendarSpreads()) {
            long rate = micros(spread.rate(), place + ".calendarSpreads");
            spreads.add(new CalendarSpread(spread.priority(), spread.legs(), rate));
        }
        List<DeliveryCharge> deliveries = new ArrayList<>();
        for (DeliveryCharge charge : span.deliveryCharges()) {
            String here = place + ".deliveryCharges";
            deliveries.add(new DeliveryCharge(
                    charge.month(), micros(charge.spreadRate(), here), micros(charge.outrightRate(), here)));
        }
        long cap = capped ? micros(span.priceScanRange(), place + ".priceScanRange") : 0;
        List<Tier> tiers = span.tiers();
        MarginCharges built = new MarginCharges(productId, cap, tiers, spreads, deliveries);
        ChargeCheck.firstFault(built).ifPresent(fault -> {
            throw new JsonFault(file.file().toString(), "", fault.replace("products[0]", place));
        });
        return built;
    }

    private Optional<CommoditySpreads> spreads() {
        List<CommoditySpread> list = new ArrayList<>();
        List<ProductSpread> given = file.parameters().interCommoditySpreads();
        for (int i = 0; i < given.size(); i++) {
            String place = "interCommoditySpreads[" + i + "].legs";
            require(given.get(i).legs().size() == 2, place, "an exchange credits spreads of two legs");
            list.add(new CommoditySpread(
                    given.get(i).priority(),
                    given.get(i).legs().stream()
                            .map(leg -> new CommoditySpread.Leg(
                                    venue.product(leg.productId()).productId(),
                                    leg.side(),
                                    leg.ratio(),
                                    leg.creditRate()))
                            .toList()));
        }
        return list.isEmpty() ? Optional.empty() : Optional.of(new CommoditySpreads(list));
    }

    private long micros(long minor, String place) {
        try {
            return Math.multiplyExact(minor, MINOR_MICROS);
        } catch (ArithmeticException overflow) {
            throw fault(place, minor + " does not fit 64 bits in micros");
        }
    }

    private void require(boolean holds, String place, String reason) {
        if (!holds) {
            throw fault(place, reason);
        }
    }

    private JsonFault fault(String place, String reason) {
        return new JsonFault(file.file().toString(), place, reason);
    }
}
