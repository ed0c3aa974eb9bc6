package org.calx.margin.portfolio;

/** What a contract is. Options count for the option value and the short-option minimum. */
public enum ContractKind {
    FUTURE,
    CALL,
    PUT;

    /** Whether it is a call or a put. */
    public boolean isOption() {
        return this != FUTURE;
    }
}
