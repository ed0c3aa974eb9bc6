package org.calx.gateway.view;

/** An event speaks of something that no event has told before. */
final class UnknownReference extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownReference(String what, long id) {
        super("unknown " + what + " " + id, null, false, true);
    }
}
