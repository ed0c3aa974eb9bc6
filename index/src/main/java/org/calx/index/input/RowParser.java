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

    private static final int DATE_LENGTH = "2026-07-31".length();
    private static final int MAX_WORDS = 1_000_000;
    private static final Pattern MODEL = Pattern.compile("[A-Z][A-Z0-9]{0,19}");
    private static final Pattern PROVIDER = Pattern.compile("[^,\"\\p{Cntrl}]{1,60}");
    private static final List<String> CURRENCIES = List.of("USD", "CNY");

    private final Mapping.Field date;
    private final Mapping.Field provider;
    private final Mapping.Field groupField;
    private final Mapping.Field regionField;
    private final Mapping.Field model;
    private final Mapping.Field gpuCount;
    private final Mapping.Field termField;
    private final Mapping.Field currencyField;
    private final Mapping.Field unit;
    private final Mapping.Field kindField;
    private final Mapping.Field price;
    private final Mapping.Field instancePrice;
    private final Mapping.Field gpuHours;
    private final Mapping.Field source;
    private final Mapping.Field generated;
    private final Mapping.Field stale;
    private final Mapping.Field observedAt;
    private final boolean hasInstancePrice;
    private final boolean hasGpuHours;
    private final int columns;
    private final int file;
    private final RowLog log;
    private final Memo<String> words = new Memo<>();
    private final Memo<Integer> days = new Memo<>();
    private final Memo<Observation.Term> terms = new Memo<>();
    private final Memo<String> providers = new Memo<>();
    private final Memo<String> groups = new Memo<>();
    private final Memo<Integer> counts = new Memo<>();
    private final Memo<Model> models = new Memo<>();
    private final Map<SeriesKey, SeriesKey> series = new HashMap<>();
    private String[] cells;

    /** A model's name, and the region that it ended with. */
    private record Model(String name, String region) {}

    /** What texts have been found to mean, so that each is looked at once. */
    private static final class Memo<T> {
        private final Map<String, T> known = new HashMap<>();

        interface Reading<T> {
            T of(String text) throws RowFault;
        }

        T of(String text, Reading<T> reading) throws RowFault {
            T found = known.get(text);
            if (found == null) {
                found = reading.of(text);
                if (known.size() < MAX_WORDS) {
                    known.put(text, found);
                }
            }
            return found;
        }
    }

    RowParser(Mapping mapping, List<String> header, int file, RowLog log) {
        this.columns = header.size();
        this.file = file;
        this.log = log;
        this.date = mapping.field("date", header);
        this.provider = mapping.field("provider", header);
        this.groupField = mapping.field("group", header);
        this.regionField = mapping.field("region", header);
        this.model = mapping.field("model", header);
        this.gpuCount = mapping.field("gpuCount", header);
        this.termField = mapping.field("term", header);
        this.currencyField = mapping.field("currency", header);
        this.unit = mapping.field("unit", header);
        this.kindField = mapping.field("kind", header);
        this.price = mapping.field("price", header);
        this.instancePrice = mapping.field("instancePrice", header);
        this.gpuHours = mapping.field("gpuHours", header);
        this.source = mapping.field("source", header);
        this.generated = mapping.field("generated", header);
        this.stale = mapping.field("stale", header);
        this.observedAt = mapping.field("observedAt", header);
        this.hasInstancePrice = mapping.has("instancePrice");
        this.hasGpuHours = mapping.has("gpuHours");
    }

    Observation parse(long row, String[] rowCells) throws RowFault {
        if (rowCells.length != columns) {
            throw new RowFault("columns", rowCells.length + " cells where the header has " + columns);
        }
        cells = rowCells;
        int epochDay = day(date.of(cells));
        refuseStale(epochDay);
        String tierOrTerm = termField.of(cells);
        Observation.Term term = terms.of(tierOrTerm, RowParser::term);
        String who = providers.of(provider.of(cells), RowParser::provider);
        String owner = groupField.of(cells);
        int gpus = counts.of(gpuCount.of(cells), RowParser::gpus);
        String currency = currency();
        Observation.Kind kind = kind();
        Model what = models.of(model.of(cells), RowParser::model);
        String region = word(region(tierOrTerm, what.region));
        long priceMicros = priceMicros(row, gpus);
        long gpuHoursMicros = hasGpuHours ? gpuHoursMicros() : 0;
        return new Observation(
                file,
                row,
                epochDay,
                shared(new SeriesKey(kind, who, region, what.name, gpus, term, currency, word(source.of(cells)))),
                owner.isEmpty() ? groups.of(who, Providers::groupOf) : word(owner.toLowerCase(Locale.ROOT)),
                priceMicros,
                gpuHoursMicros,
                generated.of(cells).equals("1") || generated.of(cells).equals("true"));
    }

    /** One copy of each series, so that rows share them. */
    private SeriesKey shared(SeriesKey key) {
        SeriesKey known = series.get(key);
        if (known == null) {
            known = key;
            if (series.size() < MAX_WORDS) {
                series.put(key, key);
            }
        }
        return known;
    }

    /** One copy of each word. */
    private String word(String text) throws RowFault {
        return words.of(text, one -> one);
    }

    private static String provider(String text) throws RowFault {
        return matched(PROVIDER, text.toLowerCase(Locale.ROOT), "provider");
    }

    private static Model model(String text) throws RowFault {
        int dot = text.indexOf('.');
        return new Model(modelName(dot < 0 ? text : text.substring(0, dot)), dot < 0 ? "" : text.substring(dot + 1));
    }

    private int day(String text) throws RowFault {
        return days.of(text.length() > DATE_LENGTH ? text.substring(0, DATE_LENGTH) : text, RowParser::epochDay);
    }

    private static int epochDay(String text) throws RowFault {
        try {
            return (int) LocalDate.parse(text).toEpochDay();
        } catch (DateTimeParseException _) {
            throw new RowFault("date", "'" + text + "' is not a date such as 2026-07-31");
        }
    }

    private void refuseStale(int epochDay) throws RowFault {
        if (stale.of(cells).equals("1")) {
            throw new RowFault("stale", "carried forward by the source");
        }
        String observed = observedAt.of(cells);
        if (!observed.isEmpty() && day(observed) < epochDay) {
            throw new RowFault("stale", "observed " + observed + ", before its day");
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
        String text = kindField.of(cells);
        return switch (text) {
            case "trade" -> Observation.Kind.TRADE;
            case "executable" -> Observation.Kind.EXECUTABLE;
            case "list" -> Observation.Kind.LIST;
            default -> throw new RowFault("kind", "'" + text + "' is not trade, executable or list");
        };
    }

    /** The row's region; where it says none, its tier or what follows the dot in {@code H100.EU}. */
    private String region(String tierOrTerm, String ofModel) {
        String said = regionField.of(cells);
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

    private static Integer gpus(String count) throws RowFault {
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
        if (unit.of(cells).startsWith("EUR/MWh")) {
            throw new RowFault("unit", "a power price");
        }
        String currency = word(currencyField.of(cells).toUpperCase(Locale.ROOT));
        if (!CURRENCIES.contains(currency)) {
            throw new RowFault("currency", "'" + currency + "' is not one of " + String.join(", ", CURRENCIES));
        }
        return currency;
    }

    private long priceMicros(long row, int gpus) throws RowFault {
        long micros = pricedMicros(price.of(cells));
        String per = unit.of(cells);
        if (!per.isEmpty() && !per.equals("gpu-hour") && !per.equals("instance-hour")) {
            throw new RowFault("unit", "'" + per + "' is not gpu-hour or instance-hour");
        }
        if (gpus == 1) {
            return micros;
        }
        if (per.equals("instance-hour")) {
            return perGpu(row, micros, gpus, "price of the instance");
        }
        if (!hasInstancePrice || instancePrice.of(cells).isEmpty()) {
            return micros;
        }
        long instanceMicros = pricedMicros(instancePrice.of(cells));
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

    private static long pricedMicros(String text) throws RowFault {
        long micros = positiveMicros(text, "price");
        if (micros > MAX_PRICE_MICROS * MAX_GPUS / 1_000) {
            throw new RowFault("price", text + " is too large");
        }
        return micros;
    }

    private long gpuHoursMicros() throws RowFault {
        String text = gpuHours.of(cells);
        return text.isEmpty() ? 0 : positiveMicros(text, "gpu hours");
    }

    private static long positiveMicros(String text, String what) throws RowFault {
        OptionalLong micros = DecimalMicros.parse(text);
        if (micros.isEmpty() || micros.getAsLong() <= 0) {
            throw new RowFault(what, "'" + text + "' is not a decimal above 0");
        }
        return micros.getAsLong();
    }
}
