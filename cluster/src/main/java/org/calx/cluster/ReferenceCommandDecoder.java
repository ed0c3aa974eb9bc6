package org.calx.cluster;

import org.calx.api.codec.DefineMarketDecoder;
import org.calx.api.codec.DefineProductDecoder;
import org.calx.api.codec.DepositDecoder;
import org.calx.api.codec.ExpireInstrumentDecoder;
import org.calx.api.codec.ListInstrumentDecoder;
import org.calx.api.codec.OpenAccountDecoder;
import org.calx.api.codec.OpenVenueDecoder;
import org.calx.api.codec.PublishFixingDecoder;
import org.calx.api.codec.RegisterApiKeyDecoder;
import org.calx.api.codec.RegisterSenderDecoder;
import org.calx.api.codec.SetMarkDecoder;
import org.calx.api.codec.SetMarketPhaseDecoder;
import org.calx.api.codec.SetOperatorKeyDecoder;
import org.calx.api.codec.SetProductParametersDecoder;
import org.calx.api.codec.SetRiskArrayDecoder;
import org.calx.api.codec.SetVenueClockDecoder;
import org.calx.api.codec.SettleInstrumentDecoder;
import org.calx.api.codec.WithdrawDecoder;
import org.calx.api.wire.SpecCodec;
import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;
import org.calx.model.Currency;
import org.calx.model.FixingStatus;
import org.calx.model.MarketPhase;
import org.calx.model.OperatorCommand;
import org.calx.model.ProductClass;
import org.calx.model.SenderRole;

/** Reads commands that define, fund, price and settle; these come seldom and may allocate. */
final class ReferenceCommandDecoder {
    private static final int CURRENCY_COUNT = Currency.values().length;
    private static final int FIXING_STATUS_COUNT = FixingStatus.values().length;
    private static final int MARKET_PHASE_COUNT = MarketPhase.values().length;
    private static final int PRODUCT_CLASS_COUNT = ProductClass.values().length;
    private static final int SENDER_ROLE_COUNT = SenderRole.values().length;

    private final Exchange exchange;
    private final CommandHeader command;

    private final OpenVenueDecoder openVenue = new OpenVenueDecoder();
    private final SetOperatorKeyDecoder setOperatorKey = new SetOperatorKeyDecoder();
    private final RegisterSenderDecoder registerSender = new RegisterSenderDecoder();
    private final DefineMarketDecoder defineMarket = new DefineMarketDecoder();
    private final DefineProductDecoder defineProduct = new DefineProductDecoder();
    private final SetProductParametersDecoder setProductParameters = new SetProductParametersDecoder();
    private final ListInstrumentDecoder listInstrument = new ListInstrumentDecoder();
    private final OpenAccountDecoder openAccount = new OpenAccountDecoder();
    private final RegisterApiKeyDecoder registerApiKey = new RegisterApiKeyDecoder();
    private final DepositDecoder deposit = new DepositDecoder();
    private final WithdrawDecoder withdraw = new WithdrawDecoder();
    private final SetVenueClockDecoder setVenueClock = new SetVenueClockDecoder();
    private final SetMarkDecoder setMark = new SetMarkDecoder();
    private final SetRiskArrayDecoder setRiskArray = new SetRiskArrayDecoder();
    private final PublishFixingDecoder publishFixing = new PublishFixingDecoder();
    private final SetMarketPhaseDecoder setMarketPhase = new SetMarketPhaseDecoder();
    private final SettleInstrumentDecoder settleInstrument = new SettleInstrumentDecoder();
    private final ExpireInstrumentDecoder expireInstrument = new ExpireInstrumentDecoder();

    ReferenceCommandDecoder(Exchange exchange, CommandHeader command) {
        this.exchange = exchange;
        this.command = command;
    }

