package org.calx.gateway.margin;

import java.util.List;
import java.util.Map;
import org.calx.gateway.view.InstrumentView;

/**
 * What an account is imagined to have.
 *
 * @param onTop whether the account's own positions and working orders count as well
 * @param positions signed lots, as if traded at the valuation price and without fees
 * @param orders as if accepted and not yet filled
 */
public record Hypothesis(boolean onTop, Map<InstrumentView, Long> positions, List<HypotheticalOrder> orders) {

    /** The account as it is. */
    public static final Hypothesis NOTHING = new Hypothesis(true, Map.of(), List.of());

    /** The account as it is with one more order. */
    public static Hypothesis order(HypotheticalOrder order) {
        return new Hypothesis(true, Map.of(), List.of(order));
    }
}
