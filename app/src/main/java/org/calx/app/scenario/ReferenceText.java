package org.calx.app.scenario;

import static org.calx.app.scenario.ScenarioDictionary.decimal;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.calx.model.Fixing;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketSpec;
import org.calx.model.OptionTerms;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.VenueLimits;

/** The fields of reference data as text. */
final class ReferenceText {
    private final ScenarioDictionary names;

    ReferenceText(ScenarioDictionary names) {
        this.names = names;
    }

    String venue(int operatorSenderId, VenueLimits limits) {
        return ("operator=%s accounts=%s instruments=%s orders=%s ordersPerAccount=%s fillsPerCommand=%s"
                        + " commandWindow=%s clientOrderIdWindow=%s")
                .formatted(
                        names.senders.name(operatorSenderId),
                        limits.maxAccounts(),
                        limits.maxInstruments(),
                        limits.maxOrders(),
                        limits.maxOrdersPerAccount(),
                        limits.maxFillsPerCommand(),
                        limits.commandWindow(),
                        limits.clientOrderIdWindow());
    }

    String market(MarketSpec market) {
        return "market=%s code=%s firstBusinessDay=%s"
                .formatted(
                        names.markets.name(market.marketId()),
                        market.code(),
                        ScenarioTime.day(market.firstBusinessDay()));
    }

    String product(ProductSpec product) {
        return "product=%s code=%s class=%s market=%s currency=%s tick=%s unit=%s"
                .formatted(
                        names.products.name(product.productId()),
                        product.code(),
                        product.productClass(),
                        names.markets.name(product.marketId()),
                        product.currency(),
                        decimal(product.tickMicros()),
                        product.unitName());
    }

    String parameters(ProductParameters parameters) {
        String fees = "makerFee=%s takerFee=%s settlementFee=%s"
                .formatted(
                        decimal(parameters.makerFeeMicrosPerLot()),
                        decimal(parameters.takerFeeMicrosPerLot()),
                        decimal(parameters.settlementFeeMicrosPerLot()));
        String limits = "bandTicks=%s protectionTicks=%s maxOrderLots=%s positionLimitLots=%s"
                .formatted(
                        parameters.bandTicks(),
                        parameters.protectionTicks(),
                        parameters.maxOrderLots(),
                        parameters.positionLimitLots());
        String settlement = "calendarCharge=%s settlementSpreadTicks=%s settlementMinLots=%s markStaleNs=%s"
                .formatted(
                        decimal(parameters.calendarChargeMicros()),
                        parameters.settlementSpreadTicks(),
                        parameters.settlementMinLots(),
                        parameters.markStaleNs());
        return "product=%s %s %s %s".formatted(names.products.name(parameters.productId()), fees, limits, settlement);
    }

    String instrument(InstrumentSpec instrument) {
        return "instrument=%s symbol=%s product=%s fixings=%s..%s lastTradingDay=%s unitsPerLot=%s referencePrice=%s"
                        .formatted(
                                names.instruments.name(instrument.instrumentId()),
                                instrument.symbol(),
                                names.products.name(instrument.productId()),
                                ScenarioTime.day(instrument.firstFixingDay()),
                                ScenarioTime.day(instrument.lastFixingDay()),
                                ScenarioTime.day(instrument.lastTradingDay()),
                                instrument.unitsPerLot(),
                                decimal(instrument.referencePriceMicros()))
                + (instrument.isOption() ? option(instrument.option()) : "");
    }

    private String option(OptionTerms option) {
        return " %s strike=%s underlying=%s"
                .formatted(
                        option.type(), decimal(option.strikeMicros()), names.instruments.name(option.underlyingId()));
    }

    String fixing(Fixing fixing) {
        return "product=%s day=%s price=%s contributors=%s status=%s"
                .formatted(
                        names.products.name(fixing.productId()),
                        ScenarioTime.day(fixing.day()),
                        decimal(fixing.priceMicros()),
                        fixing.contributors(),
                        fixing.status());
    }

    static String decimals(long[] micros) {
        return Arrays.stream(micros).mapToObj(ScenarioDictionary::decimal).collect(Collectors.joining(","));
    }
}
