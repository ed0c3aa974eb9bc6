package org.calx.app.margin;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.calx.margin.portfolio.ContractKind;
import org.calx.margin.portfolio.FloorOrder;
import org.calx.margin.portfolio.GridProduct;
import org.calx.margin.portfolio.LargerSide;
import org.calx.margin.portfolio.MarginContract;
import org.calx.margin.portfolio.MarginKernel;
import org.calx.margin.portfolio.MarginParameters;
import org.calx.margin.portfolio.ParameterCheck;
import org.calx.margin.portfolio.PercentProduct;
import org.calx.margin.portfolio.ProductMargin;
import org.calx.margin.portfolio.ProductSpread;
import org.calx.margin.portfolio.SpanProduct;
import org.calx.margin.portfolio.WeightedPriceRisk;
import org.calx.model.AccountRating;
import org.calx.model.CalendarSpread;
import org.calx.model.DeliveryCharge;
import org.calx.model.Rating;
import org.calx.model.ShortOptionMethod;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/** Reads margin parameters and positions; {@code docs/spec/margin.md} has the names. */
public final class MarginFiles {
    private static final long NOT_GIVEN = -1;

    private enum Policy {
        SPAN,
        PERCENT,
        GRID
    }

    private MarginFiles() {}

    /**
     * Reads parameters and checks them.
     *
     * @throws JsonFault if they cannot be taken
     */
    public static MarginKernel readParameters(Path file) {
        return new MarginKernel(readFile(file).parameters());
    }

    /**
     * Reads parameters with their version, date and ratings of accounts, and checks them.
     *
     * @throws JsonFault if they cannot be taken
     */
    public static ParameterFile readFile(Path file) {
        JsonObject object = JsonObject.read(file);
        MarginParameters parameters = new MarginParameters(
                object.text("currency"),
                object.integer("accountRatio"),
                object.objects("products", MarginFiles::product),
                object.objects("interCommoditySpreads", MarginFiles::productSpread),
                object.objects("scanningSpreads", MarginFiles::productSpread));
        long version = object.integer("version", 0);
        Optional<LocalDate> date =
                object.has("effectiveDate") ? Optional.of(object.date("effectiveDate")) : Optional.empty();
        List<AccountRating> ratings = object.objects(
                "accountRatings",
                rating -> new AccountRating(rating.small("account"), rating.oneOf("rating", Rating.class)));
        object.end();
        ParameterCheck.firstFault(parameters).ifPresent(fault -> {
            throw new JsonFault(file + ": " + fault, null);
        });
        return new ParameterFile(file, parameters, version, date, ratings);
    }

    /**
     * Reads positions into a kernel whose portfolio is empty; positions of the same contract net.
     *
     * @throws JsonFault if they cannot be taken
     */
    public static void readPositions(Path file, MarginKernel kernel) {
        JsonObject object = JsonObject.read(file);
        object.objects("positions", position -> {
            String contract = position.text("contract");
            if (!kernel.add(contract, position.integer("quantity"))) {
                throw position.fault("contract", "there is no contract " + contract + " in the parameters");
            }
            return contract;
        });
        object.end();
    }

    private static ProductMargin product(JsonObject object) {
        return switch (object.oneOf("policy", Policy.class, Policy.SPAN)) {
            case SPAN -> span(object);
            case PERCENT ->
                new PercentProduct(
                        object.text("id"),
                        object.oneOf("largerSide", LargerSide.class),
                        object.integer("lockedExpansion", MarginKernel.SCALE),
                        object.objects("contracts", MarginFiles::percentContract));
            case GRID ->
                new GridProduct(
                        object.text("id"),
                        object.small("scenarios"),
                        object.integer("shortOptionMinimum"),
                        object.objects("contracts", MarginFiles::contract));
        };
    }

    private static SpanProduct span(JsonObject object) {
        WeightedPriceRisk method = object.oneOf("weightedPriceRisk", WeightedPriceRisk.class);
        long range = method == WeightedPriceRisk.CAPPED
                ? object.integer("priceScanRange")
                : object.integer("priceScanRange", 0);
        return new SpanProduct(
                object.text("id"),
                object.oneOf("floorOrder", FloorOrder.class),
                object.integer("shortOptionMinimum"),
                object.oneOf("shortOptionMethod", ShortOptionMethod.class),
                method,
                range,
                object.objects("contracts", MarginFiles::contract),
                object.objects("tiers", tier -> new Tier(tier.small("id"), tier.month("from"), tier.month("to"))),
                object.objects("calendarSpreads", MarginFiles::calendarSpread),
                object.objects(
                        "deliveryCharges",
                        charge -> new DeliveryCharge(
                                charge.month("month"), charge.integer("spreadRate"), charge.integer("outrightRate"))));
    }

    private static MarginContract contract(JsonObject object) {
        ContractKind kind = object.oneOf("kind", ContractKind.class);
        return new MarginContract(
                object.text("id"),
                object.month("month"),
                kind,
                object.integers("riskArray"),
                object.integer("compositeDelta"),
                kind.isOption() ? object.integer("optionPrice") : object.integer("optionPrice", 0));
    }

    private static PercentProduct.Contract percentContract(JsonObject object) {
        return new PercentProduct.Contract(
                object.text("id"),
                object.integer("settlementValue"),
                object.integer("rate"),
                object.truth("locked", false),
                object.truth("excluded", false));
    }

    private static CalendarSpread calendarSpread(JsonObject object) {
        return new CalendarSpread(
                object.small("priority"),
                object.objects(
                        "legs",
                        leg -> new CalendarSpread.Leg(
                                leg.small("tier"), leg.oneOf("side", SpreadSide.class), leg.integer("ratio"))),
                object.integer("rate"));
    }

    private static ProductSpread productSpread(JsonObject object) {
        long rate = object.integer("creditRate", NOT_GIVEN);
        List<ProductSpread.Leg> legs = object.objects(
                "legs",
                leg -> new ProductSpread.Leg(
                        leg.text("product"),
                        leg.oneOf("side", SpreadSide.class),
                        leg.integer("ratio"),
                        rate == NOT_GIVEN ? leg.integer("creditRate") : leg.integer("creditRate", rate)));
        return new ProductSpread(object.small("priority"), legs);
    }
}
