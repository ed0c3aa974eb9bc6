package org.calx.app.chaos;

/**
 * What a trader knows of one of its orders in the end.
 *
 * @param accountId its account
 * @param clientOrderId its own id, never used again
 * @param fate what it was told
 * @param orderId the exchange's id, 0 unless acknowledged
 * @param uncertain whether an answer was missing at some time, so that the order was asked for or sent again
 */
public record OrderNote(int accountId, String clientOrderId, Fate fate, long orderId, boolean uncertain) {

    /** What a trader was told in the end. */
    public enum Fate {
        /** The exchange has it. */
        ACKNOWLEDGED,

        /** The exchange does not want it. */
        REFUSED
    }
}
