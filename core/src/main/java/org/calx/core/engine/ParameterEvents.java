package org.calx.core.engine;

import org.calx.model.Digest;
import org.calx.model.ParameterPart;
import org.calx.model.ParameterStatus;

/** What is told of staged sets of margin parameters; what a set changes is told by {@link RiskEvents} when it takes effect. */
public interface ParameterEvents {

    /** A part of a set is staged; it changes nothing yet. */
    void parametersStaged(ParameterPart part);

    /**
     * What became of a staged set.
     *
     * @param effectiveDay the business date of the market from whose beginning it holds, days since 1970-01-01
     * @param digest of the whole set
     */
    void parametersChanged(long version, ParameterStatus status, int marketId, int effectiveDay, Digest digest);
}
