package org.calx.cluster;

import org.calx.api.codec.AccountOpenedEncoder;
import org.calx.api.codec.ApiKeyRegisteredEncoder;
import org.calx.api.codec.FixingPublishedEncoder;
import org.calx.api.codec.InstrumentExpiredEncoder;
import org.calx.api.codec.InstrumentListedEncoder;
import org.calx.api.codec.MarkSetEncoder;
import org.calx.api.codec.MarketDefinedEncoder;
import org.calx.api.codec.MarketPhaseChangedEncoder;
import org.calx.api.codec.OptionListedEncoder;
import org.calx.api.codec.ProductDefinedEncoder;
import org.calx.api.codec.ProductParametersSetEncoder;
import org.calx.api.codec.RiskArraySetEncoder;
import org.calx.api.codec.ScenarioGridSetEncoder;
import org.calx.api.codec.SenderRegisteredEncoder;
import org.calx.api.codec.SettlementPriceSetEncoder;
import org.calx.api.codec.VenueClockSetEncoder;
import org.calx.api.codec.VenueOpenedEncoder;
import org.calx.api.wire.CommandEncoder;
import org.calx.api.wire.OptionCodec;
import org.calx.api.wire.SpecCodec;
import org.calx.api.wire.WireCodes;
import org.calx.core.engine.ExchangeEvents;
import org.calx.model.ApiKey;
import org.calx.model.Fixing;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.SenderRole;
import org.calx.model.SettlementTier;
import org.calx.model.VenueLimits;

/** Writes events about what is listed, who takes part, and prices from outside. */
abstract class ReferenceEventEncoder extends OperatorEventEncoder implements ExchangeEvents {
    private final VenueOpenedEncoder venueOpened = new VenueOpenedEncoder();
    private final SenderRegisteredEncoder senderRegistered = new SenderRegisteredEncoder();
    private final MarketDefinedEncoder marketDefined = new MarketDefinedEncoder();
    private final ProductDefinedEncoder productDefined = new ProductDefinedEncoder();
    private final ProductParametersSetEncoder productParametersSet = new ProductParametersSetEncoder();
    private final InstrumentListedEncoder instrumentListed = new InstrumentListedEncoder();
    private final OptionListedEncoder optionListed = new OptionListedEncoder();
    private final AccountOpenedEncoder accountOpened = new AccountOpenedEncoder();
    private final ApiKeyRegisteredEncoder apiKeyRegistered = new ApiKeyRegisteredEncoder();
    private final VenueClockSetEncoder venueClockSet = new VenueClockSetEncoder();
    private final MarketPhaseChangedEncoder marketPhaseChanged = new MarketPhaseChangedEncoder();
    private final MarkSetEncoder markSet = new MarkSetEncoder();
    private final ScenarioGridSetEncoder scenarioGridSet = new ScenarioGridSetEncoder();
    private final RiskArraySetEncoder riskArraySet = new RiskArraySetEncoder();
    private final FixingPublishedEncoder fixingPublished = new FixingPublishedEncoder();
    private final SettlementPriceSetEncoder settlementPriceSet = new SettlementPriceSetEncoder();
    private final InstrumentExpiredEncoder instrumentExpired = new InstrumentExpiredEncoder();

    ReferenceEventEncoder(EventSink sink, int maxBatchBytes) {
        super(sink, maxBatchBytes);
    }

