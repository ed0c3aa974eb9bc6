package org.calx.pricing.curve;

/** Listed prices that no curve has: a period's price is not the mean of the contracts that make it up. */
public final class Contradiction extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Contradiction(ListedPrice contract, double implied) {
        super("the contract from day " + contract.firstDay() + " to before day " + contract.endDay() + " is listed at "
                + contract.price() + ", but the others that make it up give " + implied);
    }
}
