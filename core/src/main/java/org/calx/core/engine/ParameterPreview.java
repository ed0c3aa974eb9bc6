package org.calx.core.engine;

import org.calx.core.clearing.Clearing;
import org.calx.model.Currency;
import org.calx.model.ParameterSet;
import org.calx.model.RejectReason;

/** What a set of margin parameters would do to every account, on an exchange that carries out nothing more. */
final class ParameterPreview {
    private final Venue venue;
    private final ParameterDesk desk;

    ParameterPreview(Venue venue, ParameterDesk desk) {
        this.venue = venue;
        this.desk = desk;
    }

    RejectReason run(ParameterSet set, MarginVisitor before, MarginVisitor after) {
        visit(before);
        RejectReason reason = desk.tryOut(set);
        if (reason == RejectReason.NONE) {
            visit(after);
        }
        return reason;
    }

    private void visit(MarginVisitor visitor) {
        Clearing clearing = venue.clearing;
        while (clearing.backlog().isAny()) {
            clearing.backlog().step();
        }
        for (int id = 1; id <= venue.accounts.highestId(); id++) {
            for (int code = 0; venue.accounts.exists(id) && code < Currency.count(); code++) {
                Currency currency = Currency.of(code);
                visitor.margin(
                        id, currency, clearing.equityMicros(id, currency), clearing.requirementMicros(id, currency));
            }
        }
    }
}
