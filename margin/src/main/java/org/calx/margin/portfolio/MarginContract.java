package org.calx.margin.portfolio;

import org.calx.model.Months;

/**
 * A contract that is margined by scenarios.
 *
 * @param id its name
 * @param month contract month, of {@link Months}
 * @param kind future, call or put
 * @param riskArray loss of one long lot in each scenario, minor units
 * @param compositeDelta delta of one long lot × 10,000
 * @param optionPrice value of one long lot, minor units; of a future it is not looked at
 */
public record MarginContract(
        String id, int month, ContractKind kind, long[] riskArray, long compositeDelta, long optionPrice) {}
