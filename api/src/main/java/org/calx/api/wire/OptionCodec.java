package org.calx.api.wire;

import java.util.ArrayList;
import java.util.List;
import org.calx.api.codec.MarginPolicyDecoder;
import org.calx.api.codec.MarginPolicyEncoder;
import org.calx.api.codec.MarginPolicySetDecoder;
import org.calx.api.codec.MarginPolicySetEncoder;
import org.calx.api.codec.OptionTermsDecoder;
import org.calx.api.codec.OptionTermsEncoder;
import org.calx.api.codec.SetMarginPolicyDecoder;
import org.calx.api.codec.SetMarginPolicyEncoder;
import org.calx.model.MarginPolicy;
import org.calx.model.MarginPolicy.Contract;
import org.calx.model.OptionTerms;
import org.calx.model.OptionType;
import org.calx.model.PolicyKind;
import org.calx.model.ShortOptionMethod;

/** Options and margin policies as the blocks and groups that they have on the wire. */
public final class OptionCodec {
    private OptionCodec() {}

    /** Writes what makes an instrument an option. */
    public static void write(OptionTermsEncoder block, OptionTerms terms) {
        block.underlyingId(terms.underlyingId())
                .optionType(
                        org.calx.api.codec.OptionType.get((short) terms.type().ordinal()))
                .strikeMicros(terms.strikeMicros());
    }

    /** Reads it. */
    public static OptionTerms read(OptionTermsDecoder block) {
        return new OptionTerms(block.underlyingId(), OptionType.of(block.optionTypeRaw()), block.strikeMicros());
    }

    /** Writes a policy into a command. */
    public static void write(SetMarginPolicyEncoder command, MarginPolicy policy) {
        write(command.policy(), policy);
        SetMarginPolicyEncoder.ContractsEncoder contracts =
                command.contractsCount(policy.contracts().size());
        for (Contract contract : policy.contracts()) {
            contracts
                    .next()
                    .instrumentId(contract.instrumentId())
                    .rateBps(contract.rateBps())
                    .locked(WireCodes.of(contract.locked()))
                    .excluded(WireCodes.of(contract.excluded()));
        }
    }

    /** Writes a policy into an event. */
    public static void write(MarginPolicySetEncoder event, MarginPolicy policy) {
        write(event.policy(), policy);
        MarginPolicySetEncoder.ContractsEncoder contracts =
                event.contractsCount(policy.contracts().size());
        for (Contract contract : policy.contracts()) {
            contracts
                    .next()
                    .instrumentId(contract.instrumentId())
                    .rateBps(contract.rateBps())
                    .locked(WireCodes.of(contract.locked()))
                    .excluded(WireCodes.of(contract.excluded()));
        }
    }

    private static void write(MarginPolicyEncoder block, MarginPolicy policy) {
        block.productId(policy.productId())
                .kind(org.calx.api.codec.PolicyKind.get((short) policy.kind().ordinal()))
                .shortOptionMinimumMicros(policy.shortOptionMinimumMicros())
                .shortOptionMethod(org.calx.api.codec.ShortOptionMethod.get(
                        (short) policy.shortOptionMethod().ordinal()))
                .scenarios(policy.scenarios())
                .rateBps(policy.rateBps())
                .largerSide(WireCodes.of(policy.largerSide()))
                .lockedBps(policy.lockedBps())
                .openInterestLots(policy.adjustments().openInterestLots())
                .specialShareBps(policy.adjustments().specialShareBps())
                .specialMicros(policy.adjustments().specialMicros())
                .averagingFloorBps(policy.adjustments().averagingFloorBps());
    }

    /** Reads a policy of a command. */
    public static MarginPolicy read(SetMarginPolicyDecoder command) {
        MarginPolicyDecoder block = command.policy();
        List<Contract> contracts = new ArrayList<>();
        command.contracts()
                .forEach(contract -> contracts.add(new Contract(
                        contract.instrumentId(),
                        contract.rateBps(),
                        WireCodes.truth(contract.lockedRaw()),
                        WireCodes.truth(contract.excludedRaw()))));
        return read(block, contracts);
    }

    /** Reads a policy of an event. */
    public static MarginPolicy read(MarginPolicySetDecoder event) {
        MarginPolicyDecoder block = event.policy();
        List<Contract> contracts = new ArrayList<>();
        event.contracts()
                .forEach(contract -> contracts.add(new Contract(
                        contract.instrumentId(),
                        contract.rateBps(),
                        WireCodes.truth(contract.lockedRaw()),
                        WireCodes.truth(contract.excludedRaw()))));
        return read(block, contracts);
    }

    private static MarginPolicy read(MarginPolicyDecoder block, List<Contract> contracts) {
        return new MarginPolicy(
                block.productId(),
                PolicyKind.of(block.kindRaw()),
                block.shortOptionMinimumMicros(),
                ShortOptionMethod.of(block.shortOptionMethodRaw()),
                block.scenarios(),
                block.rateBps(),
                WireCodes.truth(block.largerSideRaw()),
                block.lockedBps(),
                contracts,
                new MarginPolicy.Adjustments(
                        block.openInterestLots(),
                        block.specialShareBps(),
                        block.specialMicros(),
                        block.averagingFloorBps()));
    }
}
