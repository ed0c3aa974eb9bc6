package org.calx.risk.fund;

/**
 * A member's margin and stress losses, in minor units.
 *
 * @param member its name
 * @param group members that default together
 * @param marginMinor not negative: the margin that its losses are first covered by
 * @param meanMarginMinor trailing mean of it, by which the fund is shared out; not negative
 * @param lossMinor in each scenario, negative for a gain
 */
public record MemberStress(String member, String group, long marginMinor, long meanMarginMinor, long[] lossMinor) {

    /** Loss above margin in a scenario, 0 if there is none: the members' gains stay theirs. */
    long uncoveredMinor(int scenario) {
        return Math.max(0, Math.subtractExact(lossMinor[scenario], marginMinor));
    }
}
