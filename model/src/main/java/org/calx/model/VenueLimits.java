package org.calx.model;

/**
 * The capacities that shape the exchange's tables. They are part of the command that opens the venue, so every replica
 * has the same ones; a table at its capacity refuses with {@link RejectReason#CAPACITY_REACHED} or
 * {@link RejectReason#BOOK_FULL}.
 *
 * @param maxAccounts most accounts
 * @param maxInstruments most instruments listed over the venue's life
 * @param maxOrders most working orders at any time, at most 2^24
 * @param maxOrdersPerAccount most working orders of one account
 * @param maxFillsPerCommand most fills of one command; what is left of the aggressor is cancelled
 * @param commandWindow remembered commands per sender, a power of two
 * @param clientOrderIdWindow remembered client order ids per account, a power of two
 */
public record VenueLimits(
        int maxAccounts,
        int maxInstruments,
        int maxOrders,
        int maxOrdersPerAccount,
        int maxFillsPerCommand,
        int commandWindow,
        int clientOrderIdWindow) {

    /** Limits that suit a laptop: 1,024 accounts, 1,024 instruments, 262,144 working orders. */
    public static VenueLimits defaults() {
        return new VenueLimits(1_024, 1_024, 1 << 18, 10_000, 10_000, 4_096, 1_024);
    }
}
