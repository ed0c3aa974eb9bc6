package org.calx.api.wire;

import org.agrona.DirectBuffer;
import org.calx.api.codec.AccountOpenedDecoder;
import org.calx.api.codec.AccountRiskSetDecoder;
import org.calx.api.codec.ApiKeyRegisteredDecoder;
import org.calx.api.codec.CommoditySpreadsSetDecoder;
import org.calx.api.codec.FixingPublishedDecoder;
import org.calx.api.codec.InstrumentExpiredDecoder;
import org.calx.api.codec.InstrumentListedDecoder;
import org.calx.api.codec.MarginChargesSetDecoder;
import org.calx.api.codec.MarginPolicySetDecoder;
import org.calx.api.codec.MarkSetDecoder;
import org.calx.api.codec.MarketDefinedDecoder;
import org.calx.api.codec.MarketPhaseChangedDecoder;
import org.calx.api.codec.MessageHeaderDecoder;
import org.calx.api.codec.OptionListedDecoder;
import org.calx.api.codec.ProductDefinedDecoder;
import org.calx.api.codec.ProductParametersSetDecoder;
import org.calx.api.codec.RiskArraySetDecoder;
import org.calx.api.codec.RiskRulesSetDecoder;
import org.calx.api.codec.ScenarioGridSetDecoder;
import org.calx.api.codec.SenderRegisteredDecoder;
import org.calx.api.codec.SettlementPriceSetDecoder;
import org.calx.api.codec.ValuationSetDecoder;
import org.calx.api.codec.VenueClockSetDecoder;
import org.calx.api.codec.VenueOpenedDecoder;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.MarketPhase;
import org.calx.model.SenderRole;
import org.calx.model.SettlementTier;

/** Reads events about what is listed, who takes part, and prices from outside. */
final class ReferenceEventDecoder {
    private final VenueOpenedDecoder venueOpened = new VenueOpenedDecoder();
    private final SenderRegisteredDecoder senderRegistered = new SenderRegisteredDecoder();
    private final MarketDefinedDecoder marketDefined = new MarketDefinedDecoder();
    private final ProductDefinedDecoder productDefined = new ProductDefinedDecoder();
    private final ProductParametersSetDecoder productParametersSet = new ProductParametersSetDecoder();
    private final InstrumentListedDecoder instrumentListed = new InstrumentListedDecoder();
    private final OptionListedDecoder optionListed = new OptionListedDecoder();
    private final ScenarioGridSetDecoder scenarioGridSet = new ScenarioGridSetDecoder();
    private final MarginPolicySetDecoder marginPolicySet = new MarginPolicySetDecoder();
    private final AccountOpenedDecoder accountOpened = new AccountOpenedDecoder();
    private final ApiKeyRegisteredDecoder apiKeyRegistered = new ApiKeyRegisteredDecoder();
    private final VenueClockSetDecoder venueClockSet = new VenueClockSetDecoder();
    private final MarketPhaseChangedDecoder marketPhaseChanged = new MarketPhaseChangedDecoder();
    private final MarkSetDecoder markSet = new MarkSetDecoder();
    private final RiskArraySetDecoder riskArraySet = new RiskArraySetDecoder();
    private final RiskRulesSetDecoder riskRulesSet = new RiskRulesSetDecoder();
    private final AccountRiskSetDecoder accountRiskSet = new AccountRiskSetDecoder();
    private final MarginChargesSetDecoder marginChargesSet = new MarginChargesSetDecoder();
    private final MarginTermsCodec terms = new MarginTermsCodec();
    private final CommoditySpreadsSetDecoder commoditySpreadsSet = new CommoditySpreadsSetDecoder();
    private final ValuationSetDecoder valuationSet = new ValuationSetDecoder();
    private final FixingPublishedDecoder fixingPublished = new FixingPublishedDecoder();
    private final SettlementPriceSetDecoder settlementPriceSet = new SettlementPriceSetDecoder();
    private final InstrumentExpiredDecoder instrumentExpired = new InstrumentExpiredDecoder();

