package org.calx.index.push;

/** A body that is refused whole; the message says what is allowed. */
public final class PushRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    PushRefusal(String message) {
        super(message);
    }
}