    /** Carries out the command in the frame. @return false, and nothing done, if it is not one of these or malformed */
    boolean decode(CommandFrame frame) {
        return switch (frame.templateId()) {
            case OpenVenueDecoder.TEMPLATE_ID -> frame.fits(OpenVenueDecoder.BLOCK_LENGTH, 0) && openVenue(frame);
            case SetOperatorKeyDecoder.TEMPLATE_ID ->
                frame.fits(SetOperatorKeyDecoder.BLOCK_LENGTH, 0) && setOperatorKey(frame);
            case RegisterSenderDecoder.TEMPLATE_ID ->
                frame.fits(RegisterSenderDecoder.BLOCK_LENGTH, 0) && registerSender(frame);
            case DefineMarketDecoder.TEMPLATE_ID ->
                frame.fits(DefineMarketDecoder.BLOCK_LENGTH, 1) && defineMarket(frame);
            case DefineProductDecoder.TEMPLATE_ID ->
                frame.fits(DefineProductDecoder.BLOCK_LENGTH, 2) && defineProduct(frame);
            case SetProductParametersDecoder.TEMPLATE_ID ->
                frame.fits(SetProductParametersDecoder.BLOCK_LENGTH, 0) && setProductParameters(frame);
            case ListInstrumentDecoder.TEMPLATE_ID ->
                frame.fits(ListInstrumentDecoder.BLOCK_LENGTH, 1) && listInstrument(frame);
            case OpenAccountDecoder.TEMPLATE_ID -> frame.fits(OpenAccountDecoder.BLOCK_LENGTH, 1) && openAccount(frame);
            case RegisterApiKeyDecoder.TEMPLATE_ID ->
                frame.fits(RegisterApiKeyDecoder.BLOCK_LENGTH, 1) && registerApiKey(frame);
            case DepositDecoder.TEMPLATE_ID -> frame.fits(DepositDecoder.BLOCK_LENGTH, 0) && deposit(frame);
            case WithdrawDecoder.TEMPLATE_ID -> frame.fits(WithdrawDecoder.BLOCK_LENGTH, 0) && withdraw(frame);
            case SetVenueClockDecoder.TEMPLATE_ID ->
                frame.fits(SetVenueClockDecoder.BLOCK_LENGTH, 0) && setVenueClock(frame);
            case SetMarkDecoder.TEMPLATE_ID -> frame.fits(SetMarkDecoder.BLOCK_LENGTH, 0) && setMark(frame);
            case SetRiskArrayDecoder.TEMPLATE_ID ->
                frame.fits(SetRiskArrayDecoder.BLOCK_LENGTH, 0) && setRiskArray(frame);
            case PublishFixingDecoder.TEMPLATE_ID ->
                frame.fits(PublishFixingDecoder.BLOCK_LENGTH, 0) && publishFixing(frame);
            case SetMarketPhaseDecoder.TEMPLATE_ID ->
                frame.fits(SetMarketPhaseDecoder.BLOCK_LENGTH, 0) && setMarketPhase(frame);
            case SettleInstrumentDecoder.TEMPLATE_ID ->
                frame.fits(SettleInstrumentDecoder.BLOCK_LENGTH, 0) && settleInstrument(frame);
            case ExpireInstrumentDecoder.TEMPLATE_ID ->
                frame.fits(ExpireInstrumentDecoder.BLOCK_LENGTH, 0) && expireInstrument(frame);
            default -> false;
        };
    }

    private boolean openVenue(CommandFrame frame) {
        openVenue.wrap(
                frame.buffer(), frame.bodyOffset(), OpenVenueDecoder.BLOCK_LENGTH, OpenVenueDecoder.SCHEMA_VERSION);
        frame.envelope(openVenue.envelope(), command);
        exchange.openVenue(command, SpecCodec.read(openVenue.limits()));
        return true;
    }

