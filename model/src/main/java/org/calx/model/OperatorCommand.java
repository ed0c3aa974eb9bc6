package org.calx.model;

/**
 * What an operator can order, as values: the exchange carries one out, or holds it until a second person has ordered the
 * same. {@code docs/spec/operators.md} says who may order what.
 */
public sealed interface OperatorCommand {

    /** Lets a sender send commands; a participant is bound to one account, others to 0. */
    record RegisterSender(int senderId, SenderRole role, int accountId) implements OperatorCommand {}

    /** Opens an account. */
    record OpenAccount(int accountId, String name) implements OperatorCommand {}

    /** Lets a key be used at gateways. */
    record RegisterApiKey(ApiKey key) implements OperatorCommand {}

    /** Says how venue time runs against log time: venue = base + (log − log base) × numerator / denominator. */
    record SetVenueClock(long venueBaseNs, long logBaseNs, long rateNumerator, long rateDenominator)
            implements OperatorCommand {}

    /** Defines a market, closed, at its first business date. */
    record DefineMarket(MarketSpec market) implements OperatorCommand {}

    /** Defines a product; its instruments trade once it has parameters. */
    record DefineProduct(ProductSpec product) implements OperatorCommand {}

    /** Sets all parameters of a product. */
    record SetProductParameters(ProductParameters parameters) implements OperatorCommand {}

    /** Sets all risk rules of a product. */
    record SetRiskRules(RiskRules rules) implements OperatorCommand {}

    /** Sets an account's rating and limits. */
    record SetAccountRisk(AccountRisk risk) implements OperatorCommand {}

    /** Lists an instrument. */
    record ListInstrument(InstrumentSpec instrument) implements OperatorCommand {}

    /** Books cash received, in micros of the currency. */
    record Deposit(int accountId, Currency currency, long amountMicros) implements OperatorCommand {}

    /** Pays cash out, as far as it is free, in micros of the currency. */
    record Withdraw(int accountId, Currency currency, long amountMicros) implements OperatorCommand {}

    /** Records a fixing of an index. */
    record PublishFixing(Fixing fixing) implements OperatorCommand {}

    /** Moves a market to a phase on a business date; a later date than the market's begins a new day. */
    record SetMarketPhase(int marketId, int businessDay, MarketPhase phase) implements OperatorCommand {}

    /** Settles one instrument for a business date: settlement price, variation of every position, day orders cancelled. */
    record SettleInstrument(int instrumentId, int businessDay) implements OperatorCommand {}

    /** Settles one instrument finally at the average of its month's fixings and closes it. */
    record ExpireInstrument(int instrumentId, int businessDay) implements OperatorCommand {}
}
