package org.calx.gateway.rpc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.calx.gateway.json.Json;
import org.calx.gateway.margin.AccountMargin;
import org.calx.gateway.margin.Hypothesis;
import org.calx.gateway.margin.HypotheticalOrder;
import org.calx.gateway.margin.UnknownRiskException;
import org.calx.gateway.rpc.Method.Access;
import org.calx.gateway.shape.AccountShape;
import org.calx.gateway.shape.MarginShape;
import org.calx.gateway.shape.Prices;
import org.calx.gateway.view.AccountView;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.PriceLimits;
import org.calx.gateway.view.ProductView;
import org.calx.model.Currency;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What margin would be: answered here from the event stream by the functions that the exchange decides by. */
final class MarginMethods {
    static final int MAX_ORDERS = 100;
    static final int MAX_POSITIONS = 1_000;
    private static final long MAX_LOTS = 1_000_000_000L;

    private final RpcContext context;

    MarginMethods(RpcContext context) {
        this.context = context;
    }

    void register(MethodRegistry methods) {
        methods.query(
                        "private/get_margins",
                        Access.READ,
                        "What an order would add: `instrument_name`, `amount`, `price`.",
                        this::margins)
                .query(
                        "private/simulate_portfolio",
                        Access.READ,
                        "Money in `currency` with `simulated_positions`, on top of the account's own unless `add_positions` is"
                                + " false.",
                        this::simulate)
                .query(
                        "private/calx.what_if",
                        Access.READ,
                        "Margin in all its parts with `orders` and `simulated_positions`, on top of the account's own unless"
                                + " `add_positions` is false.",
                        this::whatIf);
    }

    private CompletionStage<ObjectNode> margins(Call call) {
        InstrumentView instrument = call.params().instrument(context.listings());
        long lots = lots(OrderNumbers.lots(call.params()), "amount");
        long ticks = OrderNumbers.ticks(call.params(), instrument);
        return ask(call, account -> {
            Currency currency = instrument.product.spec.currency();
            long before = margin(account, Hypothesis.NOTHING).requirementMicros(currency);
            ObjectNode json = Json.object();
            for (Side side : Side.values()) {
                Hypothesis one = Hypothesis.order(new HypotheticalOrder(instrument, side, ticks, lots));
                long after = margin(account, one).requirementMicros(currency);
                json.put(side == Side.BUY ? "buy" : "sell", Json.micros(after - before));
            }
            long nowNs = context.views().estimatedLogNs();
            return json.put("min_price", price(instrument, Side.SELL, nowNs))
                    .put("max_price", price(instrument, Side.BUY, nowNs));
        });
    }

    private static BigDecimal price(InstrumentView instrument, Side side, long nowNs) {
        return Prices.price(instrument, PriceLimits.limitTicks(instrument, side, nowNs));
    }

    private CompletionStage<ObjectNode> simulate(Call call) {
        Currency currency = AccountMethods.settlement(call.params().text("currency"), context);
        boolean onTop = call.params().flag("add_positions", true);
        Map<InstrumentView, Long> positions = positions(call.params());
        return ask(call, account -> {
            Hypothesis hypothesis = new Hypothesis(onTop, positions, List.of());
            long requirement = margin(account, hypothesis).requirementMicros(currency);
            return AccountShape.summary(account, currency, requirement);
        });
    }

    private CompletionStage<ObjectNode> whatIf(Call call) {
        boolean onTop = call.params().flag("add_positions", true);
        Map<InstrumentView, Long> positions = positions(call.params());
        List<Params> orders = call.params().objects("orders", MAX_ORDERS);
        return ask(call, account -> {
            List<HypotheticalOrder> basket = new ArrayList<>();
            orders.forEach(order -> basket.add(order(order)));
            return whatIf(account, new Hypothesis(onTop, positions, basket));
        });
    }

    private ObjectNode whatIf(AccountView account, Hypothesis hypothesis) {
        AccountMargin before = margin(account, Hypothesis.NOTHING);
        AccountMargin after = margin(account, hypothesis);
        ObjectNode json = Json.object().put("as_of_event", context.client().lastEventSequence());
        ArrayNode currencies = json.putArray("currencies");
        for (Currency currency : AccountMethods.currencies(account, context)) {
            currencies.add(MarginShape.currency(
                    account, currency, before.requirementMicros(currency), after.requirementMicros(currency)));
        }
        ArrayNode products = json.putArray("products");
        for (ProductView product : context.listings().products()) {
            products.add(MarginShape.product(product, before, after));
        }
        return json;
    }

    private HypotheticalOrder order(Params params) {
        InstrumentView instrument = params.instrument(context.listings());
        Side side =
                switch (params.text("direction")) {
                    case "buy" -> Side.BUY;
                    case "sell" -> Side.SELL;
                    default -> throw RpcException.invalid("direction", "must be buy or sell");
                };
        long lots = lots(OrderNumbers.lots(params), "amount");
        long ticks = params.has("price") ? OrderNumbers.ticks(params, instrument) : marketTicks(instrument, side);
        return new HypotheticalOrder(instrument, side, ticks, lots);
    }

    /** The limit of an order without a price: that of a market order. */
    private long marketTicks(InstrumentView instrument, Side side) {
        var best = instrument.book.best(side.opposite());
        if (best == null || instrument.product.parameters() == null) {
            throw RpcException.refused(RejectReason.NO_OPPOSITE_ORDERS);
        }
        return PriceLimits.marketTicks(
                instrument, side, best.getKey(), context.views().estimatedLogNs());
    }

    private Map<InstrumentView, Long> positions(Params params) {
        Map<InstrumentView, Long> positions = new LinkedHashMap<>();
        params.wholes("simulated_positions", MAX_POSITIONS).forEach((symbol, lots) -> {
            InstrumentView instrument = context.listings()
                    .bySymbol(symbol)
                    .orElseThrow(() -> RpcException.invalid("simulated_positions", "there is no instrument " + symbol));
            if (Math.abs(lots) > MAX_LOTS) {
                throw RpcException.invalid("simulated_positions", "at most " + MAX_LOTS + " lots");
            }
            positions.put(instrument, lots);
        });
        return positions;
    }

    private static long lots(long lots, String param) {
        if (lots < 1 || lots > MAX_LOTS) {
            throw RpcException.invalid(param, "must be from 1 to " + MAX_LOTS + " lots");
        }
        return lots;
    }

    private AccountMargin margin(AccountView account, Hypothesis hypothesis) {
        return new AccountMargin(account, context.listings(), hypothesis);
    }

    /** Asks on the loop's thread; what cannot be computed is refused as the exchange would refuse it. */
    private CompletionStage<ObjectNode> ask(Call call, Function<AccountView, ObjectNode> question) {
        return context.readAccount(call.identity(), account -> {
            try {
                return question.apply(account);
            } catch (UnknownRiskException e) {
                throw RpcException.known(
                        ErrorCode.NOT_FOUND,
                        "instrument_name",
                        RejectReason.NO_RISK_ARRAY,
                        "the margin of " + e.getMessage() + " cannot be computed yet");
            } catch (ArithmeticException e) {
                throw RpcException.invalid("amount", "prices times lots are beyond what can be counted");
            }
        });
    }
}
