package org.calx.core.reference;

import java.util.List;
import org.calx.model.ParameterPart;
import org.calx.model.ParameterSet;

/**
 * A set of margin parameters that does not hold yet.
 *
 * @param parts as they were staged, at least one
 * @param approved whether two operators have ordered it: it waits for its date, and nothing can be added
 */
public record StagedSet(List<ParameterPart> parts, boolean approved) {
    public StagedSet {
        parts = List.copyOf(parts);
    }

    /** Its number. */
    public long version() {
        return parts.getFirst().version();
    }

    /** The market of its products. */
    public int marketId() {
        return parts.getFirst().marketId();
    }

    /** The business date from whose beginning it is to hold. */
    public int effectiveDay() {
        return parts.getFirst().effectiveDay();
    }

    /** All of it. */
    public ParameterSet whole() {
        return ParameterSet.of(parts);
    }
}
