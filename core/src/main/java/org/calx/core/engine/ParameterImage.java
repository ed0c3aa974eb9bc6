package org.calx.core.engine;

import org.calx.core.authority.ParameterDigest;
import org.calx.core.reference.Markets;
import org.calx.core.reference.StagedParameters;
import org.calx.core.reference.StagedSet;
import org.calx.model.ParameterStatus;

/** The rows of a state image about staged sets: which set each market is at, then every part, place by place. */
final class ParameterImage {
    /** Places that may have rows; those of sets do not move while the image goes on. */
    static final int PLACES = Markets.CAPACITY + StagedParameters.MAX_SETS * StagedParameters.MAX_PARTS;

    private final StagedParameters staged;
    private final ExchangeEvents events;

    ParameterImage(Venue venue) {
        staged = venue.stagedParameters;
        events = venue.events;
    }

    /** Tells the rows at a place, from 0. @return how many there were */
    int tell(int place) {
        if (place < Markets.CAPACITY) {
            return market(place + 1);
        }
        int ofSets = place - Markets.CAPACITY;
        StagedSet set = staged.at(ofSets / StagedParameters.MAX_PARTS);
        int part = ofSets % StagedParameters.MAX_PARTS;
        return set == null || part >= set.parts().size() ? 0 : part(set, part);
    }

    private int market(int marketId) {
        if (staged.version(marketId) == 0) {
            return 0;
        }
        events.parametersChanged(
                staged.version(marketId),
                ParameterStatus.IN_FORCE,
                marketId,
                staged.effectiveDay(marketId),
                staged.digest(marketId));
        return 1;
    }

    private int part(StagedSet set, int part) {
        events.parametersStaged(set.parts().get(part));
        boolean last = part == set.parts().size() - 1;
        if (last && set.approved()) {
            events.parametersChanged(
                    set.version(),
                    ParameterStatus.APPROVED,
                    set.marketId(),
                    set.effectiveDay(),
                    ParameterDigest.of(set.whole()));
            return 2;
        }
        return 1;
    }
}
