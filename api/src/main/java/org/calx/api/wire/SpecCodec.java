package org.calx.api.wire;

import org.calx.api.codec.ApiKeyDecoder;
import org.calx.api.codec.ApiKeyEncoder;
import org.calx.api.codec.FixingDecoder;
import org.calx.api.codec.FixingEncoder;
import org.calx.api.codec.InstrumentSpecDecoder;
import org.calx.api.codec.InstrumentSpecEncoder;
import org.calx.api.codec.MarketSpecDecoder;
import org.calx.api.codec.MarketSpecEncoder;
import org.calx.api.codec.ProductParametersDecoder;
import org.calx.api.codec.ProductParametersEncoder;
import org.calx.api.codec.ProductSpecDecoder;
import org.calx.api.codec.ProductSpecEncoder;
import org.calx.api.codec.PublicKeyDecoder;
import org.calx.api.codec.PublicKeyEncoder;
import org.calx.api.codec.VenueLimitsDecoder;
import org.calx.api.codec.VenueLimitsEncoder;
import org.calx.model.ApiKey;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketSpec;
import org.calx.model.OptionTerms;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.PublicKey;
import org.calx.model.VenueLimits;

/**
 * The specifications that commands bring in and events repeat, as the blocks they have on the wire. Texts follow a block
 * as variable data and are passed in by whoever reads the message.
 */
public final class SpecCodec {
    private SpecCodec() {}

    /** Writes the venue's capacities. */
    public static void write(VenueLimitsEncoder block, VenueLimits limits) {
        block.maxAccounts(limits.maxAccounts())
                .maxInstruments(limits.maxInstruments())
                .maxOrders(limits.maxOrders())
                .maxOrdersPerAccount(limits.maxOrdersPerAccount())
                .maxFillsPerCommand(limits.maxFillsPerCommand())
                .commandWindow(limits.commandWindow())
                .clientOrderIdWindow(limits.clientOrderIdWindow());
    }

    /** Reads the venue's capacities. */
    public static VenueLimits read(VenueLimitsDecoder block) {
        return new VenueLimits(
                block.maxAccounts(),
                block.maxInstruments(),
                block.maxOrders(),
                block.maxOrdersPerAccount(),
                block.maxFillsPerCommand(),
                block.commandWindow(),
                block.clientOrderIdWindow());
    }

    /** Writes a market without its code. */
    public static void write(MarketSpecEncoder block, MarketSpec market) {
        block.marketId(market.marketId()).firstBusinessDay(market.firstBusinessDay());
    }

    /** Reads a market. */
    public static MarketSpec read(MarketSpecDecoder block, String code) {
        return new MarketSpec(block.marketId(), code, block.firstBusinessDay());
    }

    /** Writes a product without its texts. */
    public static void write(ProductSpecEncoder block, ProductSpec product) {
        block.productId(product.productId())
                .productClass(WireCodes.of(product.productClass()))
                .marketId(product.marketId())
                .currency(WireCodes.of(product.currency()))
                .tickMicros(product.tickMicros());
    }

    /** Reads a product. */
    public static ProductSpec read(ProductSpecDecoder block, String code, String unitName) {
        return new ProductSpec(
                block.productId(),
                code,
                ProductClass.of(block.productClassRaw()),
                block.marketId(),
                Currency.of(block.currencyRaw()),
                block.tickMicros(),
                unitName);
    }

    /** Writes a product's parameters. */
    public static void write(ProductParametersEncoder block, ProductParameters parameters) {
        block.productId(parameters.productId())
                .makerFeeMicrosPerLot(parameters.makerFeeMicrosPerLot())
                .takerFeeMicrosPerLot(parameters.takerFeeMicrosPerLot())
                .settlementFeeMicrosPerLot(parameters.settlementFeeMicrosPerLot())
                .bandTicks(parameters.bandTicks())
                .protectionTicks(parameters.protectionTicks())
                .maxOrderLots(parameters.maxOrderLots())
                .positionLimitLots(parameters.positionLimitLots())
                .calendarChargeMicros(parameters.calendarChargeMicros())
                .settlementSpreadTicks(parameters.settlementSpreadTicks())
                .settlementMinLots(parameters.settlementMinLots())
                .markStaleNs(parameters.markStaleNs());
    }

    /** Reads a product's parameters. */
    public static ProductParameters read(ProductParametersDecoder block) {
        return new ProductParameters(
                block.productId(),
                block.makerFeeMicrosPerLot(),
                block.takerFeeMicrosPerLot(),
                block.settlementFeeMicrosPerLot(),
                block.bandTicks(),
                block.protectionTicks(),
                block.maxOrderLots(),
                block.positionLimitLots(),
                block.calendarChargeMicros(),
                block.settlementSpreadTicks(),
                block.settlementMinLots(),
                block.markStaleNs());
    }

    /** Writes an instrument without its symbol. */
    public static void write(InstrumentSpecEncoder block, InstrumentSpec instrument) {
        block.instrumentId(instrument.instrumentId())
                .productId(instrument.productId())
                .firstFixingDay(instrument.firstFixingDay())
                .lastFixingDay(instrument.lastFixingDay())
                .lastTradingDay(instrument.lastTradingDay())
                .unitsPerLot(instrument.unitsPerLot())
                .referencePriceMicros(instrument.referencePriceMicros());
    }

    /** Reads a future. */
    public static InstrumentSpec read(InstrumentSpecDecoder block, String symbol) {
        return read(block, symbol, null);
    }

    /** Reads an instrument. @param option what makes it an option, null for a future */
    public static InstrumentSpec read(InstrumentSpecDecoder block, String symbol, OptionTerms option) {
        return new InstrumentSpec(
                block.instrumentId(),
                symbol,
                block.productId(),
                block.firstFixingDay(),
                block.lastFixingDay(),
                block.lastTradingDay(),
                block.unitsPerLot(),
                block.referencePriceMicros(),
                option);
    }

    /** Writes a key without its id. */
    public static void write(ApiKeyEncoder block, ApiKey key) {
        block.accountId(key.accountId()).scopes(key.scopes());
    }

    /** Reads a key. */
    public static ApiKey read(ApiKeyDecoder block, String keyId) {
        return new ApiKey(keyId, block.accountId(), block.scopes());
    }

    /** Writes a fixing. */
    public static void write(FixingEncoder block, Fixing fixing) {
        block.productId(fixing.productId())
                .day(fixing.day())
                .priceMicros(fixing.priceMicros())
                .contributors(fixing.contributors())
                .status(WireCodes.of(fixing.status()));
    }

    /** Reads a fixing. */
    public static Fixing read(FixingDecoder block) {
        return new Fixing(
                block.productId(),
                block.day(),
                block.priceMicros(),
                block.contributors(),
                FixingStatus.of(block.statusRaw()));
    }

    /** Writes a public key. */
    public static void write(PublicKeyEncoder encoder, PublicKey key) {
        encoder.first(key.first()).second(key.second()).third(key.third()).fourth(key.fourth());
    }

    /** Reads a public key. */
    public static PublicKey read(PublicKeyDecoder decoder) {
        return new PublicKey(decoder.first(), decoder.second(), decoder.third(), decoder.fourth());
    }
}
