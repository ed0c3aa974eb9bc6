package org.calx.model;

/**
 * Why a command was refused: one constant per cause, never collapsed.
 *
 * <p>A command that fails several checks gets the first in the order of {@code docs/spec/rejects.md}; a test holds the two
 * together. Constants are declared in the order of their codes on the wire: new ones are appended.
 */
public enum RejectReason {
    /** Accepted. */
    NONE("Accepted."),
    /** The venue has not been opened: the first command of a log opens it. */
    VENUE_NOT_OPEN("The venue has not been opened: the first command of a log opens it."),
    /** The sender is not registered. */
    UNKNOWN_SENDER("The sender is not registered."),
    /** The sender has since begun a newer epoch. */
    STALE_EPOCH("The sender has since begun a newer epoch."),
    /** The command's sequence is older than the window of remembered commands: its outcome is no longer known. */
    COMMAND_TOO_OLD(
            "The command's sequence is older than the window of remembered commands: its outcome is no longer known."),
    /** No command with this epoch and sequence is remembered. */
    OUTCOME_UNKNOWN("No command with this epoch and sequence is remembered."),
    /** The sender's role does not permit this command or this account. */
    NOT_AUTHORISED("The sender's role does not permit this command or this account."),
    /** The venue can be opened once only. */
    VENUE_ALREADY_OPEN("The venue can be opened once only."),
    /** A field of the command is outside its range. */
    INVALID_PARAMETER("A field of the command is outside its range."),
    /** Something else is defined under this id or name. */
    ALREADY_DEFINED("Something else is defined under this id or name."),
    /** A table has reached the capacity that was set when the venue opened. */
    CAPACITY_REACHED("A table has reached the capacity that was set when the venue opened."),
    /** The market does not exist. */
    UNKNOWN_MARKET("The market does not exist."),
    /** The product does not exist. */
    UNKNOWN_PRODUCT("The product does not exist."),
    /** The instrument does not exist. */
    UNKNOWN_INSTRUMENT("The instrument does not exist."),
    /** The account does not exist. */
    UNKNOWN_ACCOUNT("The account does not exist."),
    /** No product settles on this index. */
    UNKNOWN_INDEX("No product settles on this index."),
    /** The date is not the one that the market or index expects next. */
    WRONG_BUSINESS_DATE("The date is not the one that the market or index expects next."),
    /** The market's phase does not allow this step. */
    WRONG_PHASE("The market's phase does not allow this step."),
    /** A step that must come first has not been done for this date. */
    NOT_SETTLED("A step that must come first has not been done for this date."),
    /** The contract month has no fixing to settle on. */
    FIXING_MISSING("The contract month has no fixing to settle on."),
    /** The fixing is final and cannot be changed. */
    FIXING_FINAL("The fixing is final and cannot be changed."),
    /** The instrument has expired. */
    INSTRUMENT_EXPIRED("The instrument has expired."),
    /** The instrument's last trading day is over or its trading has not begun. */
    INSTRUMENT_NOT_TRADING("The instrument's last trading day is over or its trading has not begun."),
    /** The market is closed. */
    MARKET_CLOSED("The market is closed."),
    /** The market is halted. */
    MARKET_HALTED("The market is halted."),
    /** The account has no such working order. */
    UNKNOWN_ORDER("The account has no such working order."),
    /** The quantity must be at least one lot. */
    QUANTITY_NOT_POSITIVE("The quantity must be at least one lot."),
    /** The quantity is above the largest order allowed. */
    QUANTITY_TOO_LARGE("The quantity is above the largest order allowed."),
    /** The new quantity is not above what has been filled. */
    QUANTITY_ALREADY_FILLED("The new quantity is not above what has been filled."),
    /** A market order must be immediate-or-cancel or fill-or-kill, and a post-only order must be able to rest. */
    TIME_IN_FORCE_NOT_ALLOWED(
            "A market order must be immediate-or-cancel or fill-or-kill, and a post-only order must be able to rest."),
    /** The price is outside the band around the reference price. */
    PRICE_OUT_OF_BAND("The price is outside the band around the reference price."),
    /** There is no price to set the band or the margin against. */
    NO_REFERENCE_PRICE("There is no price to set the band or the margin against."),
    /** A market order needs resting orders on the opposite side. */
    NO_OPPOSITE_ORDERS("A market order needs resting orders on the opposite side."),
    /** A post-only order would have traded at once. */
    POST_ONLY_WOULD_TRADE("A post-only order would have traded at once."),
    /** The account has used this client order id for another order. */
    DUPLICATE_CLIENT_ORDER_ID("The account has used this client order id for another order."),
    /** The account has as many working orders as it is allowed. */
    TOO_MANY_ORDERS("The account has as many working orders as it is allowed."),
    /** The table of working orders is full. */
    BOOK_FULL("The table of working orders is full."),
    /** The position that the account's orders could reach is above its limit. */
    POSITION_LIMIT("The position that the account's orders could reach is above its limit."),
    /** The instrument has no risk array, so its margin cannot be computed. */
    NO_RISK_ARRAY("The instrument has no risk array, so its margin cannot be computed."),
    /** The account's equity does not cover its requirement with this order. */
    INSUFFICIENT_MARGIN("The account's equity does not cover its requirement with this order."),
    /** The account's free equity or cash does not cover the withdrawal. */
    INSUFFICIENT_CASH("The account's free equity or cash does not cover the withdrawal."),
    /** The sender must sign its commands, and this one is not signed. */
    SIGNATURE_MISSING("The sender must sign its commands, and this one is not signed."),
    /** The signature is not that of the sender's key for this command. */
    SIGNATURE_INVALID("The signature is not that of the sender's key for this command."),
    /** The same operator has proposed the same already: another operator must order it. */
    SECOND_OPERATOR_NEEDED("The same operator has proposed the same already: another operator must order it."),
    /** As many proposals as are allowed wait for a second operator. */
    TOO_MANY_PROPOSALS("As many proposals as are allowed wait for a second operator."),
    /** As many sessions as are allowed are open. */
    TOO_MANY_SESSIONS("As many sessions as are allowed are open."),
    /** The account has no such session, or it is over. */
    UNKNOWN_SESSION("The account has no such session, or it is over."),
    /** The order is above the account's own largest order. */
    ACCOUNT_ORDER_LIMIT("The order is above the account's own largest order."),
    /** The account's floating loss is too large a share of its equity to open anything. */
    FLOATING_LOSS("The account's floating loss is too large a share of its equity to open anything."),
    /** The account's equity has fallen too far from its highest to open anything. */
    DRAWDOWN("The account's equity has fallen too far from its highest to open anything."),
    /** What the account could hold would be worth more than its leverage allows. */
    LEVERAGE_LIMIT("What the account could hold would be worth more than its leverage allows."),
    /** The account has sent as many orders as it may in a second. */
    ORDER_RATE("The account has sent as many orders as it may in a second."),
    /** The venue's protocol version has no such command: it is of a later version, or of none. */
    LATER_PROTOCOL_VERSION("The venue's protocol version has no such command: it is of a later version, or of none."),
    /** A venue goes to the next protocol version, one at a time and never back. */
    NOT_NEXT_PROTOCOL_VERSION("A venue goes to the next protocol version, one at a time and never back."),
    /** No set of parameters of this version is staged. */
    UNKNOWN_PARAMETERS("No set of parameters of this version is staged."),
    /** What is staged under this version is not what was ordered: the digests differ. */
    PARAMETERS_DIFFER("What is staged under this version is not what was ordered: the digests differ."),
    /** A listed contract of a product in the set has no array in it, or its month is in a gap between tiers. */
    PARAMETERS_GAP(
            "A listed contract of a product in the set has no array in it, or its month is in a gap between tiers."),
    /** A set of this or a higher version is or was in force in the market. */
    STALE_PARAMETERS("A set of this or a higher version is or was in force in the market."),
    /** The two orders cannot be linked: limits that may rest, a buy below a sell, neither linked; a linked order cannot be moved. */
    NOT_LINKABLE(
            "The two orders cannot be linked: limits that may rest, a buy below a sell, neither linked; a linked order"
                    + " cannot be moved.");

    private static final RejectReason[] VALUES = values();

    private final String text;

    RejectReason(String text) {
        this.text = text;
    }

    /** One sentence for people. */
    public String text() {
        return text;
    }

    /** Whether what a refused order would have needed is counted in lots; else it is money. */
    public boolean isCountedInLots() {
        return this == POSITION_LIMIT || this == ACCOUNT_ORDER_LIMIT;
    }

    /** The reason with this {@link #ordinal()}, as carried on the wire. */
    public static RejectReason of(int code) {
        return VALUES[code];
    }
}
