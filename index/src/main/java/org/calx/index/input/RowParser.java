package org.calx.index.input;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.calx.index.DecimalMicros;

/** Turns the cells of one kind of file into observations and finds the faults that a single row shows. */
final class RowParser {
    static final long MAX_PRICE_MICROS = 10_000_000_000L;
    static final int MAX_GPUS = 100_000;

    private static final int MAX_WORDS = 1_000_000;
    private static final Pattern MODEL = Pattern.compile("[A-Z][A-Z0-9]{0,19}");
    private static final Pattern PROVIDER = Pattern.compile("[^,\"\\p{Cntrl}]{1,60}");
    private static final List<String> CURRENCIES = List.of("USD", "CNY");

    private final Map<String, Mapping.Field> fields = new HashMap<>();
    private final Mapping.Field date;
    private final Mapping.Field provider;
    private final Mapping.Field model;
    private final Mapping.Field price;
    private final Mapping mapping;
    private final List<String> header;
    private final int file;
    private final RowLog log;
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();
    private String[] cells;

    RowParser(Mapping mapping, List<String> header, int file, RowLog log) {
        this.mapping = mapping;
        this.header = header;
        this.file = file;
        this.log = log;
        this.date = mapping.field("date", header);
        this.provider = mapping.field("provider", header);
        this.model = mapping.field("model", header);
        this.price = mapping.field("price", header);
    }

    Observation parse(long row, String[] rowCells) throws RowFault {
        if (rowCells.length != header.size()) {
            throw new RowFault("columns", rowCells.length + " cells where the header has " + header.size());
        }
        cells = rowCells;
        int epochDay = day(date.of(cells));
        refuseStale(epochDay);
        String tierOrTerm = text("term");
        Observation.Term term = term(tierOrTerm);
        String name = model.of(cells);
        int dot = name.indexOf('.');
        String who = word(matched(PROVIDER, provider.of(cells).toLowerCase(Locale.ROOT), "provider"));
        String group = text("group");
        int gpus = gpuCount();
        String currency = currency();
        return new Observation(
                file,
                row,
                epochDay,
                kind(),
                who,
                group.isEmpty() ? Providers.groupOf(who) : word(group.toLowerCase(Locale.ROOT)),
                word(region(tierOrTerm, dot < 0 ? "" : name.substring(dot + 1))),
                word(modelName(dot < 0 ? name : name.substring(0, dot))),
                gpus,
                term,
                currency,
                priceMicros(row, gpus),
                mapping.has("gpuHours") ? positiveMicros("gpuHours", true) : 0,
                word(text("source")),
                text("generated").equals("1") || text("generated").equals("true"));
    }

    private String text(String name) {
        return fields.computeIfAbsent(name, field -> mapping.field(field, header))
                .of(cells);
    }

    /** One copy of each word, so that rows share them. */
    private String word(String text) {
        if (words.size() >= MAX_WORDS) {
            return text;
        }
        String known = words.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private int day(String text) throws RowFault {
        String head = text.length() > 10 ? text.substring(0, 10) : text;
        Integer known = days.get(head);
        if (known != null) {
            return known;
        }
        try {
            int epochDay = (int) LocalDate.parse(head).toEpochDay();
            days.put(head, epochDay);
            return epochDay;
        } catch (DateTimeParseException _) {
            throw new RowFault("date", "'" + text + "' is not a date such as 2026-07-31");
        }
    }

    private void refuseStale(int epochDay) throws RowFault {
        if (text("stale").equals("1")) {
            throw new RowFault("stale", "carried forward by the source");
        }
        String observedAt = text("observedAt");
        if (!observedAt.isEmpty() && day(observedAt) < epochDay) {
            throw new RowFault("stale", "observed " + observedAt + ", before its day");
        }
    }

    private static Observation.Term term(String text) throws RowFault {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "on-demand", "on_demand", "ondemand", "tier:secure", "tier:community" ->
                Observation.Term.ON_DEMAND;
            case "spot", "interruptible", "preemptible" -> Observation.Term.SPOT;
            case "1m", "reserved-1m" -> Observation.Term.RESERVED_MONTH;
            case "1y", "reserved-1y", "commit_1y" -> Observation.Term.RESERVED_YEAR;
            case "3y", "reserved-3y", "commit_3y" -> Observation.Term.RESERVED_THREE_YEARS;
            case "forward" -> throw new RowFault("forward", "a price of later delivery, which belongs to the curve");
            case "wash" -> throw new RowFault("wash trade", "buyer and seller are the same");
            case "serverless" -> throw new RowFault("serverless", "not the rental of an instance");
            default ->
                throw new RowFault("term", "'" + text + "' is not on-demand, spot, 1m, 1y, 3y or a word for them");
        };
    }

