package org.calx.gateway.margin;

import org.calx.gateway.view.InstrumentView;

/** The margin of an instrument is asked for that has no risk array, or whose product has no parameters. */
public final class UnknownRiskException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownRiskException(InstrumentView instrument) {
        super(instrument.spec.symbol(), null, false, false);
    }
}
