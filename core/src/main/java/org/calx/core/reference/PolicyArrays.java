package org.calx.core.reference;

import java.util.Arrays;
import org.calx.margin.OptionValue;
import org.calx.margin.ScenarioArray;
import org.calx.model.MarginPolicy;
import org.calx.model.PolicyKind;
import org.calx.model.Rating;
import org.calx.model.RiskRules;

/**
 * What instruments lose that are not scanned in 16 scenarios: their grids, and by a percentage policy the margin of a lot; as they
 * come and multiplied for each rating.
 */
public final class PolicyArrays {
    private final PolicyKind[] kinds;
    private final int[] scenarios;
    private final long[][] grids;
    private final long[][] multiplied;
    private final long[] percents;
    private final int[] reliefs;

    PolicyArrays(int maxInstruments) {
        kinds = new PolicyKind[maxInstruments + 1];
        scenarios = new int[maxInstruments + 1];
        grids = new long[maxInstruments + 1][];
        multiplied = new long[maxInstruments + 1][];
        percents = new long[maxInstruments + 1];
        reliefs = new int[maxInstruments + 1];
        Arrays.fill(reliefs, RiskRules.UNIT_BPS);
    }

    /** @return whether what it loses must be published anew */
    boolean setPolicy(int instrumentId, MarginPolicy policy) {
        boolean other = kinds[instrumentId] != policy.kind() || scenarios[instrumentId] != policy.scenarios();
        kinds[instrumentId] = policy.kind();
        scenarios[instrumentId] = policy.scenarios();
        if (other) {
            int length = policy.kind() == PolicyKind.GRID ? policy.scenarios() : 0;
            grids[instrumentId] = new long[length];
            multiplied[instrumentId] = new long[Rating.count() * (policy.kind() == PolicyKind.PERCENT ? 1 : length)];
        }
        return other;
    }

    /** How many values the instrument's array has; none by a percentage policy. */
    public int scenarios(int instrumentId) {
        return kinds[instrumentId] == PolicyKind.PERCENT ? 0 : scenarios[instrumentId];
    }

    boolean isGrid(int instrumentId) {
        return kinds[instrumentId] == PolicyKind.GRID;
    }

    boolean isPercent(int instrumentId) {
        return kinds[instrumentId] == PolicyKind.PERCENT;
    }

    /** Copies a checked grid in; it must be multiplied. */
    void setGrid(int instrumentId, long[] losses) {
        System.arraycopy(losses, 0, grids[instrumentId], 0, scenarios[instrumentId]);
    }

    /** The grid as it was published. Not to be written to. */
    long[] grid(int instrumentId) {
        return grids[instrumentId];
    }

    /** Sets the margin of a lot by a percentage; it must be multiplied. */
    void setPercent(int instrumentId, long micros) {
        percents[instrumentId] = micros;
    }

    /** Sets what is left of a future's arrays, ten-thousandths; they must be multiplied. */
    void setRelief(int instrumentId, int bps) {
        reliefs[instrumentId] = bps;
    }

    /** What the arrays of the instrument are multiplied by for a rating: the rules' multiplier and what is left of a month. */
    int multiplierBps(int instrumentId, RiskRules rules, Rating rating) {
        long bps = (long) rules.multiplierBps(rating) * reliefs[instrumentId];
        return (int) Math.ceilDiv(bps, RiskRules.UNIT_BPS);
    }

    void multiply(int instrumentId, RiskRules rules, long optionValueMicros) {
        for (int code = 0; code < Rating.count(); code++) {
            int bps = multiplierBps(instrumentId, rules, Rating.of(code));
            if (isGrid(instrumentId)) {
                int count = scenarios[instrumentId];
                ScenarioArray.scale(grids[instrumentId], 0, multiplied[instrumentId], code * count, bps, count);
                OptionValue.takeOff(multiplied[instrumentId], code * count, optionValueMicros, count);
            } else if (isPercent(instrumentId)) {
                long micros = Math.ceilDiv(Math.multiplyExact(percents[instrumentId], (long) bps), RiskRules.UNIT_BPS);
                multiplied[instrumentId][code] = Math.min(micros, ScenarioArray.MAX_LOSS_MICROS);
            }
        }
    }

    /** The grids of all ratings behind one another. Not to be written to. */
    public long[] losses(int instrumentId) {
        return multiplied[instrumentId];
    }

    /** Where the grid of a rating begins in {@link #losses}. */
    public int offset(int instrumentId, Rating rating) {
        return rating.ordinal() * scenarios[instrumentId];
    }

    /** The margin of a lot by a percentage policy for accounts of this rating. */
    public long percentMicros(int instrumentId, Rating rating) {
        return multiplied[instrumentId][rating.ordinal()];
    }
}
