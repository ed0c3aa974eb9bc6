package org.calx.index.methodology;

import java.util.Optional;
import org.calx.index.methodology.Fixing.Status;

/**
 * One index through the days: each fixing is the last one times the day's move, pulled a little to the level of the panel.
 *
 * <p>It begins on the first day with enough contributors, at their level. The pull keeps the chain near what is asked in the
 * market, and its limit keeps a change of the panel from moving the index.
 */
final class Chain {
    private static final double NORMAL_95 = 1.959963984540054;

    private final String index;
    private final Methodology rules;
    private long valueMicros;
    private int daysWithout;
    private int daysByModel;
    private double standardError;
    private double lastLogMove;
    private boolean generated;

    Chain(String index, Methodology rules) {
        this.index = index;
        this.rules = rules;
    }

    boolean hasBegun() {
        return valueMicros != 0;
    }

    /** The move of the last fixing in logarithms, as published. */
    double lastLogMove() {
        return lastLogMove;
    }

    double standardError() {
        return standardError;
    }

    /** The fixing from the day's panel; empty if too few can be matched, or, before the first one, too few contribute. */
    Optional<Fixing> observe(int epochDay, Panel panel, Status status) {
        if (panel.groups() < rules.fewestContributors()) {
            return Optional.empty();
        }
        double logLevel = StrictMath.log(panel.level(rules));
        if (!hasBegun()) {
            return Optional.of(observed(epochDay, logLevel, panel, status));
        }
        Panel matched = panel.matched();
        if (matched.groups() < rules.fewestContributors()) {
            return Optional.empty();
        }
        double moved = StrictMath.log(valueMicros) + matched.logMove(rules);
        double pull = Math.clamp(rules.anchorSpeed() * (logLevel - moved), -rules.anchorLimit(), rules.anchorLimit());
        return Optional.of(observed(epochDay, moved + pull, panel, status));
    }

    private Fixing observed(int epochDay, double logValue, Panel panel, Status status) {
        standardError = panel.logStandardError(rules);
        daysWithout = 0;
        daysByModel = 0;
        generated = panel.isGenerated();
        setValue(logValue);
        return print(epochDay, panel.groups(), status);
    }

    /** The fixing on a day without an observed move: with the linked models, else held, else for the committee. */
    Fixing standIn(int epochDay, Optional<Double> linkedLogMove) {
        daysWithout++;
        if (linkedLogMove.isPresent() && daysByModel < rules.modelDays()) {
            daysByModel++;
            setValue(StrictMath.log(valueMicros) + linkedLogMove.get());
            return print(epochDay, 0, Status.MODEL);
        }
        lastLogMove = 0;
        return print(epochDay, 0, daysWithout - daysByModel <= rules.heldDays() ? Status.HELD : Status.COMMITTEE);
    }

    /** The committee's figure, on a day for which it was asked. */
    Fixing decide(int epochDay, long micros) {
        lastLogMove = StrictMath.log((double) micros / valueMicros);
        valueMicros = micros;
        return print(epochDay, 0, Status.DECIDED);
    }

    /** A fixing of a composite: the members' mean move. */
    Fixing move(int epochDay, double logMove, int members, double membersError, boolean anyGenerated) {
        standardError = membersError;
        generated = anyGenerated;
        setValue(StrictMath.log(valueMicros) + logMove);
        return print(epochDay, members, Status.COMPOSITE);
    }

    void begin(long firstValueMicros) {
        valueMicros = firstValueMicros;
    }

    /** The one place where a computed price becomes a published one. */
    private void setValue(double logValue) {
        long rounded = Math.max(1, Math.round(StrictMath.exp(logValue)));
        lastLogMove = hasBegun() ? StrictMath.log((double) rounded / valueMicros) : 0;
        valueMicros = rounded;
    }

    private Fixing print(int epochDay, int contributors, Status status) {
        double half = NORMAL_95 * standardError * Math.sqrt(1.0 + daysWithout);
        return new Fixing(
                epochDay,
                index,
                valueMicros,
                contributors,
                Math.round(valueMicros * StrictMath.exp(-half)),
                Math.round(valueMicros * StrictMath.exp(half)),
                status,
                generated);
    }
}
