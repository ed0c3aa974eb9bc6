package org.calx.app.index;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.index.DecimalMicros;
import org.calx.index.input.TableReader;
import org.calx.index.power.ComputeSpread;
import org.calx.index.power.Holidays;
import org.calx.index.power.PowerAverages;
import org.calx.index.power.PowerBlock;
import org.calx.index.power.PowerPriceReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx index power}. */
@Command(name = "power", description = "Average electricity prices by block and period; set them against computing.")
public final class PowerIndexCommand implements Callable<Integer> {
    private static final int MAX_FIXINGS = 1_000_000;

    @Option(names = "--input", required = true, arity = "1..*", paramLabel = "FILE", description = "Files of prices.")
    private List<Path> inputs;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for power.csv and spread.csv.")
    private Path out;

    @Option(names = "--zone", paramLabel = "NAME", description = "Zone of files that name none (${DEFAULT-VALUE}).")
    private String zone = "DE-LU";

    @Option(names = "--time-zone", paramLabel = "NAME", description = "Local time of the zones (${DEFAULT-VALUE}).")
    private String timeZone = "Europe/Berlin";

    @Option(names = "--holidays", paramLabel = "C", description = "Whose holidays are no peak days (${DEFAULT-VALUE}).")
    private String holidays = "none";

    @Option(names = "--compute", paramLabel = "FILE", description = "A fixings.csv to set against the zone's base.")
    private Path compute;

    @Option(names = "--index", paramLabel = "NAME", description = "Index of --compute (${DEFAULT-VALUE}).")
    private String index = "H100";

    @Option(names = "--watt-hours", paramLabel = "W", description = "Watt-hours of a GPU-hour (${DEFAULT-VALUE}).")
    private int wattHours = ComputeSpread.H100_WATT_HOURS;

    @Option(names = "--usd-per-eur", paramLabel = "R", description = "Dollars for a euro; needed with --compute.")
    private BigDecimal usdPerEur;

    @Override
    public Integer call() throws IOException {
        if (compute != null && usdPerEur == null) {
            throw new UserError(ExitCode.USAGE, "--compute needs --usd-per-eur");
        }
        PowerAverages averages = new PowerAverages(zoneId(), calendar());
        long[] counts = new long[2];
        IndexInputs.refusing(inputs, () -> {
            for (Path input : inputs) {
                PowerPriceReader.read(input, zone, zoneId(), price -> counts[averages.add(price) ? 0 : 1]++);
            }
            return null;
        });
        Files.createDirectories(out);
        List<PowerAverages.Average> all = averages.all();
        writeAverages(all);
        int spreads = compute == null ? 0 : writeSpread(all);
        System.out.println("{\"prices\":" + counts[0] + ",\"repeated\":" + counts[1] + ",\"averages\":" + all.size()
                + ",\"spreads\":" + spreads + "}");
        return ExitCode.OK;
    }

    private ZoneId zoneId() {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new UserError(ExitCode.USAGE, "--time-zone '" + timeZone + "' is not known", e);
        }
    }

    private Holidays calendar() {
        return Holidays.of(holidays)
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        "--holidays '" + holidays + "' is not one of " + String.join(", ", Holidays.countries())));
    }

    private void writeAverages(List<PowerAverages.Average> all) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(out.resolve("power.csv"))) {
            text.write("zone,block,period,value,minutes,missing_minutes,negative_minutes\n");
            for (PowerAverages.Average one : all) {
                text.write(one.zone() + "," + one.block() + "," + one.period() + ","
                        + DecimalMicros.text(one.priceMicros()) + "," + one.minutes() + "," + one.missingMinutes() + ","
                        + one.negativeMinutes() + "\n");
            }
        }
    }

    private int writeSpread(List<PowerAverages.Average> all) throws IOException {
        Map<String, Long> baseByDay = new HashMap<>();
        for (PowerAverages.Average one : all) {
            if (one.block() == PowerBlock.BASE && one.zone().equals(zone) && one.missingMinutes() == 0) {
                baseByDay.put(one.period(), one.priceMicros());
            }
        }
        int[] count = new int[1];
        StringBuilder text = new StringBuilder("date,index,compute,power,spread\n");
        IndexInputs.refusing(List.of(compute), () -> {
            TableReader.read(compute, MAX_FIXINGS, (header, _, cells) -> {
                Long power = baseByDay.get(cells[header.indexOf("date")]);
                if (power != null && cells[header.indexOf("index")].equals(index)) {
                    long micros =
                            DecimalMicros.parse(cells[header.indexOf("value")]).orElseThrow();
                    long spread = ComputeSpread.micros(micros, power, wattHours, usdPerEur);
                    text.append(cells[header.indexOf("date")])
                            .append(',')
                            .append(index)
                            .append(',');
                    text.append(DecimalMicros.text(micros))
                            .append(',')
                            .append(DecimalMicros.text(power))
                            .append(',');
                    text.append(DecimalMicros.text(spread)).append('\n');
                    count[0]++;
                }
            });
            return null;
        });
        Files.writeString(out.resolve("spread.csv"), text);
        return count[0];
    }
}