    private boolean setOperatorKey(CommandFrame frame) {
        setOperatorKey.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                SetOperatorKeyDecoder.BLOCK_LENGTH,
                SetOperatorKeyDecoder.SCHEMA_VERSION);
        if (!CommandFrame.known(setOperatorKey.roleRaw(), SENDER_ROLE_COUNT)) {
            return false;
        }
        frame.envelope(setOperatorKey.envelope(), command);
        exchange.operate(
                command,
                new OperatorCommand.SetOperatorKey(
                        setOperatorKey.operatorSenderId(),
                        SenderRole.of(setOperatorKey.roleRaw()),
                        SpecCodec.read(setOperatorKey.key())));
        return true;
    }

    private boolean registerSender(CommandFrame frame) {
        registerSender.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                RegisterSenderDecoder.BLOCK_LENGTH,
                RegisterSenderDecoder.SCHEMA_VERSION);
        if (!CommandFrame.known(registerSender.roleRaw(), SENDER_ROLE_COUNT)) {
            return false;
        }
        frame.envelope(registerSender.envelope(), command);
        exchange.operate(
                command,
                new OperatorCommand.RegisterSender(
                        registerSender.newSenderId(),
                        SenderRole.of(registerSender.roleRaw()),
                        registerSender.accountId()));
        return true;
    }

    private boolean defineMarket(CommandFrame frame) {
        defineMarket.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                DefineMarketDecoder.BLOCK_LENGTH,
                DefineMarketDecoder.SCHEMA_VERSION);
        frame.envelope(defineMarket.envelope(), command);
        exchange.operate(
                command, new OperatorCommand.DefineMarket(SpecCodec.read(defineMarket.market(), defineMarket.code())));
        return true;
    }

    private boolean defineProduct(CommandFrame frame) {
        defineProduct.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                DefineProductDecoder.BLOCK_LENGTH,
                DefineProductDecoder.SCHEMA_VERSION);
        if (!CommandFrame.known(defineProduct.product().productClassRaw(), PRODUCT_CLASS_COUNT)
                || !CommandFrame.known(defineProduct.product().currencyRaw(), CURRENCY_COUNT)) {
            return false;
        }
        frame.envelope(defineProduct.envelope(), command);
        exchange.operate(
                command,
                new OperatorCommand.DefineProduct(
                        SpecCodec.read(defineProduct.product(), defineProduct.code(), defineProduct.unitName())));
        return true;
    }

    private boolean setProductParameters(CommandFrame frame) {
        setProductParameters.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                SetProductParametersDecoder.BLOCK_LENGTH,
                SetProductParametersDecoder.SCHEMA_VERSION);
        frame.envelope(setProductParameters.envelope(), command);
        exchange.operate(
                command, new OperatorCommand.SetProductParameters(SpecCodec.read(setProductParameters.parameters())));
        return true;
    }

    private boolean listInstrument(CommandFrame frame) {
        listInstrument.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                ListInstrumentDecoder.BLOCK_LENGTH,
                ListInstrumentDecoder.SCHEMA_VERSION);
        frame.envelope(listInstrument.envelope(), command);
        exchange.operate(
                command,
                new OperatorCommand.ListInstrument(
                        SpecCodec.read(listInstrument.instrument(), listInstrument.symbol())));
        return true;
    }

    private boolean openAccount(CommandFrame frame) {
        openAccount.wrap(
                frame.buffer(), frame.bodyOffset(), OpenAccountDecoder.BLOCK_LENGTH, OpenAccountDecoder.SCHEMA_VERSION);
        frame.envelope(openAccount.envelope(), command);
        exchange.operate(command, new OperatorCommand.OpenAccount(openAccount.accountId(), openAccount.name()));
        return true;
    }

    private boolean registerApiKey(CommandFrame frame) {
        registerApiKey.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                RegisterApiKeyDecoder.BLOCK_LENGTH,
                RegisterApiKeyDecoder.SCHEMA_VERSION);
        frame.envelope(registerApiKey.envelope(), command);
        exchange.operate(
                command,
                new OperatorCommand.RegisterApiKey(SpecCodec.read(registerApiKey.apiKey(), registerApiKey.keyId())));
        return true;
    }

    private boolean deposit(CommandFrame frame) {
        deposit.wrap(frame.buffer(), frame.bodyOffset(), DepositDecoder.BLOCK_LENGTH, DepositDecoder.SCHEMA_VERSION);
        if (!CommandFrame.known(deposit.currencyRaw(), CURRENCY_COUNT)) {
            return false;
        }
        frame.envelope(deposit.envelope(), command);
        exchange.operate(
                command,
                new OperatorCommand.Deposit(
                        deposit.accountId(), Currency.of(deposit.currencyRaw()), deposit.amountMicros()));
        return true;
    }

    private boolean withdraw(CommandFrame frame) {
        withdraw.wrap(frame.buffer(), frame.bodyOffset(), WithdrawDecoder.BLOCK_LENGTH, WithdrawDecoder.SCHEMA_VERSION);
        if (!CommandFrame.known(withdraw.currencyRaw(), CURRENCY_COUNT)) {
            return false;
        }
        frame.envelope(withdraw.envelope(), command);
        exchange.operate(
                command,
                new OperatorCommand.Withdraw(
                        withdraw.accountId(), Currency.of(withdraw.currencyRaw()), withdraw.amountMicros()));
        return true;
    }

    private boolean setVenueClock(CommandFrame frame) {
        setVenueClock.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                SetVenueClockDecoder.BLOCK_LENGTH,
                SetVenueClockDecoder.SCHEMA_VERSION);
        frame.envelope(setVenueClock.envelope(), command);
        exchange.operate(
                command,
                new OperatorCommand.SetVenueClock(
                        setVenueClock.venueBaseNs(),
                        setVenueClock.logBaseNs(),
                        setVenueClock.rateNumerator(),
                        setVenueClock.rateDenominator()));
        return true;
    }

    private boolean setMark(CommandFrame frame) {
        setMark.wrap(frame.buffer(), frame.bodyOffset(), SetMarkDecoder.BLOCK_LENGTH, SetMarkDecoder.SCHEMA_VERSION);
        frame.envelope(setMark.envelope(), command);
        exchange.setMark(command, setMark.instrumentId(), setMark.markMicros());
        return true;
    }

    private boolean setRiskArray(CommandFrame frame) {
        setRiskArray.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                SetRiskArrayDecoder.BLOCK_LENGTH,
                SetRiskArrayDecoder.SCHEMA_VERSION);
        frame.envelope(setRiskArray.envelope(), command);
        long[] losses = new long[SetRiskArrayDecoder.lossMicrosPerLotLength()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = setRiskArray.lossMicrosPerLot(i);
        }
        exchange.setRiskArray(command, setRiskArray.instrumentId(), setRiskArray.arrayVersion(), losses);
        return true;
    }

    private boolean publishFixing(CommandFrame frame) {
        publishFixing.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                PublishFixingDecoder.BLOCK_LENGTH,
                PublishFixingDecoder.SCHEMA_VERSION);
        if (!CommandFrame.known(publishFixing.fixing().statusRaw(), FIXING_STATUS_COUNT)) {
            return false;
        }
        frame.envelope(publishFixing.envelope(), command);
        exchange.operate(command, new OperatorCommand.PublishFixing(SpecCodec.read(publishFixing.fixing())));
        return true;
    }

    private boolean setMarketPhase(CommandFrame frame) {
        setMarketPhase.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                SetMarketPhaseDecoder.BLOCK_LENGTH,
                SetMarketPhaseDecoder.SCHEMA_VERSION);
        if (!CommandFrame.known(setMarketPhase.phaseRaw(), MARKET_PHASE_COUNT)) {
            return false;
        }
        frame.envelope(setMarketPhase.envelope(), command);
        exchange.operate(
                command,
                new OperatorCommand.SetMarketPhase(
                        setMarketPhase.marketId(),
                        setMarketPhase.businessDay(),
                        MarketPhase.of(setMarketPhase.phaseRaw())));
        return true;
    }

    private boolean settleInstrument(CommandFrame frame) {
        settleInstrument.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                SettleInstrumentDecoder.BLOCK_LENGTH,
                SettleInstrumentDecoder.SCHEMA_VERSION);
        frame.envelope(settleInstrument.envelope(), command);
        exchange.operate(
                command,
                new OperatorCommand.SettleInstrument(settleInstrument.instrumentId(), settleInstrument.businessDay()));
        return true;
    }

    private boolean expireInstrument(CommandFrame frame) {
        expireInstrument.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                ExpireInstrumentDecoder.BLOCK_LENGTH,
                ExpireInstrumentDecoder.SCHEMA_VERSION);
        frame.envelope(expireInstrument.envelope(), command);
        exchange.operate(
                command,
                new OperatorCommand.ExpireInstrument(expireInstrument.instrumentId(), expireInstrument.businessDay()));
        return true;
    }
}
