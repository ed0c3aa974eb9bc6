package org.calx.app.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.index.barometer.Barometer;
import org.calx.index.barometer.Reading;
import org.calx.index.methodology.Methodology;
import org.calx.index.power.Holidays;
import org.calx.index.power.PowerAverages;
import org.calx.index.power.PowerBlock;
import org.calx.index.power.PowerPriceReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx index barometer}. */
@Command(name = "barometer", description = "Say what state the market is in, and what the inputs cannot tell.")
public final class BarometerIndexCommand implements Callable<Integer> {
    @Option(names = "--input", required = true, arity = "1..*", paramLabel = "FILE", description = "Observations.")
    private List<Path> inputs;

    @Option(names = "--methodology", paramLabel = "NAME", description = "The rules (${DEFAULT-VALUE}).")
    private String methodology = "calx-1";

    @Option(
            names = "--power",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Electricity prices of the same days.")
    private List<Path> power = List.of();

    @Option(names = "--zone", paramLabel = "NAME", description = "Zone of the power prices (${DEFAULT-VALUE}).")
    private String zone = "DE-LU";

    @Option(names = "--time-zone", paramLabel = "NAME", description = "Its local time (${DEFAULT-VALUE}).")
    private String timeZone = "Europe/Berlin";

    @Option(names = "--out", paramLabel = "FILE", description = "CSV file to write; standard output if not given.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Methodology rules = IndexInputs.methodology(methodology);
        List<Path> all = new ArrayList<>(inputs);
        all.addAll(power);
        Barometer.Result result = IndexInputs.refusing(all, () -> Barometer.of(inputs, rules, powerByDay()));
        List<String> lines = new ArrayList<>(List.of("date,measure,scope,value,standard_error,status,note"));
        for (Reading reading : result.readings()) {
            lines.add(result.date() + "," + reading.line());
        }
        if (out == null) {
            lines.forEach(System.out::println);
        } else {
            Files.write(out, lines);
            System.out.println("{\"date\":\"" + result.date() + "\",\"readings\":"
                    + result.readings().size() + "}");
        }
        return ExitCode.OK;
    }

    private Map<Integer, Double> powerByDay() {
        Map<Integer, Double> byDay = new HashMap<>();
        if (!power.isEmpty()) {
            PowerAverages averages =
                    new PowerAverages(zoneId(), Holidays.of("none").orElseThrow());
            power.forEach(file -> PowerPriceReader.read(file, zone, zoneId(), averages::add));
            for (PowerAverages.Average one : averages.all()) {
                boolean ofDay = one.block() == PowerBlock.BASE && one.period().length() == "2026-07-31".length();
                if (ofDay && one.zone().equals(zone) && one.missingMinutes() == 0) {
                    byDay.put((int) LocalDate.parse(one.period()).toEpochDay(), one.priceMicros() / 1e6);
                }
            }
        }
        return byDay;
    }

    private ZoneId zoneId() {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new UserError(ExitCode.USAGE, "--time-zone '" + timeZone + "' is not known", e);
        }
    }
}
