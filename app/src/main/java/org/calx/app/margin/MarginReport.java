package org.calx.app.margin;

import org.calx.margin.portfolio.MarginKernel;
import org.calx.margin.portfolio.MarginParameters;
import org.calx.margin.portfolio.PercentProduct;
import org.calx.margin.portfolio.ProductMargin;
import org.calx.margin.portfolio.ProductRequirement;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a portfolio requires as one line of JSON: the account's requirement and every product's components. */
public final class MarginReport {
    private static final JsonMapper MAPPER = new JsonMapper();

    private MarginReport() {}

    /** Computes the kernel's portfolio and tells it. */
    public static String line(MarginKernel kernel) {
        MarginParameters parameters = kernel.parameters();
        ObjectNode line = MAPPER.createObjectNode();
        line.put("requirement", kernel.compute());
        ArrayNode products = line.putArray("products");
        for (int i = 0; i < parameters.products().size(); i++) {
            put(products.addObject(), parameters.products().get(i), kernel.result(i));
        }
        if (!parameters.scanningSpreads().isEmpty()) {
            ArrayNode spreads = line.putArray("scanningSpreads");
            for (int rank = 0; rank < parameters.scanningSpreads().size(); rank++) {
                spreads.add(kernel.scanningSpreadRisk(rank));
            }
        }
        return MAPPER.writeValueAsString(line);
    }

    private static void put(ObjectNode node, ProductMargin product, ProductRequirement result) {
        node.put("id", product.id());
        if (product instanceof PercentProduct) {
            node.put("longSide", result.longSide()).put("shortSide", result.shortSide());
        } else {
            node.put("scanRisk", result.scanRisk())
                    .put("activeScenario", result.activeScenario())
                    .put("calendarCharge", result.calendarCharge())
                    .put("deliveryCharge", result.deliveryCharge())
                    .put("interCommodityCredit", result.interCommodityCredit())
                    .put("shortOptionMinimum", result.shortOptionMinimum())
                    .put("netOptionValue", result.netOptionValue());
        }
        node.put("requirement", result.requirement());
    }
}
