package org.calx.gateway.shape;

import org.calx.gateway.json.Json;
import org.calx.gateway.view.AccountView;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.PositionView;
import org.calx.model.Currency;
import tools.jackson.databind.node.ObjectNode;

/** Positions and account summaries. */
public final class AccountShape {
    private AccountShape() {}

    /** A position; {@code size} is lots, negative when short. */
    public static ObjectNode position(PositionView position) {
        InstrumentView instrument = position.instrument();
        ObjectNode json = Json.object()
                .put("instrument_name", instrument.spec.symbol())
                .put("kind", instrument.kind())
                .put("direction", direction(position.lots()))
                .put("size", position.lots())
                .put("size_currency", position.units())
                .put("average_price", Json.micros(position.averagePriceMicros()))
                .put("mark_price", Json.micros(instrument.markMicros()))
                .put("settlement_price", instrument.isSettled() ? Json.micros(instrument.settlementMicros()) : null)
                .put("floating_profit_loss", Json.micros(position.floatingMicros()))
                .put("total_profit_loss", Json.micros(position.floatingMicros()))
                .put("delta", instrument.spec.isOption() ? null : position.units());
        instrument
                .product
                .fixings
                .last()
                .ifPresent(last ->
                        json.put("index_price", Json.micros(last.fixing().priceMicros())));
        return json;
    }

    private static String direction(long lots) {
        if (lots == 0) {
            return "zero";
        }
        return lots > 0 ? "buy" : "sell";
    }

    /**
     * An account's money in one currency. Equity is cash plus the floating result of positions; there is one requirement,
     * told as initial and as maintenance margin.
     */
    public static ObjectNode summary(AccountView account, Currency currency) {
        return summary(account, currency, account.requirementMicros(currency));
    }

    /** The same with the requirement of a portfolio that the account does not have. */
    public static ObjectNode summary(AccountView account, Currency currency, long requirement) {
        long balance = account.balanceMicros(currency);
        long floating = account.floatingMicros(currency);
        long equity = Math.addExact(balance, floating);
        long available = Math.subtractExact(equity, requirement);
        return Json.object()
                .put("currency", currency.name())
                .put("balance", Json.micros(balance))
                .put("equity", Json.micros(equity))
                .put("margin_balance", Json.micros(equity))
                .put("initial_margin", Json.micros(requirement))
                .put("maintenance_margin", Json.micros(requirement))
                .put("projected_initial_margin", Json.micros(requirement))
                .put("projected_maintenance_margin", Json.micros(requirement))
                .put("available_funds", Json.micros(available))
                .put("available_withdrawal_funds", Json.micros(Math.max(0, Math.min(balance, available))))
                .put("session_upl", Json.micros(floating))
                .put("futures_session_upl", Json.micros(floating))
                .put("futures_pl", Json.micros(floating))
                .put("total_pl", Json.micros(floating))
                .put("options_value", Json.micros(account.optionValueMicros(currency)))
                .put("portfolio_margining_enabled", true)
                .put("cross_collateral_enabled", false);
    }

    /** Adds who the account is. */
    public static ObjectNode identify(ObjectNode json, AccountView account) {
        return json.put("id", account.accountId)
                .put("username", account.name)
                .put("system_name", account.name)
                .put("type", "main")
                .put("login_enabled", true);
    }
}
