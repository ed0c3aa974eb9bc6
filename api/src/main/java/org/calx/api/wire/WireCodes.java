package org.calx.api.wire;

import org.calx.api.codec.BooleanType;

/** The wire's codes of the vocabulary's enums: by definition their ordinals. */
public final class WireCodes {
    private WireCodes() {}

    /** The code of a truth value. */
    public static BooleanType of(boolean value) {
        return value ? BooleanType.TRUE : BooleanType.FALSE;
    }

    /** Whether a raw code means true. */
    public static boolean truth(short raw) {
        return raw == BooleanType.TRUE.value();
    }

    /** The code of a side. */
    public static org.calx.api.codec.Side of(org.calx.model.Side value) {
        return org.calx.api.codec.Side.get((short) value.ordinal());
    }

    /** The code of an order type. */
    public static org.calx.api.codec.OrderType of(org.calx.model.OrderType value) {
        return org.calx.api.codec.OrderType.get((short) value.ordinal());
    }

    /** The code of a time in force. */
    public static org.calx.api.codec.TimeInForce of(org.calx.model.TimeInForce value) {
        return org.calx.api.codec.TimeInForce.get((short) value.ordinal());
    }

    /** The code of a reason to refuse. */
    public static org.calx.api.codec.RejectReason of(org.calx.model.RejectReason value) {
        return org.calx.api.codec.RejectReason.get((short) value.ordinal());
    }

    /** The code of a reason to cancel. */
    public static org.calx.api.codec.CancelReason of(org.calx.model.CancelReason value) {
        return org.calx.api.codec.CancelReason.get((short) value.ordinal());
    }

    /** The code of a market phase. */
    public static org.calx.api.codec.MarketPhase of(org.calx.model.MarketPhase value) {
        return org.calx.api.codec.MarketPhase.get((short) value.ordinal());
    }

    /** The code of a role. */
    public static org.calx.api.codec.SenderRole of(org.calx.model.SenderRole value) {
        return org.calx.api.codec.SenderRole.get((short) value.ordinal());
    }

    /** The code of a currency. */
    public static org.calx.api.codec.Currency of(org.calx.model.Currency value) {
        return org.calx.api.codec.Currency.get((short) value.ordinal());
    }

    /** The code of a product class. */
    public static org.calx.api.codec.ProductClass of(org.calx.model.ProductClass value) {
        return org.calx.api.codec.ProductClass.get((short) value.ordinal());
    }

    /** The code of a fixing's status. */
    public static org.calx.api.codec.FixingStatus of(org.calx.model.FixingStatus value) {
        return org.calx.api.codec.FixingStatus.get((short) value.ordinal());
    }

    /** The code of a settlement tier. */
    public static org.calx.api.codec.SettlementTier of(org.calx.model.SettlementTier value) {
        return org.calx.api.codec.SettlementTier.get((short) value.ordinal());
    }

    /** The code of a journal kind. */
    public static org.calx.api.codec.JournalKind of(org.calx.model.JournalKind value) {
        return org.calx.api.codec.JournalKind.get((short) value.ordinal());
    }

    /** The code of a privilege. */
    public static org.calx.api.codec.Privilege of(org.calx.model.Privilege value) {
        return org.calx.api.codec.Privilege.get((short) value.ordinal());
    }

    /** The code of a proposal's status. */
    public static org.calx.api.codec.ProposalStatus of(org.calx.model.ProposalStatus value) {
        return org.calx.api.codec.ProposalStatus.get((short) value.ordinal());
    }

    /** The code of a parameter set's status. */
    public static org.calx.api.codec.ParameterStatus of(org.calx.model.ParameterStatus value) {
        return org.calx.api.codec.ParameterStatus.get((short) value.ordinal());
    }

    /** The code of a session's state. */
    public static org.calx.api.codec.SessionState of(org.calx.model.SessionState value) {
        return org.calx.api.codec.SessionState.get((short) value.ordinal());
    }

    /** The code of how a session ends. */
    public static org.calx.api.codec.SessionEnd of(org.calx.model.SessionEnd value) {
        return org.calx.api.codec.SessionEnd.get((short) value.ordinal());
    }

    /** The code of a volatility state. */
    public static org.calx.api.codec.VolatilityState of(org.calx.model.VolatilityState value) {
        return org.calx.api.codec.VolatilityState.get((short) value.ordinal());
    }

    /** The code of a rating. */
    public static org.calx.api.codec.Rating of(org.calx.model.Rating value) {
        return org.calx.api.codec.Rating.get((short) value.ordinal());
    }
}
