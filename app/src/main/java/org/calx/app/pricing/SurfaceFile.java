package org.calx.app.pricing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.calx.app.ExitCode;
import org.calx.app.StrictJson;
import org.calx.app.UserError;
import org.calx.pricing.surface.ArbitrageCheck;
import org.calx.pricing.surface.MixtureSlice;
import org.calx.pricing.surface.SmileSlice;
import org.calx.pricing.surface.SviSlice;
import org.calx.pricing.surface.VolatilitySurface;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON file of a fitted surface: its model's name and, for each expiry, time, forward and the numbers of its smile. */
final class SurfaceFile {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_EXPIRIES = 1_000;
    private static final int MOST_COMPONENTS = 100;

    /** Weights, and weighted means, sum to 1 within this. */
    private static final double ROUNDING = 1e-9;

    private final Path file;

    private SurfaceFile(Path file) {
        this.file = file;
    }

    static void write(Path file, String model, VolatilitySurface surface) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("model", model);
        ArrayNode expiries = root.putArray("expiries");
        for (int i = 0; i < surface.expiries(); i++) {
            ObjectNode expiry = expiries.addObject();
            expiry.put("expiryYears", surface.expiryYears(i));
            expiry.put("forward", surface.forward(i));
            switch (surface.slice(i)) {
                case MixtureSlice mixture -> put(expiry.putArray("components"), mixture);
                case SviSlice svi ->
                    expiry.put("a", svi.a())
                            .put("b", svi.b())
                            .put("rho", svi.rho())
                            .put("m", svi.m())
                            .put("sigma", svi.sigma());
            }
        }
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    private static void put(ArrayNode components, MixtureSlice slice) {
        for (int j = 0; j < slice.weights().length; j++) {
            components
                    .addObject()
                    .put("weight", slice.weights()[j])
                    .put("mean", slice.means()[j])
                    .put("deviation", slice.deviations()[j]);
        }
    }

    /** The surface of a file. @throws UserError if there is none, it is another thing, or it has arbitrage */
    static VolatilitySurface read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(ExitCode.NOT_FOUND, "--surface: there is no file " + file);
        }
        SurfaceFile source = new SurfaceFile(file);
        try {
            return source.surface(StrictJson.read(file));
        } catch (JacksonException e) {
            throw source.refuse("is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw source.refuse("cannot be read as UTF-8 text: " + e.getMessage());
        }
    }

    private VolatilitySurface surface(JsonNode root) {
        JsonNode expiries = list(root.path("expiries"), "expiries", MOST_EXPIRIES);
        double[] years = new double[expiries.size()];
        double[] forwards = new double[years.length];
        List<SmileSlice> slices = new ArrayList<>();
        for (int i = 0; i < years.length; i++) {
            String place = "expiries[" + i + "]";
            JsonNode expiry = expiries.get(i);
            years[i] = positive(expiry, place, "expiryYears");
            forwards[i] = positive(expiry, place, "forward");
            if (i > 0 && years[i] <= years[i - 1]) {
                throw refuse(place + ".expiryYears is not after the one before");
            }
            slices.add(expiry.has("components") ? mixture(expiry.get("components"), place) : svi(expiry, place));
        }
        VolatilitySurface surface = VolatilitySurface.of(years, forwards, slices);
        ArbitrageCheck check = ArbitrageCheck.of(surface);
        if (!check.isFree()) {
            throw refuse("has arbitrage: " + check.butterflyViolations() + " butterflies and "
                    + check.calendarViolations() + " calendars on the grid");
        }
        return surface;
    }

    private SmileSlice mixture(JsonNode components, String place) {
        String name = place + ".components";
        int count = list(components, name, MOST_COMPONENTS).size();
        double[] weights = new double[count];
        double[] means = new double[count];
        double[] deviations = new double[count];
        double whole = 0;
        double mean = 0;
        for (int j = 0; j < count; j++) {
            String one = name + "[" + j + "]";
            weights[j] = number(components.get(j), one, "weight");
            means[j] = positive(components.get(j), one, "mean");
            deviations[j] = number(components.get(j), one, "deviation");
            if (weights[j] < 0 || deviations[j] < 0) {
                throw refuse(one + " has a weight or deviation below 0");
            }
            whole += weights[j];
            mean += weights[j] * means[j];
        }
        if (!(Math.abs(whole - 1) <= ROUNDING) || !(Math.abs(mean - 1) <= ROUNDING)) {
            throw refuse(name + ": weights sum to " + whole + " and average the means to " + mean + ", both must be 1");
        }
        return new MixtureSlice(weights, means, deviations);
    }

    private SmileSlice svi(JsonNode expiry, String place) {
        double b = number(expiry, place, "b");
        double rho = number(expiry, place, "rho");
        if (b < 0 || Math.abs(rho) >= 1) {
            throw refuse(place + ": b is at least 0 and rho between -1 and 1");
        }
        return new SviSlice(
                number(expiry, place, "a"), b, rho, number(expiry, place, "m"), positive(expiry, place, "sigma"));
    }

    private JsonNode list(JsonNode node, String name, int most) {
        if (!node.isArray() || node.isEmpty() || node.size() > most) {
            throw refuse(name + " is a list of 1 to " + most);
        }
        return node;
    }

    private double positive(JsonNode object, String place, String name) {
        double value = number(object, place, name);
        if (!(value > 0)) {
            throw refuse(place + "." + name + " is not above 0");
        }
        return value;
    }

    private double number(JsonNode object, String place, String name) {
        JsonNode node = object.path(name);
        if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
            throw refuse(place + "." + name + " is not a number");
        }
        return node.asDouble();
    }

    private UserError refuse(String reason) {
        return new UserError(ExitCode.USAGE, file + ": " + reason);
    }
}
