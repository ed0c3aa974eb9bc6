package org.calx.app.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.pricing.OptionType;
import org.calx.risk.array.OptionTerms;
import org.calx.risk.array.RiskArray;
import org.calx.risk.array.RiskArrays;
import org.calx.risk.array.ScanRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
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
        for (JsonNode product : list(root, "products", "")) {
            compute(object(product, "products"));
        }
        JsonOutput.write(root, out);
        return ExitCode.OK;
    }

    private ObjectNode read() {
        if (!Files.isRegularFile(market)) {
            throw new UserError(ExitCode.NOT_FOUND, "--market: there is no file " + market);
        }
        try {
            return object(JsonMapper.shared().readTree(Files.readString(market)), "the file");
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
        ScanRange range = new ScanRange(
                above(number(scan, "price", place), "price", place),
                number(scan, "volatility", place),
                scan.has("extremeMultiple") ? number(scan, "extremeMultiple", place) : 3,
                scan.has("extremeCover") ? number(scan, "extremeCover", place) : 1 / 3.0,
                (scan.has("lookAheadDays") ? number(scan, "lookAheadDays", place) : 1) / DAYS_A_YEAR);
        product.put("priceScanRange", Math.round(range.price() * minorPerPrice));
        for (JsonNode contract : list(product, "contracts", place)) {
            compute(object(contract, place + ".contracts"), range, minorPerPrice);
        }
    }

    private void compute(ObjectNode contract, ScanRange range, double minorPerPrice) {
        String place = contract.path("id").asString("a contract without id");
        String kind = contract.path("kind").asString("");
        RiskArray array =
                switch (kind) {
                    case "FUTURE" -> arrays.future(range, minorPerPrice);
                    case "CALL", "PUT" -> option(contract, OptionType.valueOf(kind), range, minorPerPrice);
                    default -> throw refuse(place + ": kind must be FUTURE, CALL or PUT");
                };
        ArrayNode losses = contract.putArray("riskArray");
        for (long loss : array.lossMinor()) {
            losses.add(loss);
        }
        contract.put("compositeDelta", array.compositeDelta()).put("optionPrice", array.priceMinor());
    }

    private RiskArray option(ObjectNode contract, OptionType type, ScanRange range, double minorPerPrice) {
        String place = contract.path("id").asString("a contract without id");
        ObjectNode terms = object(contract.remove("market"), place + ".market");
        try {
            return arrays.option(
                    new OptionTerms(
                            type,
                            number(terms, "forward", place),
                            number(terms, "strike", place),
                            number(terms, "expiryYears", place),
                            number(terms, "volatility", place),
                            terms.has("rate") ? number(terms, "rate", place) : 0),
                    range,
                    minorPerPrice);
        } catch (IllegalArgumentException e) {
            throw refuse(place + ": " + e.getMessage());
        }
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