    @Override
    public void venueOpened(int operatorSenderId, VenueLimits limits) {
        envelope(venueOpened
                .wrapAndApplyHeader(reserve(VenueOpenedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        SpecCodec.write(venueOpened.limits(), limits);
        venueOpened.operatorSenderId(operatorSenderId);
        end(venueOpened.limit());
    }

    @Override
    public void senderRegistered(int senderId, SenderRole role, int accountId) {
        envelope(senderRegistered
                .wrapAndApplyHeader(reserve(SenderRegisteredEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        senderRegistered.senderId(senderId).role(WireCodes.of(role)).accountId(accountId);
        end(senderRegistered.limit());
    }

    @Override
    public void marketDefined(MarketSpec market) {
        envelope(marketDefined
                .wrapAndApplyHeader(
                        reserve(MarketDefinedEncoder.BLOCK_LENGTH + 1 * MAX_TEXT_LENGTH), position(), header)
                .envelope());
        SpecCodec.write(marketDefined.market(), market);
        marketDefined.code(market.code());
        end(marketDefined.limit());
    }

    @Override
    public void productDefined(ProductSpec product) {
        envelope(productDefined
                .wrapAndApplyHeader(
                        reserve(ProductDefinedEncoder.BLOCK_LENGTH + 2 * MAX_TEXT_LENGTH), position(), header)
                .envelope());
        SpecCodec.write(productDefined.product(), product);
        productDefined.code(product.code()).unitName(product.unitName());
        end(productDefined.limit());
    }

    @Override
    public void productParametersSet(ProductParameters parameters) {
        envelope(productParametersSet
                .wrapAndApplyHeader(reserve(ProductParametersSetEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        SpecCodec.write(productParametersSet.parameters(), parameters);
        end(productParametersSet.limit());
    }

    @Override
    public void instrumentListed(InstrumentSpec instrument) {
        if (instrument.isOption()) {
            optionListed(instrument);
            return;
        }
        envelope(instrumentListed
                .wrapAndApplyHeader(
                        reserve(InstrumentListedEncoder.BLOCK_LENGTH + 1 * MAX_TEXT_LENGTH), position(), header)
                .envelope());
        SpecCodec.write(instrumentListed.instrument(), instrument);
        instrumentListed.symbol(instrument.symbol());
        end(instrumentListed.limit());
    }

    private void optionListed(InstrumentSpec instrument) {
        envelope(optionListed
                .wrapAndApplyHeader(reserve(OptionListedEncoder.BLOCK_LENGTH + 1 * MAX_TEXT_LENGTH), position(), header)
                .envelope());
        SpecCodec.write(optionListed.instrument(), instrument);
        OptionCodec.write(optionListed.option(), instrument.option());
        optionListed.symbol(instrument.symbol());
        end(optionListed.limit());
    }

    @Override
    public void accountOpened(int accountId, String name) {
        envelope(accountOpened
                .wrapAndApplyHeader(
                        reserve(AccountOpenedEncoder.BLOCK_LENGTH + 1 * MAX_TEXT_LENGTH), position(), header)
                .envelope());
        accountOpened.accountId(accountId);
        accountOpened.name(name);
        end(accountOpened.limit());
    }

    @Override
    public void apiKeyRegistered(ApiKey key) {
        envelope(apiKeyRegistered
                .wrapAndApplyHeader(
                        reserve(ApiKeyRegisteredEncoder.BLOCK_LENGTH + 1 * MAX_TEXT_LENGTH), position(), header)
                .envelope());
        SpecCodec.write(apiKeyRegistered.apiKey(), key);
        apiKeyRegistered.keyId(key.keyId());
        end(apiKeyRegistered.limit());
    }

    @Override
    public void venueClockSet(long venueBaseNs, long logBaseNs, long rateNumerator, long rateDenominator) {
        envelope(venueClockSet
                .wrapAndApplyHeader(reserve(VenueClockSetEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        venueClockSet
                .venueBaseNs(venueBaseNs)
                .logBaseNs(logBaseNs)
                .rateNumerator(rateNumerator)
                .rateDenominator(rateDenominator);
        end(venueClockSet.limit());
    }

    @Override
    public void marketPhaseChanged(int marketId, int businessDay, MarketPhase phase) {
        envelope(marketPhaseChanged
                .wrapAndApplyHeader(reserve(MarketPhaseChangedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        marketPhaseChanged.marketId(marketId).businessDay(businessDay).phase(WireCodes.of(phase));
        end(marketPhaseChanged.limit());
    }

    @Override
    public void markSet(int instrumentId, long markMicros) {
        envelope(markSet.wrapAndApplyHeader(reserve(MarkSetEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        markSet.instrumentId(instrumentId).markMicros(markMicros);
        end(markSet.limit());
    }

    @Override
    public void riskArraySet(int instrumentId, long version, long[] lossMicrosPerLot) {
        if (lossMicrosPerLot.length != RiskArraySetEncoder.lossMicrosPerLotLength()) {
            scenarioGridSet(instrumentId, version, lossMicrosPerLot);
            return;
        }
        envelope(riskArraySet
                .wrapAndApplyHeader(reserve(RiskArraySetEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        riskArraySet.instrumentId(instrumentId).arrayVersion(version);
        for (int i = 0; i < RiskArraySetEncoder.lossMicrosPerLotLength(); i++) {
            riskArraySet.lossMicrosPerLot(i, lossMicrosPerLot[i]);
        }
        end(riskArraySet.limit());
    }

    private void scenarioGridSet(int instrumentId, long version, long[] lossMicrosPerLot) {
        envelope(scenarioGridSet
                .wrapAndApplyHeader(reserve(CommandEncoder.MAX_LENGTH), position(), header)
                .envelope());
        scenarioGridSet.instrumentId(instrumentId).arrayVersion(version);
        ScenarioGridSetEncoder.LossesEncoder losses = scenarioGridSet.lossesCount(lossMicrosPerLot.length);
        for (long loss : lossMicrosPerLot) {
            losses.next().lossMicrosPerLot(loss);
        }
        end(scenarioGridSet.limit());
    }

    @Override
    public void fixingPublished(Fixing fixing) {
        envelope(fixingPublished
                .wrapAndApplyHeader(reserve(FixingPublishedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        SpecCodec.write(fixingPublished.fixing(), fixing);
        end(fixingPublished.limit());
    }

    @Override
    public void settlementPriceSet(int instrumentId, int businessDay, long priceMicros, SettlementTier tier) {
        envelope(settlementPriceSet
                .wrapAndApplyHeader(reserve(SettlementPriceSetEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        settlementPriceSet
                .instrumentId(instrumentId)
                .businessDay(businessDay)
                .priceMicros(priceMicros)
                .tier(WireCodes.of(tier));
        end(settlementPriceSet.limit());
    }

    @Override
    public void instrumentExpired(int instrumentId, int businessDay, long priceMicros, int fixings) {
        envelope(instrumentExpired
                .wrapAndApplyHeader(reserve(InstrumentExpiredEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        instrumentExpired
                .instrumentId(instrumentId)
                .businessDay(businessDay)
                .priceMicros(priceMicros)
                .fixings(fixings);
        end(instrumentExpired.limit());
    }
}
