package org.calx.cluster;

import org.calx.api.codec.ListOptionDecoder;
import org.calx.api.codec.SetMarginPolicyDecoder;
import org.calx.api.codec.SetScenarioGridDecoder;
import org.calx.api.wire.OptionCodec;
import org.calx.api.wire.SpecCodec;
import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;
import org.calx.model.OperatorCommand;
import org.calx.model.OptionType;
import org.calx.model.PolicyKind;
import org.calx.model.ShortOptionMethod;

/** Commands about options and margin policies. */
final class OptionCommandDecoder {
    private static final int OPTION_TYPE_COUNT = OptionType.values().length;
    private static final int KIND_COUNT = PolicyKind.values().length;
    private static final int METHOD_COUNT = ShortOptionMethod.values().length;

    private final ListOptionDecoder listOption = new ListOptionDecoder();
    private final SetScenarioGridDecoder setScenarioGrid = new SetScenarioGridDecoder();
    private final SetMarginPolicyDecoder setMarginPolicy = new SetMarginPolicyDecoder();
    private final Exchange exchange;
    private final CommandHeader command;

    OptionCommandDecoder(Exchange exchange, CommandHeader command) {
        this.exchange = exchange;
        this.command = command;
    }

    /** Carries out the command in the frame. @return false, and nothing done, if it is not one of these or malformed */
    boolean decode(CommandFrame frame) {
        return switch (frame.templateId()) {
            case ListOptionDecoder.TEMPLATE_ID -> frame.fits(ListOptionDecoder.BLOCK_LENGTH, 1) && listOption(frame);
            case SetMarginPolicyDecoder.TEMPLATE_ID ->
                frame.fitsGroups(
                                SetMarginPolicyDecoder.BLOCK_LENGTH,
                                SetMarginPolicyDecoder.ContractsDecoder.sbeBlockLength())
                        && setMarginPolicy(frame);
            case SetScenarioGridDecoder.TEMPLATE_ID ->
                frame.fitsGroups(
                                SetScenarioGridDecoder.BLOCK_LENGTH,
                                SetScenarioGridDecoder.LossesDecoder.sbeBlockLength())
                        && setScenarioGrid(frame);
            default -> false;
        };
    }

    private boolean listOption(CommandFrame frame) {
        listOption.wrap(
                frame.buffer(), frame.bodyOffset(), ListOptionDecoder.BLOCK_LENGTH, ListOptionDecoder.SCHEMA_VERSION);
        if (!CommandFrame.known(listOption.option().optionTypeRaw(), OPTION_TYPE_COUNT)) {
            return false;
        }
        frame.envelope(listOption.envelope(), command);
        exchange.operate(
                command,
                new OperatorCommand.ListInstrument(SpecCodec.read(
                        listOption.instrument(), listOption.symbol(), OptionCodec.read(listOption.option()))));
        return true;
    }

    private boolean setMarginPolicy(CommandFrame frame) {
        setMarginPolicy.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                SetMarginPolicyDecoder.BLOCK_LENGTH,
                SetMarginPolicyDecoder.SCHEMA_VERSION);
        if (!CommandFrame.known(setMarginPolicy.policy().shortOptionMethodRaw(), METHOD_COUNT)
                || !CommandFrame.known(setMarginPolicy.policy().kindRaw(), KIND_COUNT)
                || !CommandFrame.known(setMarginPolicy.policy().largerSideRaw(), 2)) {
            return false;
        }
        frame.envelope(setMarginPolicy.envelope(), command);
        exchange.operate(command, new OperatorCommand.SetMarginPolicy(OptionCodec.read(setMarginPolicy)));
        return true;
    }

    private boolean setScenarioGrid(CommandFrame frame) {
        setScenarioGrid.wrap(
                frame.buffer(),
                frame.bodyOffset(),
                SetScenarioGridDecoder.BLOCK_LENGTH,
                SetScenarioGridDecoder.SCHEMA_VERSION);
        frame.envelope(setScenarioGrid.envelope(), command);
        int instrumentId = setScenarioGrid.instrumentId();
        long version = setScenarioGrid.arrayVersion();
        SetScenarioGridDecoder.LossesDecoder group = setScenarioGrid.losses();
        long[] losses = new long[group.count()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = group.next().lossMicrosPerLot();
        }
        exchange.setRiskArray(command, instrumentId, version, losses);
        return true;
    }
}
