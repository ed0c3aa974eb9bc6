package org.calx.app.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.StrictJson;
import org.calx.app.UserError;
import org.calx.model.MarginPolicy;
import org.calx.pricing.OptionType;
import org.calx.pricing.vanilla.VanillaModel;
import org.calx.risk.array.NoValueException;
import org.calx.risk.array.OptionTerms;
import org.calx.risk.array.RiskArray;
import org.calx.risk.array.RiskArrays;
import org.calx.risk.array.ScanRange;
import org.calx.risk.array.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code calx risk-arrays}: a market file is a file of margin parameters in which {@code scan} of a product and
 * {@code market} of an option stand for what is computed here.
 */
@Command(
        name = "risk-arrays",
        description = "Write margin parameters with the scenarios of every contract of a market.")
public final class RiskArraysCommand implements Callable<Integer> {
    private static final double DAYS_A_YEAR = 365;

    @Option(names = "--market", required = true, paramLabel = "FILE", description = "JSON file of the market.")
    private Path market;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Parameter file to write.")
    private Path out;

    private final RiskArrays arrays = new RiskArrays();

    @Override
    public Integer call() {
        ObjectNode root = read();
        for (JsonNode node : list(root, "products", "")) {
            ObjectNode product = object(node, "products");
            if (!product.path("policy").asString("").equals("PERCENT")) {
                compute(product);
            }
        }
        JsonOutput.write(root, out);
        return ExitCode.OK;
    }

    private ObjectNode read() {
        if (!Files.isRegularFile(market)) {
            throw new UserError(ExitCode.NOT_FOUND, "--market: there is no file " + market);
        }
        try {
            return object(StrictJson.read(market), "the file");
        } catch (JacksonException e) {
            throw refuse("is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw refuse("cannot be read as UTF-8 text: " + e.getMessage());
        }
    }

    private void compute(ObjectNode product) {
        String place = product.path("id").asString("a product without id");
        ObjectNode scan = object(product.remove("scan"), place + ".scan");
        double minorPerPrice = above(number(scan, "minorPerPrice", place), "minorPerPrice", place);
        ScanRange range = range(product, scan, minorPerPrice, place);
        List<ObjectNode> options = new ArrayList<>();
        List<OptionTerms> terms = new ArrayList<>();
        for (JsonNode node : list(product, "contracts", place)) {
            ObjectNode contract = object(node, place + ".contracts");
            String kind = contract.path("kind").asString("");
            switch (kind) {
                case "FUTURE" -> put(contract, arrays.future(range, minorPerPrice));
                case "CALL", "PUT" -> {
                    options.add(contract);
                    terms.add(terms(contract, OptionType.valueOf(kind)));
                }
                default -> throw refuse(name(contract) + ": kind must be FUTURE, CALL or PUT");
            }
        }
        try {
            List<RiskArray> computed = arrays.options(VanillaModel.BLACK76, terms, range, minorPerPrice);
            for (int i = 0; i < computed.size(); i++) {
                put(options.get(i), computed.get(i));
            }
        } catch (NoValueException e) {
            throw refuse(name(options.get(e.index())) + ": " + e.getMessage());
        }
    }

    /** A grid's own scenarios, whose number is written, or the usual sixteen, whose price range is. */
    private ScanRange range(ObjectNode product, ObjectNode scan, double minorPerPrice, String place) {
        double price = above(number(scan, "price", place), "price", place);
        double volatility = number(scan, "volatility", place);
        double lookAheadYears = number(scan, "lookAheadDays", 1, place) / DAYS_A_YEAR;
        if (product.path("policy").asString("").equals("GRID")) {
            List<Scenario> grid = new ArrayList<>();
            for (JsonNode node : list(scan, "grid", place + ".scan")) {
                ObjectNode scenario = object(node, place + ".scan.grid");
                grid.add(new Scenario(
                        number(scenario, "price", place + ".scan.grid"),
                        number(scenario, "volatility", 0, place + ".scan.grid"),
                        number(scenario, "cover", 1, place + ".scan.grid")));
            }
            if (grid.isEmpty() || grid.size() > MarginPolicy.MAX_SCENARIOS) {
                throw refuse(place + ".scan.grid must have 1 to " + MarginPolicy.MAX_SCENARIOS + " scenarios");
            }
            product.put("scenarios", grid.size());
            return new ScanRange(price, volatility, grid, lookAheadYears);
        }
        product.put("priceScanRange", Math.round(price * minorPerPrice));
        return ScanRange.usual(
                price,
                volatility,
                number(scan, "extremeMultiple", 3, place),
                number(scan, "extremeCover", 1 / 3.0, place),
                lookAheadYears);
    }

    private double number(ObjectNode object, String name, double otherwise, String place) {
        return object.has(name) ? number(object, name, place) : otherwise;
    }

    private static String name(ObjectNode contract) {
        return contract.path("id").asString("a contract without id");
    }

    private static void put(ObjectNode contract, RiskArray array) {
        ArrayNode losses = contract.putArray("riskArray");
        for (long loss : array.lossMinor()) {
            losses.add(loss);
        }
        contract.put("compositeDelta", array.compositeDelta()).put("optionPrice", array.priceMinor());
    }

    private OptionTerms terms(ObjectNode contract, OptionType type) {
        String place = name(contract);
        ObjectNode quoted = object(contract.remove("market"), place + ".market");
        return new OptionTerms(
                type,
                number(quoted, "forward", place),
                number(quoted, "strike", place),
                number(quoted, "expiryYears", place),
                number(quoted, "volatility", place),
                number(quoted, "rate", 0, place));
    }

    private Iterable<JsonNode> list(ObjectNode object, String name, String place) {
        JsonNode list = object.get(name);
        if (list == null || !list.isArray()) {
            throw refuse(place + " needs the list " + name);
        }
        return List.copyOf(list.values());
    }

    private ObjectNode object(JsonNode node, String place) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw refuse(place + " must be an object");
    }

    private double number(ObjectNode object, String name, String place) {
        JsonNode value = object.get(name);
        if (value == null || !value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw refuse(place + ": " + name + " must be a number");
        }
        return value.doubleValue();
    }

    private double above(double value, String name, String place) {
        if (!(value > 0)) {
            throw refuse(place + ": " + name + " must be above 0");
        }
        return value;
    }

    private UserError refuse(String reason) {
        return new UserError(ExitCode.USAGE, market + ": " + reason);
    }
}
