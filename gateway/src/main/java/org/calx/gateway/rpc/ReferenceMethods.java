package org.calx.gateway.rpc;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.calx.gateway.json.Json;
import org.calx.gateway.rpc.Method.Access;
import org.calx.gateway.shape.InstrumentShape;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.ProductView;
import org.calx.gateway.view.PublishedFixing;
import org.calx.model.Currency;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is listed, and simple questions about the gateway itself. */
final class ReferenceMethods {
    private static final String VERSION = "1.0.0";

    private final RpcContext context;

    ReferenceMethods(RpcContext context) {
        this.context = context;
    }

    void register(MethodRegistry methods) {
        methods.query(
                        "public/get_time",
                        Access.PUBLIC,
                        "The gateway's wall clock, milliseconds since 1970-01-01.",
                        call -> completedFuture(Json.number(System.currentTimeMillis())))
                .query("public/test", Access.PUBLIC, "Whether the gateway answers; its version.", this::test)
                .query("public/hello", Access.PUBLIC, "Introduces a client; answers with the version.", this::test)
                .query("public/status", Access.PUBLIC, "Whether trading is locked.", this::status)
                .query(
                        "public/get_currencies",
                        Access.PUBLIC,
                        "Settlement currencies and, as base currencies, products.",
                        this::currencies)
                .query(
                        "public/get_instruments",
                        Access.PUBLIC,
                        "Listed contracts: `currency`, `kind`, `expired`.",
                        this::instruments)
                .query(
                        "public/get_instrument",
                        Access.PUBLIC,
                        "One contract: `instrument_name`.",
                        call -> context.read(
                                () -> InstrumentShape.instrument(call.params().instrument(context.listings()))))
                .query(
                        "public/get_contract_size",
                        Access.PUBLIC,
                        "Units in a lot: `instrument_name`.",
                        this::contractSize)
                .query(
                        "public/get_index_price",
                        Access.PUBLIC,
                        "The latest fixing of an index: `index_name`.",
                        this::indexPrice)
                .query("public/get_index_price_names", Access.PUBLIC, "Names of the indices.", this::indexNames);
    }

    private CompletionStage<JsonNode> test(Call call) {
        return completedFuture(Json.object().put("version", VERSION));
    }

    private CompletionStage<JsonNode> status(Call call) {
        boolean down = !context.loop().isRunning() || !context.views().isReady();
        ObjectNode json = Json.object().put("locked", down ? "true" : "false");
        json.putArray("locked_indices");
        return completedFuture(json);
    }

    private CompletionStage<ArrayNode> currencies(Call call) {
        return context.read(() -> {
            ArrayNode list = Json.array();
            for (Currency currency : inUse()) {
                list.add(InstrumentShape.currency(currency));
            }
            for (ProductView product : context.listings().products()) {
                list.add(InstrumentShape.currency(product));
            }
            return list;
        });
    }

    private Set<Currency> inUse() {
        Set<Currency> used = EnumSet.noneOf(Currency.class);
        context.listings().products().forEach(product -> used.add(product.spec.currency()));
        return used;
    }

    private CompletionStage<ArrayNode> instruments(Call call) {
        Predicate<InstrumentView> wanted = Selection.byCurrencyAndKind(call.params(), context.listings());
        boolean expired = call.params().flag("expired", false);
        return context.read(() -> {
            ArrayNode list = Json.array();
            for (InstrumentView instrument : context.listings().instruments()) {
                if (instrument.isExpired() == expired && wanted.test(instrument)) {
                    list.add(InstrumentShape.instrument(instrument));
                }
            }
            return list;
        });
    }

    private CompletionStage<JsonNode> contractSize(Call call) {
        InstrumentView instrument = call.params().instrument(context.listings());
        return completedFuture(Json.object().put("contract_size", instrument.spec.unitsPerLot()));
    }

    private CompletionStage<ObjectNode> indexPrice(Call call) {
        ProductView product = index(call.params(), context);
        return context.read(() -> {
            Optional<PublishedFixing> last = product.fixings.last();
            ObjectNode json = Json.object().put("index_name", product.spec.code());
            return json.put(
                    "index_price",
                    last.map(fixing -> Json.micros(fixing.fixing().priceMicros()))
                            .orElse(null));
        });
    }

    /** The product whose code {@code index_name} is. */
    static ProductView index(Params params, RpcContext context) {
        String name = params.text("index_name");
        return context.listings()
                .productByCode(name)
                .orElseThrow(
                        () -> RpcException.ofParam(ErrorCode.NOT_FOUND, "index_name", "there is no index " + name));
    }

    private CompletionStage<JsonNode> indexNames(Call call) {
        ArrayNode names = Json.array();
        context.listings().products().forEach(product -> names.add(product.spec.code()));
        return completedFuture(names);
    }
}