    /** The event whose header is wrapped at this offset, or null if it is not one of these. */
    ExchangeEvent decode(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        return switch (header.templateId()) {
            case VenueOpenedDecoder.TEMPLATE_ID -> venueOpened(buffer, offset, header);
            case SenderRegisteredDecoder.TEMPLATE_ID -> senderRegistered(buffer, offset, header);
            case MarketDefinedDecoder.TEMPLATE_ID -> marketDefined(buffer, offset, header);
            case ProductDefinedDecoder.TEMPLATE_ID -> productDefined(buffer, offset, header);
            case ProductParametersSetDecoder.TEMPLATE_ID -> productParametersSet(buffer, offset, header);
            case InstrumentListedDecoder.TEMPLATE_ID -> instrumentListed(buffer, offset, header);
            case OptionListedDecoder.TEMPLATE_ID -> optionListed(buffer, offset, header);
            case MarginPolicySetDecoder.TEMPLATE_ID ->
                new ExchangeEvent.MarginPolicySet(
                        OptionCodec.read(marginPolicySet.wrapAndApplyHeader(buffer, offset, header)));
            case ScenarioGridSetDecoder.TEMPLATE_ID -> scenarioGridSet(buffer, offset, header);
            case AccountOpenedDecoder.TEMPLATE_ID -> accountOpened(buffer, offset, header);
            case ApiKeyRegisteredDecoder.TEMPLATE_ID -> apiKeyRegistered(buffer, offset, header);
            case VenueClockSetDecoder.TEMPLATE_ID -> venueClockSet(buffer, offset, header);
            case MarketPhaseChangedDecoder.TEMPLATE_ID -> marketPhaseChanged(buffer, offset, header);
            case MarkSetDecoder.TEMPLATE_ID -> markSet(buffer, offset, header);
            case RiskRulesSetDecoder.TEMPLATE_ID -> riskRulesSet(buffer, offset, header);
            case AccountRiskSetDecoder.TEMPLATE_ID -> accountRiskSet(buffer, offset, header);
            case MarginChargesSetDecoder.TEMPLATE_ID -> marginChargesSet(buffer, offset, header);
            case CommoditySpreadsSetDecoder.TEMPLATE_ID -> commoditySpreadsSet(buffer, offset, header);
            case ValuationSetDecoder.TEMPLATE_ID -> valuationSet(buffer, offset, header);
            case RiskArraySetDecoder.TEMPLATE_ID -> riskArraySet(buffer, offset, header);
            case FixingPublishedDecoder.TEMPLATE_ID -> fixingPublished(buffer, offset, header);
            case SettlementPriceSetDecoder.TEMPLATE_ID -> settlementPriceSet(buffer, offset, header);
            case InstrumentExpiredDecoder.TEMPLATE_ID -> instrumentExpired(buffer, offset, header);
            default -> null;
        };
    }

