package org.calx.gateway.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.calx.gateway.json.Json;
import org.calx.gateway.rpc.Method.Access;
import org.calx.gateway.shape.AccountShape;
import org.calx.gateway.view.AccountView;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.PositionView;
import org.calx.model.Currency;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Positions and money. */
final class AccountMethods {
    private final RpcContext context;

    AccountMethods(RpcContext context) {
        this.context = context;
    }

    void register(MethodRegistry methods) {
        methods.query(
                        "private/get_positions",
                        Access.READ,
                        "Positions that are not flat: `currency`, `kind`.",
                        this::positions)
                .query("private/get_position", Access.READ, "One position: `instrument_name`.", this::position)
                .query("private/get_account_summary", Access.READ, "Money in a settlement `currency`.", this::summary)
                .query(
                        "private/get_account_summaries",
                        Access.READ,
                        "Money in all currencies in use.",
                        this::summaries);
    }

    private CompletionStage<ArrayNode> positions(Call call) {
        Predicate<InstrumentView> wanted = Selection.byCurrencyAndKind(call.params(), context.listings());
        return context.readAccount(call.identity(), account -> {
            ArrayNode list = Json.array();
            for (PositionView position : account.positions()) {
                if (position.lots() != 0 && wanted.test(position.instrument())) {
                    list.add(AccountShape.position(position));
                }
            }
            return list;
        });
    }

    private CompletionStage<ObjectNode> position(Call call) {
        InstrumentView instrument = call.params().instrument(context.listings());
        return context.readAccount(call.identity(), account -> AccountShape.position(account.position(instrument)));
    }

    private CompletionStage<ObjectNode> summary(Call call) {
        String code = call.params().text("currency");
        Currency currency = settlement(code, context);
        boolean extended = call.params().flag("extended", false);
        return context.readAccount(call.identity(), account -> {
            ObjectNode json = AccountShape.summary(account, currency);
            return extended ? AccountShape.identify(json, account) : json;
        });
    }

    /** The currency of this name, or the one that the product of this code settles in. */
    static Currency settlement(String code, RpcContext context) {
        for (Currency currency : Currency.values()) {
            if (currency.name().equals(code)) {
                return currency;
            }
        }
        return context.listings()
                .productByCode(code)
                .map(product -> product.spec.currency())
                .orElseThrow(() -> RpcException.invalid("currency", "there is no currency or product " + code));
    }

    private CompletionStage<ObjectNode> summaries(Call call) {
        return context.readAccount(call.identity(), account -> {
            ObjectNode json = AccountShape.identify(Json.object(), account);
            ArrayNode summaries = json.putArray("summaries");
            currencies(account, context).forEach(currency -> summaries.add(AccountShape.summary(account, currency)));
            return json;
        });
    }

    /** Currencies that something settles in or that the account has had. */
    static List<Currency> currencies(AccountView account, RpcContext context) {
        List<Currency> currencies = new ArrayList<>();
        for (Currency currency : Currency.values()) {
            boolean traded =
                    context.listings().products().stream().anyMatch(product -> product.spec.currency() == currency);
            if (traded || account.has(currency)) {
                currencies.add(currency);
            }
        }
        return currencies;
    }
}
