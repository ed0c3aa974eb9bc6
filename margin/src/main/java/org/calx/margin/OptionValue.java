package org.calx.margin;

import org.calx.model.OptionType;

/**
 * What margin knows of an option beside its risk array.
 *
 * <p>The premium of an option is paid when it trades, so its value is no gain that is still to be paid: it counts as <em>net
 * option value</em>, off what the account must hold. That is taken into the array: a long lot loses the array's loss <em>less the
 * option's value</em> in each scenario, and at once the whole premium. {@code docs/spec/margin.md} has the proof.
 *
 * @param type call or put
 * @param valueMicros what a long lot is worth at the valuation price
 */
public record OptionValue(OptionType type, long valueMicros) {

    /** Takes an option's value off an array's losses, each no further than {@link ScenarioArray#MAX_LOSS_MICROS}. */
    public static void takeOff(long[] losses, int offset, long valueMicros) {
        takeOff(losses, offset, valueMicros, ScenarioArray.SCENARIOS);
    }

    /** The same for an array of so many scenarios. */
    public static void takeOff(long[] losses, int offset, long valueMicros, int scenarios) {
        for (int s = offset; s < offset + scenarios; s++) {
            losses[s] = Math.max(losses[s] - valueMicros, -ScenarioArray.MAX_LOSS_MICROS);
        }
    }

    /**
     * What an order for a lot loses more, where no price moves, than it loses at once: the premium comes back as option value
     * in a buy, and is owed as such in a sale.
     *
     * @param sign +1 for a buy, −1 for a sell
     * @param lossAtOnce signed premium at the limit, and the fee
     * @param valueMicros what a long lot is worth
     */
    public static long moreThanAtOnce(int sign, long lossAtOnce, long valueMicros) {
        return Math.max(0, lossAtOnce - sign * valueMicros) - Math.max(0, lossAtOnce);
    }

    /** The least delta, in lots, that so many lots of the option may have: that of a call is from none of them to all. */
    public static long lowDelta(OptionType type, long lowLots, long highLots) {
        return Math.min(0, type == OptionType.CALL ? lowLots : -highLots);
    }

    /** The most. */
    public static long highDelta(OptionType type, long lowLots, long highLots) {
        return Math.max(0, type == OptionType.CALL ? highLots : -lowLots);
    }
}
