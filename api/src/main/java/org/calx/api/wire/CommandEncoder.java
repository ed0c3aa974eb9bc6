package org.calx.api.wire;

import java.nio.charset.StandardCharsets;
import org.calx.api.client.OrderRequest;
import org.calx.api.codec.AmendOrderEncoder;
import org.calx.api.codec.CancelOrderEncoder;
import org.calx.api.codec.DefineMarketEncoder;
import org.calx.api.codec.DefineProductEncoder;
import org.calx.api.codec.DepositEncoder;
import org.calx.api.codec.ExpireInstrumentEncoder;
import org.calx.api.codec.ListInstrumentEncoder;
import org.calx.api.codec.ListOptionEncoder;
import org.calx.api.codec.MassCancelEncoder;
import org.calx.api.codec.OpenAccountEncoder;
import org.calx.api.codec.OpenVenueEncoder;
import org.calx.api.codec.PublishFixingEncoder;
import org.calx.api.codec.QueryOutcomeEncoder;
import org.calx.api.codec.RegisterApiKeyEncoder;
import org.calx.api.codec.RegisterSenderEncoder;
import org.calx.api.codec.RequestImageEncoder;
import org.calx.api.codec.RetainEventsEncoder;
import org.calx.api.codec.SetMarkEncoder;
import org.calx.api.codec.SetMarketPhaseEncoder;
import org.calx.api.codec.SetOperatorKeyEncoder;
import org.calx.api.codec.SetProductParametersEncoder;
import org.calx.api.codec.SetProtocolVersionEncoder;
import org.calx.api.codec.SetRiskArrayEncoder;
import org.calx.api.codec.SetScenarioGridEncoder;
import org.calx.api.codec.SetVenueClockEncoder;
import org.calx.api.codec.SettleInstrumentEncoder;
import org.calx.api.codec.SubmitLinkedOrderEncoder;
import org.calx.api.codec.SubmitOrderEncoder;
import org.calx.api.codec.WithdrawEncoder;
import org.calx.model.ApiKey;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginPolicy;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.PublicKey;
import org.calx.model.SenderRole;
import org.calx.model.ShortText;
import org.calx.model.VenueLimits;

/**
 * Writes one sender's commands as bytes. Each method writes one command at the start of {@link #buffer()} and returns
 * its length in bytes. Not thread-safe.
 */
public final class CommandEncoder extends RiskCommandEncoder {
    /** Longest text in bytes of UTF-8. */
    public static final int MAX_TEXT_BYTES = 254;

    private final OpenVenueEncoder openVenue = new OpenVenueEncoder();
    private final SetOperatorKeyEncoder setOperatorKey = new SetOperatorKeyEncoder();
    private final RegisterSenderEncoder registerSender = new RegisterSenderEncoder();
    private final DefineMarketEncoder defineMarket = new DefineMarketEncoder();
    private final DefineProductEncoder defineProduct = new DefineProductEncoder();
    private final SetProductParametersEncoder setProductParameters = new SetProductParametersEncoder();
    private final ListInstrumentEncoder listInstrument = new ListInstrumentEncoder();
    private final ListOptionEncoder listOption = new ListOptionEncoder();
    private final OpenAccountEncoder openAccount = new OpenAccountEncoder();
    private final RegisterApiKeyEncoder registerApiKey = new RegisterApiKeyEncoder();
    private final DepositEncoder deposit = new DepositEncoder();
    private final WithdrawEncoder withdraw = new WithdrawEncoder();
    private final SetVenueClockEncoder setVenueClock = new SetVenueClockEncoder();
    private final SetMarkEncoder setMark = new SetMarkEncoder();
    private final SetScenarioGridEncoder setScenarioGrid = new SetScenarioGridEncoder();
    private final SetRiskArrayEncoder setRiskArray = new SetRiskArrayEncoder();
    private final PublishFixingEncoder publishFixing = new PublishFixingEncoder();
    private final SetMarketPhaseEncoder setMarketPhase = new SetMarketPhaseEncoder();
    private final SettleInstrumentEncoder settleInstrument = new SettleInstrumentEncoder();
    private final ExpireInstrumentEncoder expireInstrument = new ExpireInstrumentEncoder();
    private final SubmitOrderEncoder submitOrder = new SubmitOrderEncoder();
    private final SubmitLinkedOrderEncoder submitLinkedOrder = new SubmitLinkedOrderEncoder();
    private final AmendOrderEncoder amendOrder = new AmendOrderEncoder();
    private final CancelOrderEncoder cancelOrder = new CancelOrderEncoder();
    private final MassCancelEncoder massCancel = new MassCancelEncoder();
    private final QueryOutcomeEncoder queryOutcome = new QueryOutcomeEncoder();
    private final RequestImageEncoder requestImage = new RequestImageEncoder();
    private final SetProtocolVersionEncoder setProtocolVersion = new SetProtocolVersionEncoder();
    private final RetainEventsEncoder retainEvents = new RetainEventsEncoder();

