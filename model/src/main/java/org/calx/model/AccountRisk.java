package org.calx.model;

/**
 * What an account may do beyond what its margin allows. An account has {@link #defaults} until it is given others.
 *
 * @param accountId the account
 * @param rating multiplies its risk arrays as the product's {@link RiskRules} say
 * @param small whether the limit for small accounts holds
 * @param maxOrderLots its largest order; 0 for the product's
 * @param ordersPerSecond orders and amendments of a second of log time, which is also how many may come at once; 0 for any number
 * @param leverage largest value of all that it could hold as a multiple of its equity; 0 for any
 * @param drawdownBps fall of its equity from the highest at a daily settlement, in ten-thousandths, below which nothing may be
 *     opened; 0 for never
 */
public record AccountRisk(
        int accountId,
        Rating rating,
        boolean small,
        long maxOrderLots,
        int ordersPerSecond,
        int leverage,
        int drawdownBps) {

    /** What holds for an account that has been given nothing else: the best rating and no limits of its own. */
    public static AccountRisk defaults(int accountId) {
        return new AccountRisk(accountId, Rating.A, false, 0, 0, 0, 0);
    }

    /** The same limits with another rating. */
    public AccountRisk withRating(Rating other) {
        return new AccountRisk(accountId, other, small, maxOrderLots, ordersPerSecond, leverage, drawdownBps);
    }
}
