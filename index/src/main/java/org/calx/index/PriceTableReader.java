package org.calx.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.calx.index.input.Regions;

/**
 * Reads price files ({@code docs/spec/prices.md}): a header line, then one offer or one power hour per line. The first line
 * that breaks the format refuses the whole file with {@link PriceFileException}.
 */
public final class PriceTableReader {

    /** The one header. */
    public static final String HEADER = "start,product,source,price,unit";
    /** Most data lines in one file. */
    public static final int MAX_ROWS = 1_000_000;
    /** Most characters in one line. */
    public static final int MAX_LINE_LENGTH = 500;

    static final String GPU_UNIT = "USD/GPUh";
    static final String POWER_UNIT = "EUR/MWh";

    private static final long MAX_GPU_PRICE_MICROS = 10_000_000_000L;
    private static final long MAX_POWER_PRICE_MICROS = 100_000_000_000L;
    private static final String ATTRIBUTION = "# Attribution: ";
    private static final Pattern HOUR_START = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:00Z");
    private static final Pattern MODEL = Pattern.compile("[A-Z][A-Z0-9]{1,11}(\\.[A-Z]{2,4})?");
    private static final Pattern ZONE = Pattern.compile("[A-Z][A-Z0-9-]{1,15}");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

    private final String file;
    private final List<GpuOffer> offers = new ArrayList<>();
    private final List<PowerHour> hours = new ArrayList<>();
    private final List<String> attributions = new ArrayList<>();
    private final Set<String> hoursSeen = new HashSet<>();
    private long line;
    private boolean headerSeen;

    private PriceTableReader(String file) {
        this.file = file;
    }

    /** Reads a file of the user's. */
    public static PriceTable read(Path path) {
        try (InputStream bytes = Files.newInputStream(path)) {
            return read(path.toString(), bytes);
        } catch (IOException e) {
            throw new PriceFileException(
                    path.toString(), "cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /** The tables that the project carries: GPU rental prices and DE-LU power prices. */
    public static PriceTable builtIn() {
        PriceTable gpu = readResource("gpu-prices.csv");
        PriceTable power = readResource("power-prices.csv");
        List<String> attributions = new ArrayList<>(gpu.attributions());
        attributions.addAll(power.attributions());
        return new PriceTable(gpu.offers(), power.hours(), attributions);
    }

    private static PriceTable readResource(String name) {
        try (InputStream bytes = PriceTableReader.class.getResourceAsStream(name)) {
            return read(name, bytes);
        } catch (IOException e) {
            throw new PriceFileException(name, "cannot be read", e);
        }
    }

    static PriceTable read(String file, InputStream bytes) throws IOException {
        PriceTableReader reader = new PriceTableReader(file);
        // A new decoder reports malformed input instead of replacing it.
        try (BufferedReader text =
                new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()))) {
            for (String next = text.readLine(); next != null; next = text.readLine()) {
                reader.line++;
                reader.accept(next);
            }
        } catch (CharacterCodingException e) {
            throw new PriceFileException(file, "is not UTF-8 text", e);
        }
        return reader.finish();
    }

    private void accept(String text) {
        if (text.length() > MAX_LINE_LENGTH) {
            throw refuse("longer than " + MAX_LINE_LENGTH + " characters");
        }
        if (text.startsWith(ATTRIBUTION)) {
            attributions.add(text.substring(ATTRIBUTION.length()).strip());
        }
        if (text.isBlank() || text.startsWith("#")) {
            return;
        }
        if (!headerSeen) {
            if (!text.equals(HEADER)) {
                throw refuse("expected the header " + HEADER);
            }
            headerSeen = true;
            return;
        }
        if (offers.size() + hours.size() == MAX_ROWS) {
            throw refuse("more than " + MAX_ROWS + " rows");
        }
        acceptRow(text.split(",", -1));
    }

    private void acceptRow(String[] columns) {
        if (columns.length != 5) {
            throw refuse("expected the 5 columns " + HEADER + ", found " + columns.length);
        }
        long priceMicros = DecimalMicros.parse(columns[3])
                .orElseThrow(() -> refuse("price \"" + columns[3] + "\" is not " + DecimalMicros.ALLOWED));
        require(SOURCE, columns[2], "source", "lower-case letters, digits and ._- (1 to 40 characters)");
        switch (columns[4]) {
            case GPU_UNIT -> acceptOffer(columns, priceMicros);
            case POWER_UNIT -> acceptHour(columns, priceMicros);
            default -> throw refuse("unit \"" + columns[4] + "\" is not " + GPU_UNIT + " or " + POWER_UNIT);
        }
    }

    private void acceptOffer(String[] columns, long priceMicros) {
        require(MODEL, columns[1], "product", "a GPU model in capitals such as H100 or H100.EU");
        String region = columns[1].substring(columns[1].indexOf('.') + 1);
        if (!region.equals(columns[1]) && !Regions.of(region).equals(region)) {
            throw refuse("product \"" + columns[1] + "\" has a region other than US, EU, ASIA and CN");
        }
        if (priceMicros <= 0 || priceMicros > MAX_GPU_PRICE_MICROS) {
            throw refuse("price " + columns[3] + " is not above 0 and at most 10000 " + GPU_UNIT);
        }
        offers.add(new GpuOffer(date(columns[0]), columns[1], columns[2], priceMicros));
    }

    private void acceptHour(String[] columns, long priceMicros) {
        require(ZONE, columns[1], "product", "a bidding zone in capitals such as DE-LU");
        if (Math.abs(priceMicros) > MAX_POWER_PRICE_MICROS) {
            throw refuse("price " + columns[3] + " is not within -100000 and 100000 " + POWER_UNIT);
        }
        Instant start = hour(columns[0]);
        if (!hoursSeen.add(columns[0] + columns[1])) {
            throw refuse("second price for " + columns[1] + " at " + columns[0]);
        }
        hours.add(new PowerHour(start, columns[1], priceMicros));
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw refuse("start \"" + text + "\" is not a date such as 2026-07-31");
        }
    }

    private Instant hour(String text) {
        try {
            if (HOUR_START.matcher(text).matches()) {
                return Instant.parse(text.replace("Z", ":00Z"));
            }
        } catch (DateTimeParseException _) {
            // falls through to the same refusal
        }
        throw refuse("start \"" + text + "\" is not the start of an hour in UTC such as 2024-07-31T22:00Z");
    }

    private void require(Pattern form, String text, String column, String allowed) {
        if (!form.matcher(text).matches()) {
            throw refuse(column + " \"" + text + "\" is not " + allowed);
        }
    }

    private PriceTable finish() {
        if (offers.isEmpty() && hours.isEmpty()) {
            throw refuse("the file has no prices; expected the header " + HEADER + " and rows after it");
        }
        return new PriceTable(offers, hours, attributions);
    }

    private PriceFileException refuse(String reason) {
        return new PriceFileException(file, line, reason);
    }
}
