package org.calx.risk.stress;

import java.util.List;
import org.calx.risk.addon.CloseOutCharge;
import org.calx.risk.tail.Exposure;

/**
 * What a member and those who clear through it hold: they are assumed to default together.
 *
 * @param group its name
 * @param exposures positions
 * @param margin what it has paid as margin, in money
 * @param closeOut what closing its positions out costs in any scenario
 */
public record GroupBook(String group, List<Exposure> exposures, double margin, CloseOutCharge closeOut) {

    /** Loss in a scenario's moves, in money; below 0 for a gain. */
    public double loss(double[] moves) {
        double loss = 0;
        for (Exposure exposure : exposures) {
            loss += exposure.loss(moves[exposure.factor()]);
        }
        return loss;
    }

    /** The part of the loss and of what closing out costs that its margin does not cover; 0 if it covers both. */
    public double shortfall(double[] moves) {
        return Math.max(0, loss(moves) + closeOut.total() - margin);
    }
}
