package org.calx.core.reference;

import java.util.Arrays;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.margin.OptionValue;
import org.calx.margin.ScenarioArray;
import org.calx.model.Rating;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;

/**
 * The loss of one long lot of each instrument in each scenario, in micros, and which version of it is in force: as published,
 * and multiplied for each rating of accounts by what the product's rules say.
 */
public final class RiskArrays {
    static final int SCENARIOS = ScenarioArray.SCENARIOS;

    private final long[] published;
    private final long[] losses;
    private final long[] optionValues;
    private final long[] one = new long[SCENARIOS];
    private final PolicyArrays others;
    private final long[] versions;

    RiskArrays(int maxInstruments) {
        published = new long[(maxInstruments + 1) * SCENARIOS];
        losses = new long[(maxInstruments + 1) * SCENARIOS * Rating.count()];
        versions = new long[maxInstruments + 1];
        optionValues = new long[maxInstruments + 1];
        others = new PolicyArrays(maxInstruments);
    }

    /** Why the array cannot be set, or {@link RejectReason#NONE}: versions of an instrument rise, losses are bounded. */
    public RejectReason checkSet(int instrumentId, long version, long[] lossMicrosPerLot) {
        int scenarios = others.scenarios(instrumentId);
        boolean possible = version > versions[instrumentId] && areLosses(lossMicrosPerLot, scenarios);
        return possible ? RejectReason.NONE : RejectReason.INVALID_PARAMETER;
    }

    /** Whether these are losses of so many scenarios, of one at least, within bounds. */
    static boolean areLosses(long[] lossMicrosPerLot, int scenarios) {
        if (scenarios == 0 || lossMicrosPerLot.length != scenarios) {
            return false;
        }
        for (int s = 0; s < scenarios; s++) {
            long most = NumericBounds.MAX_SCENARIO_LOSS_MICROS;
            if (!NumericBounds.isWithin(lossMicrosPerLot[s], -most, most)) {
                return false;
            }
        }
        return true;
    }

    /** Copies a checked array in. Margin must be re-evaluated: use {@code Clearing}. */
    public void set(int instrumentId, long version, long[] lossMicrosPerLot, RiskRules rules) {
        if (others.isGrid(instrumentId)) {
            others.setGrid(instrumentId, lossMicrosPerLot);
        } else {
            System.arraycopy(lossMicrosPerLot, 0, published, instrumentId * SCENARIOS, SCENARIOS);
        }
        versions[instrumentId] = version;
        multiply(instrumentId, rules);
    }

    /** Forgets the instrument's array: it has another number of scenarios from now on. Nobody may hold the instrument. */
    void forget(int instrumentId, RiskRules rules) {
        Arrays.fill(published, instrumentId * SCENARIOS, (instrumentId + 1) * SCENARIOS, 0);
        versions[instrumentId] = 0;
        multiply(instrumentId, rules);
    }

    /** Multiplies the published array anew. Margin must be re-evaluated: use {@code Clearing}. */
    public void multiply(int instrumentId, RiskRules rules) {
        others.multiply(instrumentId, rules, optionValues[instrumentId]);
        for (int code = 0; code < Rating.count(); code++) {
            Rating rating = Rating.of(code);
            int bps = others.multiplierBps(instrumentId, rules, rating);
            ScenarioArray.scale(published, instrumentId * SCENARIOS, losses, offset(instrumentId, rating), bps);
            OptionValue.takeOff(
                    losses, offset(instrumentId, rating), others.isGrid(instrumentId) ? 0 : optionValues[instrumentId]);
        }
    }

    /** Sets what a long lot of an option is worth. Its array must be multiplied anew. */
    void setOptionValue(int instrumentId, long micros) {
        optionValues[instrumentId] = micros;
    }

    /** What a long lot of an option is worth at its valuation price, taken off its multiplied arrays; 0 for a future. */
    public long optionValueMicros(int instrumentId) {
        return optionValues[instrumentId];
    }

    /** What instruments lose that are not scanned in 16 scenarios. */
    public PolicyArrays others() {
        return others;
    }

    /** Whether the instrument has an array, or needs none. */
    public boolean exists(int instrumentId) {
        return versions[instrumentId] != 0 || others.isPercent(instrumentId);
    }

    /** Whether it has one. */
    public boolean isPublished(int instrumentId) {
        return versions[instrumentId] != 0;
    }

    /** Version in force, 0 for none. */
    public long version(int instrumentId) {
        return versions[instrumentId];
    }

    /** The array as it was published. Not to be written to; holds until the next call. */
    public long[] published(int instrumentId) {
        if (others.isGrid(instrumentId)) {
            return others.grid(instrumentId);
        }
        System.arraycopy(published, instrumentId * SCENARIOS, one, 0, SCENARIOS);
        return one;
    }

    /** All multiplied arrays behind one another; an instrument's begins at {@link #offset}. Not to be written to. */
    public long[] losses() {
        return losses;
    }

    /** Where the instrument's array for accounts of this rating begins in {@link #losses()}. */
    public int offset(int instrumentId, Rating rating) {
        return (instrumentId * Rating.count() + rating.ordinal()) * SCENARIOS;
    }

    void writeRow(SnapshotWriter writer, int id) {
        writer.writeLong(versions[id]);
        if (versions[id] != 0) {
            for (long loss : published(id)) {
                writer.writeLong(loss);
            }
        }
    }

    void readRow(SnapshotReader reader, int id, RiskRules rules) {
        versions[id] = reader.readLong();
        if (versions[id] != 0) {
            long[] read = new long[others.scenarios(id)];
            for (int s = 0; s < read.length; s++) {
                read[s] = reader.readLong();
            }
            set(id, versions[id], read, rules);
        }
    }
}
