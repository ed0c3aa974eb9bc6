package org.calx.cluster;

import org.calx.api.codec.ActivateParametersDecoder;
import org.calx.api.codec.CancelParametersDecoder;
import org.calx.api.codec.StageParametersDecoder;
import org.calx.api.wire.DigestCodec;
import org.calx.api.wire.MarginTermsCodec;
import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;
import org.calx.model.OperatorCommand;
import org.calx.model.ParameterPart;

/** Commands about staged sets of margin parameters. */
final class ParameterCommandDecoder {
    private static final int VERSION = StageParametersDecoder.SCHEMA_VERSION;

    private final StageParametersDecoder stageParameters = new StageParametersDecoder();
    private final ActivateParametersDecoder activateParameters = new ActivateParametersDecoder();
    private final CancelParametersDecoder cancelParameters = new CancelParametersDecoder();
    private final MarginTermsCodec terms = new MarginTermsCodec();
    private final Exchange exchange;
    private final CommandHeader command;

    ParameterCommandDecoder(Exchange exchange, CommandHeader command) {
        this.exchange = exchange;
        this.command = command;
    }

    /** Carries out the command in the frame. @return false, and nothing done, if it is not one of these or malformed */
    boolean decode(CommandFrame frame) {
        return switch (frame.templateId()) {
            case StageParametersDecoder.TEMPLATE_ID ->
                frame.fitsTerms(StageParametersDecoder.BLOCK_LENGTH) && stageParameters(frame);
            case ActivateParametersDecoder.TEMPLATE_ID ->
                frame.fits(ActivateParametersDecoder.BLOCK_LENGTH, 0) && activateParameters(frame);
            case CancelParametersDecoder.TEMPLATE_ID ->
                frame.fits(CancelParametersDecoder.BLOCK_LENGTH, 0) && cancelParameters(frame);
            default -> false;
        };
    }

    private boolean stageParameters(CommandFrame frame) {
        stageParameters.wrap(frame.buffer(), frame.bodyOffset(), StageParametersDecoder.BLOCK_LENGTH, VERSION);
        frame.envelope(stageParameters.envelope(), command);
        stageParameters.wrapTerms(terms.carried());
        ParameterPart part = terms.read()
                .part(stageParameters.version(), stageParameters.marketId(), stageParameters.effectiveDay());
        exchange.operate(command, new OperatorCommand.StageParameters(part));
        return true;
    }

    private boolean activateParameters(CommandFrame frame) {
        activateParameters.wrap(frame.buffer(), frame.bodyOffset(), ActivateParametersDecoder.BLOCK_LENGTH, VERSION);
        frame.envelope(activateParameters.envelope(), command);
        exchange.operate(
                command,
                new OperatorCommand.ActivateParameters(
                        activateParameters.version(), DigestCodec.read(activateParameters.digest())));
        return true;
    }

    private boolean cancelParameters(CommandFrame frame) {
        cancelParameters.wrap(frame.buffer(), frame.bodyOffset(), CancelParametersDecoder.BLOCK_LENGTH, VERSION);
        frame.envelope(cancelParameters.envelope(), command);
        exchange.operate(command, new OperatorCommand.CancelParameters(cancelParameters.version()));
        return true;
    }
}
