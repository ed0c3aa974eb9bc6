package org.calx.acceptance.simulator.model;

import org.calx.model.RejectReason;

/**
 * What becomes of a command.
 *
 * @param reference the order that it made or touched, else 0
 * @param repeated an earlier command had done it already
 */
record ModelAnswer(RejectReason reason, long reference, boolean repeated) {

    static ModelAnswer done(long reference) {
        return new ModelAnswer(RejectReason.NONE, reference, false);
    }

    static ModelAnswer repeated(long reference) {
        return new ModelAnswer(RejectReason.NONE, reference, true);
    }

    static ModelAnswer refused(RejectReason reason) {
        return new ModelAnswer(reason, 0, false);
    }

    /** Done without a reference, or refused for the reason. */
    static ModelAnswer of(RejectReason reason) {
        return new ModelAnswer(reason, 0, false);
    }
}
