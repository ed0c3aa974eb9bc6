package org.calx.index.input;

/** Why a row takes no part: a short cause, the same words for the same fault, and what was found. */
final class RowFault extends Exception {
    private final String cause;

    RowFault(String cause, String detail) {
        super(detail, null, false, false);
        this.cause = cause;
    }

    String faultCause() {
        return cause;
    }
}
