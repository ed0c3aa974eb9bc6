package org.calx.cluster;

import org.calx.api.codec.SetAccountRiskDecoder;
import org.calx.api.codec.SetCommoditySpreadsDecoder;
import org.calx.api.codec.SetMarginChargesDecoder;
import org.calx.api.codec.SetRiskRulesDecoder;
import org.calx.api.wire.MarginTermsCodec;
import org.calx.api.wire.RiskCodec;
import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;
import org.calx.model.OperatorCommand;
import org.calx.model.Rating;
import org.calx.model.VolatilityState;

/** Commands about margin and limits. */
final class RiskCommandDecoder {
    private static final int VOLATILITY_STATE_COUNT = VolatilityState.values().length;

    private final SetRiskRulesDecoder setRiskRules = new SetRiskRulesDecoder();
    private final SetAccountRiskDecoder setAccountRisk = new SetAccountRiskDecoder();
    private final SetMarginChargesDecoder setMarginCharges = new SetMarginChargesDecoder();
    private final SetCommoditySpreadsDecoder setCommoditySpreads = new SetCommoditySpreadsDecoder();
    private final MarginTermsCodec terms = new MarginTermsCodec();
    private final Exchange exchange;
    private final CommandHeader command;

    RiskCommandDecoder(Exchange exchange, CommandHeader command) {
        this.exchange = exchange;
        this.command = command;
    }

    /** Carries out the command in the frame. @return false, and nothing done, if it is not one of these or malformed */
    boolean decode(CommandFrame frame) {
        return switch (frame.templateId()) {
            case SetRiskRulesDecoder.TEMPLATE_ID ->
                frame.fits(SetRiskRulesDecoder.BLOCK_LENGTH, 0) && setRiskRules(frame);
            case SetAccountRiskDecoder.TEMPLATE_ID ->
                frame.fits(SetAccountRiskDecoder.BLOCK_LENGTH, 0) && setAccountRisk(frame);
            case SetMarginChargesDecoder.TEMPLATE_ID ->
                frame.fitsTerms(SetMarginChargesDecoder.BLOCK_LENGTH) && setMarginCharges(frame);
            case SetCommoditySpreadsDecoder.TEMPLATE_ID ->
                frame.fitsTerms(SetCommoditySpreadsDecoder.BLOCK_LENGTH) && setCommoditySpreads(frame);
            default -> false;
        };
    }

    private boolean setRiskRules(CommandFrame frame) {
        setRiskRules.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                SetRiskRulesDecoder.BLOCK_LENGTH,
                SetRiskRulesDecoder.SCHEMA_VERSION);
        if (!CommandFrame.known(setRiskRules.rules().volatilityStateRaw(), VOLATILITY_STATE_COUNT)) {
            return false;
        }
        frame.envelope(setRiskRules.envelope(), command);
        exchange.operate(command, new OperatorCommand.SetRiskRules(RiskCodec.read(setRiskRules.rules())));
        return true;
    }

    private boolean setMarginCharges(CommandFrame frame) {
        setMarginCharges.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                SetMarginChargesDecoder.BLOCK_LENGTH,
                SetMarginChargesDecoder.SCHEMA_VERSION);
        setMarginCharges.wrapTerms(terms.carried());
        MarginTermsCodec.Terms told = terms.read();
        if (!told.arrays().isEmpty() || told.spreads().isPresent()) {
            return false;
        }
        frame.envelope(setMarginCharges.envelope(), command);
        exchange.operate(command, new OperatorCommand.SetMarginCharges(told.chargesOrNone()));
        return true;
    }

    private boolean setCommoditySpreads(CommandFrame frame) {
        setCommoditySpreads.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                SetCommoditySpreadsDecoder.BLOCK_LENGTH,
                SetCommoditySpreadsDecoder.SCHEMA_VERSION);
        setCommoditySpreads.wrapTerms(terms.carried());
        MarginTermsCodec.Terms told = terms.read();
        if (!told.arrays().isEmpty()
                || told.charges().isPresent()
                || told.spreads().isEmpty()) {
            return false;
        }
        frame.envelope(setCommoditySpreads.envelope(), command);
        exchange.operate(command, new OperatorCommand.SetCommoditySpreads(told.spreadsOrNone()));
        return true;
    }

    private boolean setAccountRisk(CommandFrame frame) {
        setAccountRisk.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                SetAccountRiskDecoder.BLOCK_LENGTH,
                SetAccountRiskDecoder.SCHEMA_VERSION);
        if (!CommandFrame.known(setAccountRisk.risk().ratingRaw(), Rating.count())
                || !CommandFrame.known(setAccountRisk.risk().smallRaw(), 2)) {
            return false;
        }
        frame.envelope(setAccountRisk.envelope(), command);
        exchange.operate(command, new OperatorCommand.SetAccountRisk(RiskCodec.read(setAccountRisk.risk())));
        return true;
    }
}
