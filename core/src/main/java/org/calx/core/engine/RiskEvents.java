package org.calx.core.engine;

import org.calx.model.AccountRisk;
import org.calx.model.CommoditySpreads;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;
import org.calx.model.Side;

/** What the exchange tells about margin and limits: the part of {@link ExchangeEvents} that supervisors of risk read. */
public interface RiskEvents {

    /**
     * Why an order, or an amendment of one, was refused for a limit or for margin; the command's result follows. A
     * duplicate of the command gets the result alone.
     *
     * @param required what the account would need with the order: lots for a limit, micros of the currency for margin
     * @param available what it may have, in the same unit: the limit, or its equity; {@code required − available} is missing
     * @param scenario the product's active scenario with the order, 1 to 16, or 17 for the row at once; 0 for a limit
     * @param scanningMicros the product's scanning loss with the order, in {@code required}; 0 for a limit
     * @param chargesMicros the product's charges with the order, in {@code required}; 0 for a limit
     * @param acceptableLots the largest quantity that the same command could have asked for, 0 for none
     */
    void orderRefused(
            int accountId,
            int instrumentId,
            Side side,
            RejectReason reason,
            long required,
            long available,
            int scenario,
            long scanningMicros,
            long chargesMicros,
            long acceptableLots);

    /**
     * Positions and losses at once are counted against this price from now on, in micros per unit: told when a settlement
     * price takes the place of a stale mark. A mark is told by {@link ExchangeEvents#markSet} and takes its place at once.
     */
    void valuationSet(int instrumentId, long priceMicros);

    /** A product's risk rules from now on. */
    void riskRulesSet(RiskRules rules);

    /** An account's rating and limits from now on. */
    void accountRiskSet(AccountRisk risk);

    /** What a product charges by tiers and deliveries from now on; without any, its flat calendar charge holds. */
    void marginChargesSet(MarginCharges charges);

    /** How a product's margin is computed from now on. */
    void marginPolicySet(MarginPolicy policy);

    /** All spreads between products from now on. */
    void commoditySpreadsSet(CommoditySpreads spreads);
}