    private ExchangeEvent marginChargesSet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        marginChargesSet.wrapAndApplyHeader(buffer, offset, header).wrapTerms(terms.carried());
        return new ExchangeEvent.MarginChargesSet(terms.read().chargesOrNone());
    }

    private ExchangeEvent commoditySpreadsSet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        commoditySpreadsSet.wrapAndApplyHeader(buffer, offset, header).wrapTerms(terms.carried());
        return new ExchangeEvent.CommoditySpreadsSet(terms.read().spreadsOrNone());
    }

    private ExchangeEvent venueOpened(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        venueOpened.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.VenueOpened(venueOpened.operatorSenderId(), SpecCodec.read(venueOpened.limits()));
    }

    private ExchangeEvent senderRegistered(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        senderRegistered.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.SenderRegistered(
                senderRegistered.senderId(), SenderRole.of(senderRegistered.roleRaw()), senderRegistered.accountId());
    }

    private ExchangeEvent marketDefined(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        marketDefined.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.MarketDefined(SpecCodec.read(marketDefined.market(), marketDefined.code()));
    }

    private ExchangeEvent productDefined(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        productDefined.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.ProductDefined(
                SpecCodec.read(productDefined.product(), productDefined.code(), productDefined.unitName()));
    }

    private ExchangeEvent productParametersSet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        productParametersSet.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.ProductParametersSet(SpecCodec.read(productParametersSet.parameters()));
    }

    private ExchangeEvent instrumentListed(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        instrumentListed.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.InstrumentListed(
                SpecCodec.read(instrumentListed.instrument(), instrumentListed.symbol()));
    }

    private ExchangeEvent optionListed(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        optionListed.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.InstrumentListed(SpecCodec.read(
                optionListed.instrument(), optionListed.symbol(), OptionCodec.read(optionListed.option())));
    }

    private ExchangeEvent accountOpened(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        accountOpened.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.AccountOpened(accountOpened.accountId(), accountOpened.name());
    }

    private ExchangeEvent apiKeyRegistered(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        apiKeyRegistered.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.ApiKeyRegistered(SpecCodec.read(apiKeyRegistered.apiKey(), apiKeyRegistered.keyId()));
    }

    private ExchangeEvent venueClockSet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        venueClockSet.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.VenueClockSet(
                venueClockSet.venueBaseNs(),
                venueClockSet.logBaseNs(),
                venueClockSet.rateNumerator(),
                venueClockSet.rateDenominator());
    }

    private ExchangeEvent marketPhaseChanged(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        marketPhaseChanged.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.MarketPhaseChanged(
                marketPhaseChanged.marketId(),
                marketPhaseChanged.businessDay(),
                MarketPhase.of(marketPhaseChanged.phaseRaw()));
    }

    private ExchangeEvent markSet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        markSet.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.MarkSet(markSet.instrumentId(), markSet.markMicros());
    }

    private ExchangeEvent riskRulesSet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        riskRulesSet.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.RiskRulesSet(RiskCodec.read(riskRulesSet.rules()));
    }

    private ExchangeEvent accountRiskSet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        accountRiskSet.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.AccountRiskSet(RiskCodec.read(accountRiskSet.risk()));
    }

    private ExchangeEvent valuationSet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        valuationSet.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.ValuationSet(valuationSet.instrumentId(), valuationSet.priceMicros());
    }

    private ExchangeEvent riskArraySet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        riskArraySet.wrapAndApplyHeader(buffer, offset, header);
        long[] losses = new long[RiskArraySetDecoder.lossMicrosPerLotLength()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = riskArraySet.lossMicrosPerLot(i);
        }
        return new ExchangeEvent.RiskArraySet(riskArraySet.instrumentId(), riskArraySet.arrayVersion(), losses);
    }

    private ExchangeEvent scenarioGridSet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        scenarioGridSet.wrapAndApplyHeader(buffer, offset, header);
        int instrumentId = scenarioGridSet.instrumentId();
        long version = scenarioGridSet.arrayVersion();
        ScenarioGridSetDecoder.LossesDecoder group = scenarioGridSet.losses();
        long[] losses = new long[group.count()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = group.next().lossMicrosPerLot();
        }
        return new ExchangeEvent.RiskArraySet(instrumentId, version, losses);
    }

    private ExchangeEvent fixingPublished(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        fixingPublished.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.FixingPublished(SpecCodec.read(fixingPublished.fixing()));
    }

    private ExchangeEvent settlementPriceSet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        settlementPriceSet.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.SettlementPriceSet(
                settlementPriceSet.instrumentId(),
                settlementPriceSet.businessDay(),
                settlementPriceSet.priceMicros(),
                SettlementTier.of(settlementPriceSet.tierRaw()));
    }

    private ExchangeEvent instrumentExpired(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        instrumentExpired.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.InstrumentExpired(
                instrumentExpired.instrumentId(),
                instrumentExpired.businessDay(),
                instrumentExpired.priceMicros(),
                instrumentExpired.fixings());
    }
}
