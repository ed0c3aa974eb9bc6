package org.calx.index.power;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.calx.index.DecimalMicros;
import org.calx.index.input.InputException;
import org.calx.index.input.TableReader;

/**
 * Reads files of electricity prices, told apart by their columns: {@code start_utc,price_eur_mwh[,minutes_to_next]};
 * {@code date_local,time_from,time_to,price_eur_mwh}; {@code area,date_local,mtu,country,price_eur_mwh};
 * {@code market,timestamp_local,price_per_mwh}.
 *
 * <p>A local time that comes a second time in a row is the later of the two hours when the clock goes back. A zone that a file holds
 * for several countries is read for the first.
 */
public final class PowerPriceReader {
    /** Most rows of a file. */
    public static final int MAX_ROWS = 5_000_000;

    private final Path file;
    private final String zoneOfFile;
    private final ZoneId time;
    private final Map<String, Instant> lastStart = new HashMap<>();
    private final Map<String, String> countries = new HashMap<>();

    private PowerPriceReader(Path file, String zoneOfFile, ZoneId time) {
        this.file = file;
        this.zoneOfFile = zoneOfFile;
        this.time = time;
    }

    /**
     * Gives every price to the sink.
     *
     * @param zoneOfFile name of the zone where the file names none
     * @param time local time of the file
     * @throws InputException if the file cannot be read
     */
    public static void read(Path file, String zoneOfFile, ZoneId time, Consumer<PowerPrice> sink) {
        PowerPriceReader reader = new PowerPriceReader(file, zoneOfFile, time);
        TableReader.read(file, MAX_ROWS, (header, row, cells) -> {
            try {
                PowerPrice price = reader.price(header, cells);
                if (price != null) {
                    sink.accept(price);
                }
            } catch (DateTimeException | NumberFormatException e) {
                throw new InputException(file + ", row " + row + ": " + e.getMessage(), e);
            }
        });
    }

    private PowerPrice price(List<String> header, String[] cells) {
        int utc = header.indexOf("start_utc");
        if (utc >= 0) {
            String text = cells[utc].replaceFirst("(T[0-9]{2}:[0-9]{2})Z$", "$1:00Z");
            int length = header.indexOf("minutes_to_next");
            int minutes = length < 0 ? 60 : Integer.parseInt(cells[length]);
            return new PowerPrice(zoneOfFile, Instant.parse(text), minutes, micros(header, cells, "price_eur_mwh"));
        }
        if (header.contains("mtu")) {
            String[] period = cells[header.indexOf("mtu")].split(" - ");
            String zone = cells[header.indexOf("area")].replaceFirst("^BZN ", "");
            String country = cells[header.indexOf("country")];
            if (!country.equals(countries.computeIfAbsent(zone, _ -> country))) {
                return null;
            }
            String day = cells[header.indexOf("date_local")];
            return local(
                    zone, day + "T" + period[0], minutes(period[0], period[1]), micros(header, cells, "price_eur_mwh"));
        }
        if (header.contains("time_from")) {
            LocalDate day = LocalDate.parse(cells[header.indexOf("date_local")]);
            // The clock of this form runs through: 00 to 22 on the day of 23 hours, 00 to 24 on the day of 25.
            int elapsed = minuteOfDay(cells[header.indexOf("time_from")]);
            int minutes = minutes(cells[header.indexOf("time_from")], cells[header.indexOf("time_to")]);
            Instant start = day.atStartOfDay(time).toInstant().plus(Duration.ofMinutes(elapsed));
            return new PowerPrice(zoneOfFile, start, minutes, micros(header, cells, "price_eur_mwh"));
        }
        if (header.contains("timestamp_local") && header.contains("market")) {
            String text = cells[header.indexOf("timestamp_local")].replace(' ', 'T');
            return local(cells[header.indexOf("market")], text, 60, micros(header, cells, "price_per_mwh"));
        }
        throw new InputException(file + " has the columns " + String.join(",", header)
                + "; one of start_utc, mtu, time_from or timestamp_local is needed");
    }

    private PowerPrice local(String zone, String text, int minutes, long micros) {
        ZonedDateTime start = LocalDateTime.parse(text).atZone(time);
        Instant last = lastStart.get(zone);
        if (last != null && start.toInstant().equals(last)) {
            start = start.withLaterOffsetAtOverlap();
        }
        lastStart.put(zone, start.toInstant());
        return new PowerPrice(zone, start.toInstant(), minutes, micros);
    }

    /** Length of a period by the clock; 60 where the clock changes within it. */
    private static int minutes(String from, String to) {
        int length = Math.floorMod(minuteOfDay(to) - minuteOfDay(from), 24 * 60);
        return length == 15 || length == 30 ? length : 60;
    }

    private static int minuteOfDay(String clock) {
        return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3, 5));
    }

    private static long micros(List<String> header, String[] cells, String column) {
        int at = header.indexOf(column);
        OptionalLong micros = at < 0 ? OptionalLong.empty() : DecimalMicros.parse(cells[at]);
        return micros.orElseThrow(() -> new NumberFormatException("column " + column + " must hold a decimal"));
    }
}
