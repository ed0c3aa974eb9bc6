package org.calx.gateway.rpc;

import java.util.concurrent.CompletionStage;
import org.calx.gateway.json.Json;
import org.calx.gateway.rpc.Method.Access;
import org.calx.gateway.shape.VenueShape;
import org.calx.gateway.view.FixingHistory;
import org.calx.gateway.view.ProductView;
import tools.jackson.databind.node.ArrayNode;

/** Questions that Deribit does not know: the venue's clock and calendar, and the history of the indices. */
final class VenueMethods {
    private static final int DEFAULT_FIXINGS = 100;

    private final RpcContext context;

    VenueMethods(RpcContext context) {
        this.context = context;
    }

    void register(MethodRegistry methods) {
        methods.query(
                        "public/calx.get_venue",
                        Access.PUBLIC,
                        "Venue time, business dates, phases, notice and attribution.",
                        call -> context.read(() -> VenueShape.venue(
                                context.views(),
                                context.views().estimatedLogNs(),
                                context.notes().get())))
                .query(
                        "public/calx.get_index_history",
                        Access.PUBLIC,
                        "Fixings, oldest first: `index_name`, `count` (1 to 4,000).",
                        this::history);
    }

    private CompletionStage<ArrayNode> history(Call call) {
        ProductView product = ReferenceMethods.index(call.params(), context);
        int count = call.params().count("count", DEFAULT_FIXINGS, FixingHistory.MAX_DAYS);
        return context.read(() -> {
            ArrayNode list = Json.array();
            product.fixings.latest(count).forEach(fixing -> list.add(VenueShape.fixing(fixing)));
            return list;
        });
    }
}
