package org.calx.core.engine;

import org.calx.core.authority.ParameterDigest;
import org.calx.core.reference.ParameterChecks;
import org.calx.core.reference.StagedParameters;
import org.calx.core.reference.StagedSet;
import org.calx.model.Digest;
import org.calx.model.ParameterPart;
import org.calx.model.ParameterSet;
import org.calx.model.ParameterStatus;
import org.calx.model.RejectReason;

/**
 * Sets of margin parameters from the first part to their date: staged, approved by two operators, in force from the beginning of
 * their business date on, or at once when it has begun.
 */
final class ParameterDesk {
    private final Venue venue;
    private final StagedParameters staged;
    private final ParameterChecks checks;

    ParameterDesk(Venue venue) {
        this.venue = venue;
        staged = venue.stagedParameters;
        checks = new ParameterChecks(venue.markets, venue.products, venue.instruments, venue.accounts);
    }

    RejectReason stage(ParameterPart part) {
        RejectReason reason = checks.check(part);
        if (reason == RejectReason.NONE) {
            reason = staged.check(part);
        }
        if (reason == RejectReason.NONE) {
            staged.add(part);
            venue.events.parametersStaged(part);
        }
        return reason;
    }

    /** Carries out what two operators have ordered: what they have signed is the content of the set, by its digest. */
    RejectReason activate(long version, Digest digest) {
        StagedSet set = staged.find(version);
        if (set == null || set.approved()) {
            return RejectReason.UNKNOWN_PARAMETERS;
        }
        ParameterSet whole = set.whole();
        if (!ParameterDigest.of(whole).equals(digest)) {
            return RejectReason.PARAMETERS_DIFFER;
        }
        int today = venue.markets.businessDay(set.marketId());
        if (set.effectiveDay() < today) {
            return RejectReason.WRONG_BUSINESS_DATE;
        }
        RejectReason reason = checks.check(whole);
        if (reason == RejectReason.NONE) {
            staged.approve(set);
            tell(set, ParameterStatus.APPROVED);
            if (set.effectiveDay() == today) {
                takeEffect(staged.find(version));
            }
        }
        return reason;
    }

    RejectReason cancel(long version) {
        StagedSet set = staged.find(version);
        if (set == null) {
            return RejectReason.UNKNOWN_PARAMETERS;
        }
        end(set, ParameterStatus.CANCELLED);
        return RejectReason.NONE;
    }

    /** A market has begun a business date: what waited for it takes effect, what was not approved in time goes. */
    void beginDay(int marketId, int businessDay) {
        for (StagedSet set : staged.sets()) {
            boolean due = set.marketId() == marketId && staged.find(set.version()) != null;
            if (due && set.approved() && set.effectiveDay() <= businessDay) {
                takeEffect(set);
            } else if (due && !set.approved() && set.effectiveDay() < businessDay) {
                end(set, ParameterStatus.EXPIRED);
            }
        }
    }

    private void takeEffect(StagedSet set) {
        ParameterSet whole = set.whole();
        if (checks.checkFit(whole) == RejectReason.NONE) {
            venue.clearing.rules().setTogether(whole);
            staged.noteInForce(set, ParameterDigest.of(whole));
            end(set, ParameterStatus.IN_FORCE);
            supersede(set);
        } else {
            end(set, ParameterStatus.UNFIT);
        }
    }

    private void supersede(StagedSet by) {
        for (StagedSet set : staged.sets()) {
            if (set.marketId() == by.marketId() && set.version() < by.version()) {
                end(set, ParameterStatus.SUPERSEDED);
            }
        }
    }

    private void end(StagedSet set, ParameterStatus status) {
        staged.remove(set);
        tell(set, status);
    }

    private void tell(StagedSet set, ParameterStatus status) {
        Digest digest = ParameterDigest.of(set.whole());
        venue.events.parametersChanged(set.version(), status, set.marketId(), set.effectiveDay(), digest);
    }

    /** Puts a set in force without operators, after the checks of its parts and of the whole: to see what it would do. */
    RejectReason tryOut(ParameterSet set) {
        for (ParameterPart part : set.parts()) {
            RejectReason reason = checks.check(part);
            if (reason == RejectReason.NONE) {
                reason = staged.check(part);
            }
            if (reason != RejectReason.NONE) {
                return reason;
            }
        }
        RejectReason reason = checks.check(set);
        if (reason == RejectReason.NONE) {
            venue.clearing.rules().setTogether(set);
        }
        return reason;
    }
}