    /** An encoder of this sender's commands in this epoch of its life. */
    public CommandEncoder(int senderId, int epoch) {
        super(senderId, epoch);
    }

    /** The command that opens the venue. */
    public int openVenue(long commandSequence, VenueLimits limits) {
        begin(openVenue.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        SpecCodec.write(openVenue.limits(), limits);
        return end(openVenue.encodedLength());
    }

    /** The command that sets or revokes the key of a sender that signs. */
    public int setOperatorKey(long commandSequence, int operatorSenderId, SenderRole role, PublicKey key) {
        begin(setOperatorKey.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        SpecCodec.write(
                setOperatorKey
                        .operatorSenderId(operatorSenderId)
                        .role(WireCodes.of(role))
                        .key(),
                key);
        return end(setOperatorKey.encodedLength());
    }

    /** The command that takes the venue to the next version of its protocol. */
    public int setProtocolVersion(long commandSequence, int version) {
        begin(setProtocolVersion.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        setProtocolVersion.version(version);
        return end(setProtocolVersion.encodedLength());
    }

    /** The command that has recorded events kept for the sender. */
    public int retainEvents(long commandSequence, long afterSequence, long durationNs) {
        begin(retainEvents.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        retainEvents.afterSequence(afterSequence).durationNs(durationNs);
        return end(retainEvents.encodedLength());
    }

    /** The command that registers a sender. */
    public int registerSender(long commandSequence, int newSenderId, SenderRole role, int accountId) {
        begin(registerSender.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        registerSender.newSenderId(newSenderId).role(WireCodes.of(role)).accountId(accountId);
        return end(registerSender.encodedLength());
    }

    /** The command that defines a market. */
    public int defineMarket(long commandSequence, MarketSpec market) {
        begin(defineMarket.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        SpecCodec.write(defineMarket.market(), market);
        defineMarket.code(checked(market.code()));
        return end(defineMarket.encodedLength());
    }

    /** The command that defines a product. */
    public int defineProduct(long commandSequence, ProductSpec product) {
        begin(defineProduct.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        SpecCodec.write(defineProduct.product(), product);
        defineProduct.code(checked(product.code())).unitName(checked(product.unitName()));
        return end(defineProduct.encodedLength());
    }

    /** The command that sets a product's parameters. */
    public int setProductParameters(long commandSequence, ProductParameters parameters) {
        begin(setProductParameters.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        SpecCodec.write(setProductParameters.parameters(), parameters);
        return end(setProductParameters.encodedLength());
    }

    /** The command that lists an instrument. */
    public int listInstrument(long commandSequence, InstrumentSpec instrument) {
        if (instrument.isOption()) {
            return listOption(commandSequence, instrument);
        }
        begin(listInstrument.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        SpecCodec.write(listInstrument.instrument(), instrument);
        listInstrument.symbol(checked(instrument.symbol()));
        return end(listInstrument.encodedLength());
    }

    private int listOption(long commandSequence, InstrumentSpec instrument) {
        begin(listOption.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        SpecCodec.write(listOption.instrument(), instrument);
        OptionCodec.write(listOption.option(), instrument.option());
        listOption.symbol(checked(instrument.symbol()));
        return end(listOption.encodedLength());
    }

    /** The command that opens an account. */
    public int openAccount(long commandSequence, int accountId, String name) {
        begin(openAccount.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        openAccount.accountId(accountId).name(checked(name));
        return end(openAccount.encodedLength());
    }

    /** The command that registers a key. */
    public int registerApiKey(long commandSequence, ApiKey key) {
        begin(registerApiKey.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        SpecCodec.write(registerApiKey.apiKey(), key);
        registerApiKey.keyId(checked(key.keyId()));
        return end(registerApiKey.encodedLength());
    }

    /** The command that credits cash. */
    public int deposit(long commandSequence, int accountId, Currency currency, long amountMicros) {
        begin(deposit.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        deposit.accountId(accountId).currency(WireCodes.of(currency)).amountMicros(amountMicros);
        return end(deposit.encodedLength());
    }

    /** The command that debits cash. */
    public int withdraw(long commandSequence, int accountId, Currency currency, long amountMicros) {
        begin(withdraw.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        withdraw.accountId(accountId).currency(WireCodes.of(currency)).amountMicros(amountMicros);
        return end(withdraw.encodedLength());
    }

    /** The command that sets the venue's clock. */
    public int setVenueClock(
            long commandSequence, long venueBaseNs, long logBaseNs, long rateNumerator, long rateDenominator) {
        begin(setVenueClock.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        setVenueClock
                .venueBaseNs(venueBaseNs)
                .logBaseNs(logBaseNs)
                .rateNumerator(rateNumerator)
                .rateDenominator(rateDenominator);
        return end(setVenueClock.encodedLength());
    }

    /** The command that publishes a mark. */
    public int setMark(long commandSequence, int instrumentId, long markMicros) {
        begin(setMark.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        setMark.instrumentId(instrumentId).markMicros(markMicros);
        return end(setMark.encodedLength());
    }

    /** The command that publishes a risk array. @throws IllegalArgumentException if it has none or too many scenarios */
    public int setRiskArray(long commandSequence, int instrumentId, long version, long[] lossMicrosPerLot) {
        if (lossMicrosPerLot.length != MarginPolicy.SPAN_SCENARIOS) {
            return setScenarioGrid(commandSequence, instrumentId, version, lossMicrosPerLot);
        }
        begin(setRiskArray.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        setRiskArray.instrumentId(instrumentId).arrayVersion(version);
        for (int i = 0; i < lossMicrosPerLot.length; i++) {
            setRiskArray.lossMicrosPerLot(i, lossMicrosPerLot[i]);
        }
        return end(setRiskArray.encodedLength());
    }

    private int setScenarioGrid(long commandSequence, int instrumentId, long version, long[] losses) {
        if (losses.length < 1 || losses.length > MarginPolicy.MAX_SCENARIOS) {
            throw new IllegalArgumentException(
                    "a risk array has from 1 to " + MarginPolicy.MAX_SCENARIOS + " scenarios, not " + losses.length);
        }
        begin(setScenarioGrid.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        setScenarioGrid.instrumentId(instrumentId).arrayVersion(version);
        SetScenarioGridEncoder.LossesEncoder group = setScenarioGrid.lossesCount(losses.length);
        for (long loss : losses) {
            group.next().lossMicrosPerLot(loss);
        }
        return end(setScenarioGrid.encodedLength());
    }

    /** The command that publishes a fixing. */
    public int publishFixing(long commandSequence, Fixing fixing) {
        begin(publishFixing.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        SpecCodec.write(publishFixing.fixing(), fixing);
        return end(publishFixing.encodedLength());
    }

    /** The command that moves a market to a phase. */
    public int setMarketPhase(long commandSequence, int marketId, int businessDay, MarketPhase phase) {
        begin(setMarketPhase.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        setMarketPhase.marketId(marketId).businessDay(businessDay).phase(WireCodes.of(phase));
        return end(setMarketPhase.encodedLength());
    }

    /** The command that settles an instrument for a day. */
    public int settleInstrument(long commandSequence, int instrumentId, int businessDay) {
        begin(settleInstrument.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        settleInstrument.instrumentId(instrumentId).businessDay(businessDay);
        return end(settleInstrument.encodedLength());
    }

    /** The command that settles an instrument finally. */
    public int expireInstrument(long commandSequence, int instrumentId, int businessDay) {
        begin(expireInstrument.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        expireInstrument.instrumentId(instrumentId).businessDay(businessDay);
        return end(expireInstrument.encodedLength());
    }

    /** The command that enters an order. */
    public int submitOrder(long commandSequence, OrderRequest order) {
        if (order.linkedOrderId() != 0) {
            return submitLinkedOrder(commandSequence, order);
        }
        begin(submitOrder.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        submitOrder
                .accountId(order.accountId())
                .instrumentId(order.instrumentId())
                .side(WireCodes.of(order.side()))
                .orderType(WireCodes.of(order.type()))
                .timeInForce(WireCodes.of(order.timeInForce()))
                .postOnly(WireCodes.of(order.postOnly()))
                .priceTicks(order.priceTicks())
                .quantityLots(order.quantityLots())
                .sessionNumber(order.sessionNumber());
        submitOrder
                .clientOrderId()
                .high(ShortText.high(order.clientOrderId()))
                .low(ShortText.low(order.clientOrderId()));
        submitOrder.label().high(ShortText.high(order.label())).low(ShortText.low(order.label()));
        return end(submitOrder.encodedLength());
    }

    private int submitLinkedOrder(long commandSequence, OrderRequest order) {
        begin(submitLinkedOrder.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        submitLinkedOrder
                .accountId(order.accountId())
                .instrumentId(order.instrumentId())
                .side(WireCodes.of(order.side()))
                .orderType(WireCodes.of(order.type()))
                .timeInForce(WireCodes.of(order.timeInForce()))
                .postOnly(WireCodes.of(order.postOnly()))
                .priceTicks(order.priceTicks())
                .quantityLots(order.quantityLots())
                .sessionNumber(order.sessionNumber())
                .linkedOrderId(order.linkedOrderId());
        submitLinkedOrder
                .clientOrderId()
                .high(ShortText.high(order.clientOrderId()))
                .low(ShortText.low(order.clientOrderId()));
        submitLinkedOrder.label().high(ShortText.high(order.label())).low(ShortText.low(order.label()));
        return end(submitLinkedOrder.encodedLength());
    }

    /** The command that amends an order. */
    public int amendOrder(long commandSequence, int accountId, long orderId, long priceTicks, long quantityLots) {
        begin(amendOrder.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        amendOrder.accountId(accountId).orderId(orderId).priceTicks(priceTicks).quantityLots(quantityLots);
        return end(amendOrder.encodedLength());
    }

    /** The command that cancels an order. */
    public int cancelOrder(long commandSequence, int accountId, long orderId) {
        begin(cancelOrder.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        cancelOrder.accountId(accountId).orderId(orderId);
        return end(cancelOrder.encodedLength());
    }

    /** The command that cancels an account's orders. */
    public int massCancel(long commandSequence, int accountId, int instrumentId) {
        begin(massCancel.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        massCancel.accountId(accountId).instrumentId(instrumentId);
        return end(massCancel.encodedLength());
    }

    /** The command that asks for another command's outcome. */
    public int queryOutcome(long commandSequence, int epoch, long sequence) {
        begin(queryOutcome.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        queryOutcome.queriedEpoch(epoch).queriedSequence(sequence);
        return end(queryOutcome.encodedLength());
    }

    /** The command that asks for a state image. */
    public int requestImage(long commandSequence) {
        begin(requestImage.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        return end(requestImage.encodedLength());
    }

    private static String checked(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT_BYTES) {
            throw new IllegalArgumentException("text longer than " + MAX_TEXT_BYTES + " bytes: " + text);
        }
        return text;
    }
}
