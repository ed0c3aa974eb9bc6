package org.calx.model;

/**
 * What an operator can order, as values: the exchange carries one out, or holds it until a second person has ordered the
 * same. {@code docs/spec/operators.md} says who may order what.
 */
public sealed interface OperatorCommand {

    /** What a sender must have to order it. */
    Privilege privilege();

    /** Sets or replaces the key of a sender that signs, registering it if need be; {@link PublicKey#NONE} revokes it. */
    record SetOperatorKey(int senderId, SenderRole role, PublicKey key) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.SET_OPERATOR_KEY;
        }
    }

    /** Lets a sender send commands; a participant is bound to one account, others to 0. */
    record RegisterSender(int senderId, SenderRole role, int accountId) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return role == SenderRole.PARTICIPANT ? Privilege.REGISTER_PARTICIPANT : Privilege.REGISTER_SENDER;
        }
    }

    /** Opens an account. */
    record OpenAccount(int accountId, String name) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.OPEN_ACCOUNT;
        }
    }

    /** Lets a key be used at gateways. */
    record RegisterApiKey(ApiKey key) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.REGISTER_API_KEY;
        }
    }

    /** Says how venue time runs against log time: venue = base + (log − log base) × numerator / denominator. */
    record SetVenueClock(long venueBaseNs, long logBaseNs, long rateNumerator, long rateDenominator)
            implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.SET_VENUE_CLOCK;
        }
    }

    /** Defines a market, closed, at its first business date. */
    record DefineMarket(MarketSpec market) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.DEFINE_MARKET;
        }
    }

    /** Defines a product; its instruments trade once it has parameters. */
    record DefineProduct(ProductSpec product) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.DEFINE_PRODUCT;
        }
    }

    /** Sets all parameters of a product. */
    record SetProductParameters(ProductParameters parameters) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.SET_PRODUCT_PARAMETERS;
        }
    }

    /** Sets all risk rules of a product. */
    record SetRiskRules(RiskRules rules) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.SET_RISK_RULES;
        }
    }

    /** Sets an account's rating and limits. */
    record SetAccountRisk(AccountRisk risk) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.SET_ACCOUNT_RISK;
        }
    }

    /** Sets a product's charges by tiers and deliveries; {@link MarginCharges#none} for its flat calendar charge. */
    record SetMarginCharges(MarginCharges charges) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.SET_MARGIN_CHARGES;
        }
    }

    /** Sets all spreads between products. */
    record SetCommoditySpreads(CommoditySpreads spreads) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.SET_COMMODITY_SPREADS;
        }
    }

    /** Stages a part of a set of margin parameters; the parts of one version make the set. */
    record StageParameters(ParameterPart part) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.STAGE_PARAMETERS;
        }
    }

    /** Activates the staged set of this version and digest from its date on. */
    record ActivateParameters(long version, Digest digest) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.ACTIVATE_PARAMETERS;
        }
    }

    /** Withdraws a set that is staged or waits for its date. */
    record CancelParameters(long version) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.CANCEL_PARAMETERS;
        }
    }

    /** Sets how a product's margin is computed. */
    record SetMarginPolicy(MarginPolicy policy) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.SET_MARGIN_POLICY;
        }
    }

    /** Lists an instrument: a future, or an option on one. */
    record ListInstrument(InstrumentSpec instrument) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.LIST_INSTRUMENT;
        }
    }

    /** Books cash received, in micros of the currency. */
    record Deposit(int accountId, Currency currency, long amountMicros) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.DEPOSIT;
        }
    }

    /** Pays cash out, as far as it is free, in micros of the currency. */
    record Withdraw(int accountId, Currency currency, long amountMicros) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.WITHDRAW;
        }
    }

    /** Records a fixing of an index. */
    record PublishFixing(Fixing fixing) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.PUBLISH_FIXING;
        }
    }

    /** Moves a market to a phase on a business date; a later date than the market's begins a new day. */
    record SetMarketPhase(int marketId, int businessDay, MarketPhase phase) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return phase == MarketPhase.HALTED ? Privilege.HALT_MARKET : Privilege.SET_MARKET_PHASE;
        }
    }

    /** Settles one instrument for a business date: settlement price, variation of every position, day orders cancelled. */
    record SettleInstrument(int instrumentId, int businessDay) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.SETTLE_INSTRUMENT;
        }
    }

    /** Settles one instrument finally at the average of its month's fixings and closes it. */
    record ExpireInstrument(int instrumentId, int businessDay) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.EXPIRE_INSTRUMENT;
        }
    }

    /** Takes the venue to the next version of its protocol. */
    record SetProtocolVersion(int version) implements OperatorCommand {
        @Override
        public Privilege privilege() {
            return Privilege.SET_PROTOCOL_VERSION;
        }
    }
}
