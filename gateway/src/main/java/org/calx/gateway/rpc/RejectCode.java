package org.calx.gateway.rpc;

import org.calx.model.RejectReason;

/**
 * How a refusal of the exchange looks on the wire: every {@link RejectReason} has its own number and name, Deribit's where
 * Deribit has the same error, else a number from 20001.
 *
 * @param code number of the error
 * @param symbol name of the error
 */
public record RejectCode(int code, String symbol) {

    /** The code of a reason; {@link RejectReason#NONE} has none. */
    public static RejectCode of(RejectReason reason) {
        return switch (reason) {
            case NONE -> throw new IllegalArgumentException("not a refusal");
            case VENUE_NOT_OPEN -> new RejectCode(20_001, "venue_not_open");
            case UNKNOWN_SENDER -> new RejectCode(20_002, "unknown_sender");
            case STALE_EPOCH -> new RejectCode(20_003, "stale_epoch");
            case COMMAND_TOO_OLD -> new RejectCode(20_004, "command_too_old");
            case OUTCOME_UNKNOWN -> new RejectCode(20_005, "outcome_unknown");
            case NOT_AUTHORISED -> new RejectCode(11_042, "permission_denied");
            case VENUE_ALREADY_OPEN -> new RejectCode(20_006, "venue_already_open");
            case INVALID_PARAMETER -> new RejectCode(11_029, "invalid_arguments");
            case ALREADY_DEFINED -> new RejectCode(20_007, "already_defined");
            case CAPACITY_REACHED -> new RejectCode(20_008, "capacity_reached");
            case UNKNOWN_MARKET -> new RejectCode(20_009, "unknown_market");
            case UNKNOWN_PRODUCT -> new RejectCode(20_010, "unknown_product");
            case UNKNOWN_INSTRUMENT -> new RejectCode(10_020, "invalid_or_unsupported_instrument");
            case UNKNOWN_ACCOUNT -> new RejectCode(20_011, "unknown_account");
            case UNKNOWN_INDEX -> new RejectCode(20_012, "unknown_index");
            case WRONG_BUSINESS_DATE -> new RejectCode(20_013, "wrong_business_date");
            case WRONG_PHASE -> new RejectCode(20_014, "wrong_phase");
            case NOT_SETTLED -> new RejectCode(20_015, "not_settled");
            case FIXING_MISSING -> new RejectCode(20_016, "fixing_missing");
            case FIXING_FINAL -> new RejectCode(20_017, "fixing_final");
            case INSTRUMENT_EXPIRED -> new RejectCode(13_019, "orderbook_closed");
            case INSTRUMENT_NOT_TRADING -> new RejectCode(11_046, "outdated_instrument");
            case MARKET_CLOSED -> new RejectCode(10_012, "book_closed");
            case MARKET_HALTED -> new RejectCode(10_019, "locked_by_admin");
            case UNKNOWN_ORDER -> new RejectCode(10_004, "order_not_found");
            case QUANTITY_NOT_POSITIVE -> new RejectCode(10_002, "qty_too_low");
            case QUANTITY_TOO_LARGE -> new RejectCode(20_018, "quantity_too_large");
            case QUANTITY_ALREADY_FILLED -> new RejectCode(11_008, "already_filled");
            case TIME_IN_FORCE_NOT_ALLOWED -> new RejectCode(11_047, "unsupported_arg_combination");
            case PRICE_OUT_OF_BAND -> new RejectCode(10_011, "price_not_allowed");
            case NO_REFERENCE_PRICE -> new RejectCode(20_019, "no_reference_price");
            case NO_OPPOSITE_ORDERS -> new RejectCode(20_020, "no_opposite_orders");
            case POST_ONLY_WOULD_TRADE -> new RejectCode(11_054, "post_only_reject");
            case DUPLICATE_CLIENT_ORDER_ID -> new RejectCode(20_021, "duplicate_client_order_id");
            case TOO_MANY_ORDERS -> new RejectCode(20_022, "too_many_orders");
            case BOOK_FULL -> new RejectCode(20_023, "book_full");
            case POSITION_LIMIT -> new RejectCode(10_018, "non_pme_max_future_position_size");
            case NO_RISK_ARRAY -> new RejectCode(20_024, "no_risk_array");
            case INSUFFICIENT_MARGIN -> new RejectCode(10_009, "not_enough_funds");
            case INSUFFICIENT_CASH -> new RejectCode(20_025, "insufficient_cash");
            case SIGNATURE_MISSING -> new RejectCode(20_026, "signature_missing");
            case SIGNATURE_INVALID -> new RejectCode(20_027, "signature_invalid");
            case SECOND_OPERATOR_NEEDED -> new RejectCode(20_028, "second_operator_needed");
            case TOO_MANY_PROPOSALS -> new RejectCode(20_029, "too_many_proposals");
            case TOO_MANY_SESSIONS -> new RejectCode(20_060, "too_many_sessions");
            case UNKNOWN_SESSION -> new RejectCode(20_061, "unknown_session");
            case ACCOUNT_ORDER_LIMIT -> new RejectCode(20_030, "account_order_limit");
            case FLOATING_LOSS -> new RejectCode(20_031, "floating_loss");
            case DRAWDOWN -> new RejectCode(20_032, "drawdown");
            case LEVERAGE_LIMIT -> new RejectCode(20_033, "leverage_limit");
            case ORDER_RATE -> new RejectCode(20_034, "order_rate");
            case LATER_PROTOCOL_VERSION -> new RejectCode(20_070, "later_protocol_version");
            case NOT_NEXT_PROTOCOL_VERSION -> new RejectCode(20_071, "not_next_protocol_version");
            case NOT_LINKABLE -> new RejectCode(20_090, "not_linkable");
            case UNKNOWN_PARAMETERS, PARAMETERS_DIFFER, PARAMETERS_GAP, STALE_PARAMETERS -> ofParameters(reason);
        };
    }

    private static RejectCode ofParameters(RejectReason reason) {
        return switch (reason) {
            case UNKNOWN_PARAMETERS -> new RejectCode(20_080, "unknown_parameters");
            case PARAMETERS_DIFFER -> new RejectCode(20_081, "parameters_differ");
            case PARAMETERS_GAP -> new RejectCode(20_082, "parameters_gap");
            case STALE_PARAMETERS -> new RejectCode(20_083, "stale_parameters");
            default -> throw new IllegalArgumentException("not about parameters: " + reason);
        };
    }
}
