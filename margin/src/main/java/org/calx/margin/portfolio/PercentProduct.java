package org.calx.margin.portfolio;

import java.util.List;

/**
 * A product margined by a percentage of its value at the settlement price, as Chinese futures exchanges do: rates by
 * contract (they rise towards delivery and with open interest), the larger side alone where both are held, and rates
 * expanded after days that were locked at their price limit.
 *
 * @param id its name
 * @param largerSide whether the larger side alone is charged
 * @param lockedExpansion factor × 10,000 on the rate of a contract that was limit-locked, 10,000 or above
 * @param contracts its contracts
 */
public record PercentProduct(String id, LargerSide largerSide, long lockedExpansion, List<Contract> contracts)
        implements ProductMargin {

    /**
     * A contract.
     *
     * @param id its name
     * @param settlementValue value of one lot at the settlement price, minor units, 0 or above
     * @param rate part × 10,000 of it that is margin, 0 or above
     * @param isLocked whether the last day was locked at its price limit
     * @param isExcluded whether it is so near delivery that it is charged beside the larger side
     */
    public record Contract(String id, long settlementValue, long rate, boolean isLocked, boolean isExcluded) {}

    @Override
    public List<String> contractIds() {
        return contracts.stream().map(Contract::id).toList();
    }
}