    private Observation.Kind kind() throws RowFault {
        return switch (text("kind")) {
            case "trade" -> Observation.Kind.TRADE;
            case "executable" -> Observation.Kind.EXECUTABLE;
            case "list" -> Observation.Kind.LIST;
            default -> throw new RowFault("kind", "'" + text("kind") + "' is not trade, executable or list");
        };
    }

    /** The row's region; where it says none, its tier or what follows the dot in {@code H100.EU}. */
    private String region(String tierOrTerm, String ofModel) {
        String said = text("region");
        if (said.isEmpty()) {
            said = tierOrTerm.startsWith("tier:") ? tierOrTerm.substring(5) : ofModel;
        }
        return said.toUpperCase(Locale.ROOT);
    }

    private static String modelName(String text) throws RowFault {
        String name =
                text.toUpperCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
        return matched(MODEL, name, "model");
    }

    private static String matched(Pattern form, String text, String what) throws RowFault {
        if (!form.matcher(text).matches()) {
            throw new RowFault(what, "'" + text + "' is not a name of a " + what);
        }
        return text;
    }

    private int gpuCount() throws RowFault {
        String count = text("gpuCount");
        if (count.isEmpty()) {
            return 1;
        }
        try {
            int gpus = count.endsWith(".0")
                    ? Integer.parseInt(count.substring(0, count.length() - 2))
                    : Integer.parseInt(count);
            if (gpus >= 1 && gpus <= MAX_GPUS) {
                return gpus;
            }
        } catch (NumberFormatException _) {
            // falls through to the same refusal
        }
        throw new RowFault("gpu count", "'" + count + "' is not a whole number from 1 to " + MAX_GPUS);
    }

    private String currency() throws RowFault {
        String unit = text("unit");
        if (unit.startsWith("EUR/MWh")) {
            throw new RowFault("unit", "a power price");
        }
        String currency = word(text("currency").toUpperCase(Locale.ROOT));
        if (!CURRENCIES.contains(currency)) {
            throw new RowFault("currency", "'" + currency + "' is not one of " + String.join(", ", CURRENCIES));
        }
        return currency;
    }

    private long priceMicros(long row, int gpus) throws RowFault {
        long micros = positiveMicros("price", false);
        String unit = text("unit");
        if (!unit.isEmpty() && !unit.equals("gpu-hour") && !unit.equals("instance-hour")) {
            throw new RowFault("unit", "'" + unit + "' is not gpu-hour or instance-hour");
        }
        if (gpus == 1) {
            return micros;
        }
        if (unit.equals("instance-hour")) {
            return perGpu(row, micros, gpus, "price of the instance");
        }
        if (!mapping.has("instancePrice") || text("instancePrice").isEmpty()) {
            return micros;
        }
        long instanceMicros = positiveMicros("instancePrice", false);
        if (near(micros * gpus, instanceMicros)) {
            return micros;
        }
        if (near(micros, instanceMicros)) {
            return perGpu(row, micros, gpus, "price per GPU equals the price of the instance");
        }
        throw new RowFault("unit", "price per GPU times " + gpus + " is not the price of the instance");
    }

    private long perGpu(long row, long micros, int gpus, String why) {
        log.adjust(file, row, "unit", why + ", divided by " + gpus);
        return Math.max(1, (micros + gpus / 2) / gpus);
    }

    private static boolean near(long left, long right) {
        return Math.abs(left - right) * 100 <= right;
    }

    private long positiveMicros(String name, boolean emptyIsZero) throws RowFault {
        String text = name.equals("price") ? price.of(cells) : text(name);
        if (emptyIsZero && text.isEmpty()) {
            return 0;
        }
        OptionalLong micros = DecimalMicros.parse(text);
        if (micros.isEmpty() || micros.getAsLong() <= 0) {
            throw new RowFault(
                    name.equals("gpuHours") ? "gpu hours" : "price", "'" + text + "' is not a decimal above 0");
        }
        if (!name.equals("gpuHours") && micros.getAsLong() > MAX_PRICE_MICROS * MAX_GPUS / 1_000) {
            throw new RowFault("price", text + " is too large");
        }
        return micros.getAsLong();
    }
}
