package org.calx.core.engine;

import org.calx.model.Currency;

/** Sees what an account has and must hold in a currency. */
@FunctionalInterface
public interface MarginVisitor {

    /** An account's equity and requirement, micros of the currency. */
    void margin(int accountId, Currency currency, long equityMicros, long requirementMicros);
}
