package org.calx.api.wire;

import org.calx.api.codec.MarginPolicyDecoder;
import org.calx.api.codec.MarginPolicyEncoder;
import org.calx.api.codec.OptionTermsDecoder;
import org.calx.api.codec.OptionTermsEncoder;
import org.calx.model.MarginPolicy;
import org.calx.model.OptionTerms;
import org.calx.model.OptionType;
import org.calx.model.ShortOptionMethod;

/** Options and margin policies as the blocks that they have on the wire. */
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

    /** Writes a policy. */
    public static void write(MarginPolicyEncoder block, MarginPolicy policy) {
        block.productId(policy.productId())
                .shortOptionMinimumMicros(policy.shortOptionMinimumMicros())
                .shortOptionMethod(org.calx.api.codec.ShortOptionMethod.get(
                        (short) policy.shortOptionMethod().ordinal()));
    }

    /** Reads a policy. */
    public static MarginPolicy read(MarginPolicyDecoder block) {
        return new MarginPolicy(
                block.productId(),
                block.shortOptionMinimumMicros(),
                ShortOptionMethod.of(block.shortOptionMethodRaw()));
    }
}
