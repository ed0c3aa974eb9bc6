package org.calx.model;

import java.util.List;

/**
 * What only some senders may do, who they are, and how many people it takes. {@code docs/spec/operators.md} is this table
 * in words, and a test holds the two together.
 */
public enum Privilege {
    /** Opens the venue. */
    OPEN_VENUE(1, SenderRole.OPERATOR),
    /** Sets, replaces or revokes the key of a sender that signs. */
    SET_OPERATOR_KEY(2, SenderRole.OPERATOR),
    /** Lets a participant send commands. */
    REGISTER_PARTICIPANT(1, SenderRole.OPERATOR),
    /** Lets any other sender send commands, such as a gateway, which acts for every account. */
    REGISTER_SENDER(2, SenderRole.OPERATOR),
    /** Opens an account. */
    OPEN_ACCOUNT(1, SenderRole.OPERATOR),
    /** Lets a key be used at gateways. */
    REGISTER_API_KEY(1, SenderRole.OPERATOR),
    /** Says how venue time runs. */
    SET_VENUE_CLOCK(2, SenderRole.OPERATOR),
    /** Defines a market. */
    DEFINE_MARKET(1, SenderRole.OPERATOR),
    /** Defines a product. */
    DEFINE_PRODUCT(1, SenderRole.OPERATOR),
    /** Sets a product's parameters. */
    SET_PRODUCT_PARAMETERS(2, SenderRole.OPERATOR),
    /** Lists an instrument. */
    LIST_INSTRUMENT(1, SenderRole.OPERATOR, SenderRole.SERVICE),
    /** Books cash received. */
    DEPOSIT(1, SenderRole.OPERATOR),
    /** Pays cash out. */
    WITHDRAW(2, SenderRole.OPERATOR),
    /** Publishes a fixing. */
    PUBLISH_FIXING(1, SenderRole.OPERATOR, SenderRole.SERVICE),
    /** Moves a market to another phase than halted. */
    SET_MARKET_PHASE(1, SenderRole.OPERATOR, SenderRole.SERVICE),
    /** Settles an instrument for a day. */
    SETTLE_INSTRUMENT(1, SenderRole.OPERATOR, SenderRole.SERVICE),
    /** Settles an instrument finally. */
    EXPIRE_INSTRUMENT(1, SenderRole.OPERATOR, SenderRole.SERVICE),
    /** Sets a mark. */
    SET_MARK(1, SenderRole.OPERATOR, SenderRole.SERVICE, SenderRole.PUBLISHER),
    /** Sets a risk array. */
    SET_RISK_ARRAY(1, SenderRole.OPERATOR, SenderRole.SERVICE, SenderRole.PUBLISHER),
    /** Halts a market. */
    HALT_MARKET(1, SenderRole.OPERATOR, SenderRole.SERVICE, SenderRole.EMERGENCY),
    /** Sets a product's risk rules. */
    SET_RISK_RULES(2, SenderRole.OPERATOR),
    /** Sets an account's rating and limits. */
    SET_ACCOUNT_RISK(2, SenderRole.OPERATOR),
    /** Takes the venue to the next version of its protocol. */
    SET_PROTOCOL_VERSION(2, SenderRole.OPERATOR),
    /** Sets a product's charges by tiers and deliveries. */
    SET_MARGIN_CHARGES(2, SenderRole.OPERATOR),
    /** Sets the spreads between products. */
    SET_COMMODITY_SPREADS(2, SenderRole.OPERATOR),
    /** Stages a part of a set of margin parameters. */
    STAGE_PARAMETERS(1, SenderRole.OPERATOR, SenderRole.SERVICE),
    /** Activates a staged set on its date. */
    ACTIVATE_PARAMETERS(2, SenderRole.OPERATOR),
    /** Withdraws a staged set. */
    CANCEL_PARAMETERS(1, SenderRole.OPERATOR),
    /** Sets a product's margin policy. */
    SET_MARGIN_POLICY(2, SenderRole.OPERATOR);

    private static final Privilege[] VALUES = values();

    private final int people;
    private final List<SenderRole> roles;

    Privilege(int people, SenderRole... roles) {
        this.people = people;
        this.roles = List.of(roles);
    }

    /** How many operators must order it: 1, or 2 once the venue has two. */
    public int people() {
        return people;
    }

    /** The roles that have it. */
    public List<SenderRole> roles() {
        return roles;
    }

    /** The constant with this {@link #ordinal()}, as carried on the wire; new constants are appended. */
    public static Privilege of(int code) {
        return VALUES[code];
    }
}
