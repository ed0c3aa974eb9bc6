package org.calx.acceptance.simulator.model;

/** What an account has in an instrument. */
final class ModelPosition {
    final int accountId;
    long lots;
    long openValueMicros;

    ModelPosition(int accountId) {
        this.accountId = accountId;
    }
}
