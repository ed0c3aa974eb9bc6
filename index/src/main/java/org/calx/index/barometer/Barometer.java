package org.calx.index.barometer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.calx.index.input.DayStore;
import org.calx.index.input.Decisions;
import org.calx.index.input.InputException;
import org.calx.index.input.Observation;
import org.calx.index.input.ObservationReader;
import org.calx.index.input.RowLog;
import org.calx.index.methodology.ComputeUnits;
import org.calx.index.methodology.Fixing;
import org.calx.index.methodology.IndexName;
import org.calx.index.methodology.Methodology;
import org.calx.index.run.DailyFixings;

/** Reads the barometer off accepted observations and fixings, on their last day. */
public final class Barometer {
    /** Days over which supply is compared and trades are summed. */
    private static final int MONTH = 30;

    private final TreeMap<String, TreeMap<Integer, Double>> fixings = new TreeMap<>();
    private final TreeMap<String, TreeMap<Integer, Double>> traded = new TreeMap<>();
    private final TreeMap<Integer, MarketDay> days = new TreeMap<>();
    private final Map<Integer, Double> powerByDay;
    private final List<Reading> readings = new ArrayList<>();
    private int lastDay;

    private Barometer(Map<Integer, Double> powerByDay) {
        this.powerByDay = powerByDay;
    }

    /** What the barometer says. @param date its day */
    public record Result(LocalDate date, List<Reading> readings) {}

    /**
     * Reads it.
     *
     * @param inputs observations
     * @param powerByDay base price of electricity by epoch day, to tell demand from supply; empty if not known
     * @throws InputException if an input cannot be used
     */
    public static Result of(List<Path> inputs, Methodology rules, Map<Integer, Double> powerByDay) throws IOException {
        Barometer barometer = new Barometer(powerByDay);
        RowLog log = RowLog.counting(inputs);
        try (DayStore store = new DayStore()) {
            ObservationReader.read(inputs, log, store::add);
            if (store.days().isEmpty() || store.days().last() - store.days().first() >= DailyFixings.MAX_DAYS) {
                throw new InputException("the inputs have no row that can be used, or reach over more than "
                        + DailyFixings.MAX_DAYS + " days");
            }
            DailyFixings engine = new DailyFixings(rules, log, Decisions.among(inputs));
            int last = store.days().last();
            for (int day = store.days().first(); day <= last; day++) {
                engine.day(day, store.take(day)).fixings().forEach(barometer::remember);
                barometer.remember(day, new MarketDay(engine.figures()));
            }
            barometer.lastDay = last;
        }
        barometer.read();
        return new Result(LocalDate.ofEpochDay(barometer.lastDay), List.copyOf(barometer.readings));
    }

    private void remember(Fixing fixing) {
        if (fixing.status().isObserved() || fixing.status() == Fixing.Status.COMPOSITE) {
            fixings.computeIfAbsent(fixing.index(), _ -> new TreeMap<>())
                    .put(fixing.epochDay(), fixing.valueMicros() / 1e6);
        }
    }

    private void remember(int day, MarketDay market) {
        days.put(day, market);
        days.headMap(day - MONTH).clear();
        market.tradedHours().forEach((model, hours) -> traded.computeIfAbsent(model, _ -> new TreeMap<>())
                .put(day, hours));
    }

    private void read() {
        Set<String> models = new TreeSet<>(days.get(lastDay).models());
        models.addAll(traded.keySet());
        for (String model : models) {
            readSupplyAndDemand(model);
            readRegions(model);
            readTerms(model);
            readVolatility(model);
            readUnits(model);
            readings.add(elasticity(model));
        }
        if (fixings.containsKey(IndexName.COMPOSITE)) {
            readVolatility(IndexName.COMPOSITE);
        }
        readClasses();
    }

    private void readSupplyAndDemand(String model) {
        MarketDay now = days.get(lastDay);
        MarketDay before = days.get(lastDay - MONTH);
        readings.add(Reading.observed("supply_offers", model, now.offers(model), "on-demand offers on the day"));
        readings.add(Reading.observed("supply_owners", model, now.owners(model), "independent owners with offers"));
        readings.add(
                before == null || before.offers(model) == 0
                        ? Reading.notEstimable("supply_change", model, "no offers thirty days before")
                        : Reading.observed(
                                "supply_change",
                                model,
                                Math.log((double) now.offers(model) / before.offers(model)),
                                "logarithm of offers over those of thirty days before; also moved by who collects"));
        NavigableMap<Integer, Double> hours =
                traded.getOrDefault(model, new TreeMap<>()).tailMap(lastDay - MONTH, false);
        readings.add(
                hours.isEmpty()
                        ? Reading.notEstimable("demand_gpu_hours", model, "no trades within thirty days")
                        : Reading.observed(
                                "demand_gpu_hours",
                                model,
                                hours.values().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .sum(),
                                "GPU-hours traded in thirty days"));
        readings.add(Reading.notEstimable("utilisation", model, "no input tells hours used and hours offered"));
        double discount = now.logTermRatio(model, Observation.Term.SPOT);
        readings.add(
                Double.isNaN(discount)
                        ? Reading.notEstimable("spot_over_on_demand", model, fewProviders("spot"))
                        : Reading.proxy(
                                "spot_over_on_demand",
                                model,
                                Math.exp(discount),
                                "stands for utilisation: idle machines are sold as spot, so it rises as they fill"));
    }

    private static String fewProviders(String term) {
        return "fewer than " + MarketDay.FEWEST_OWNERS + " providers ask a price on demand and for " + term;
    }

    private void readRegions(String model) {
        Map<String, Integer> owners = days.get(lastDay).ownersByRegion(model);
        Double home = last(model + ".US");
        if (owners.isEmpty() || home == null) {
            readings.add(Reading.notEstimable("regional_premium", model, "no fixings of regions to compare"));
            return;
        }
        owners.forEach((region, count) -> {
            Double there = last(model + "." + region);
            if (!region.equals("US") && there != null) {
                readings.add(Reading.observed(
                        "regional_premium",
                        model + "." + region,
                        Math.log(there / home),
                        "logarithm of the region's fixing over that of the United States; " + count + " owners there"));
            }
        });
    }

    private Double last(String index) {
        TreeMap<Integer, Double> byDay = fixings.get(index);
        return byDay == null ? null : byDay.get(lastDay);
    }

    private void readTerms(String model) {
        Map<Observation.Term, String> terms = Map.of(
                Observation.Term.RESERVED_MONTH, "1m",
                Observation.Term.RESERVED_YEAR, "1y",
                Observation.Term.RESERVED_THREE_YEARS, "3y");
        new TreeMap<>(terms).forEach((term, name) -> {
            double ratio = days.get(lastDay).logTermRatio(model, term);
            readings.add(
                    Double.isNaN(ratio)
                            ? Reading.notEstimable("term_over_on_demand", model + "/" + name, fewProviders(name))
                            : Reading.observed(
                                    "term_over_on_demand",
                                    model + "/" + name,
                                    Math.exp(ratio),
                                    "median over providers that ask both"));
        });
    }

    private void readVolatility(String index) {
        List<Double> moves = new ArrayList<>();
        Map.Entry<Integer, Double> before = null;
        for (Map.Entry<Integer, Double> one :
                fixings.getOrDefault(index, new TreeMap<>()).entrySet()) {
            if (before != null && one.getKey() - before.getKey() == 1) {
                moves.add(Math.log(one.getValue() / before.getValue()));
            }
            before = one;
        }
        if (moves.size() < VolatilityState.FEWEST_MOVES) {
            readings.add(Reading.notEstimable(
                    "volatility",
                    index,
                    moves.size() + " daily moves observed, " + VolatilityState.FEWEST_MOVES + " are needed"));
            return;
        }
        VolatilityState state = VolatilityState.of(moves);
        readings.add(Reading.observed("volatility", index, state.annual(), "of a year; state " + state.word()));
        readings.add(Reading.observed("volatility_state", index, state.state(), "0 calm, 1 normal, 2 stressed"));
    }

    private void readUnits(String model) {
        Double price = last(model);
        ComputeUnits.of(model).filter(_ -> price != null).ifPresent(units -> {
            readings.add(
                    Reading.observed("usd_per_training_unit", model, price / units.training(), "for comparison only"));
            readings.add(Reading.observed(
                    "usd_per_inference_unit", model, price / units.inference(), "for comparison only"));
        });
    }

    /** What a training unit costs over an inference unit, median over models: moves when one use is wanted more than the other. */
    private void readClasses() {
        double[][] classes = classCosts();
        if (classes[0].length < MarketDay.FEWEST_OWNERS) {
            readings.add(Reading.notEstimable("training_over_inference", "all", "fixings of fewer than three models"));
            return;
        }
        readings.add(Reading.proxy(
                "training_over_inference",
                "all",
                MarketDay.median(classes[0]) / MarketDay.median(classes[1]),
                "median price of a training unit over that of an inference unit; the inputs do not tell what is run"));
    }

    private double[][] classCosts() {
        List<ComputeUnits> members = fixings.keySet().stream()
                .filter(index -> last(index) != null)
                .flatMap(index -> ComputeUnits.of(index).stream())
                .filter(ComputeUnits::inComposite)
                .toList();
        return new double[][] {
            members.stream()
                    .mapToDouble(units -> last(units.model()) / units.training())
                    .toArray(),
            members.stream()
                    .mapToDouble(units -> last(units.model()) / units.inference())
                    .toArray()
        };
    }

    private Reading elasticity(String model) {
        TreeMap<Integer, Double> hours = traded.getOrDefault(model, new TreeMap<>());
        TreeMap<Integer, Double> prices = fixings.getOrDefault(model, new TreeMap<>());
        List<double[]> rows = new ArrayList<>();
        for (int day : hours.keySet()) {
            boolean known = hours.containsKey(day - 1) && prices.containsKey(day) && prices.containsKey(day - 1);
            if (known && powerByDay.containsKey(day - 1) && powerByDay.containsKey(day - 2)) {
                rows.add(new double[] {
                    Math.log(hours.get(day) / hours.get(day - 1)),
                    Math.log(prices.get(day) / prices.get(day - 1)),
                    powerByDay.get(day - 1) - powerByDay.get(day - 2)
                });
            }
        }
        if (rows.size() < Elasticity.FEWEST_DAYS) {
            return Reading.notEstimable(
                    "demand_elasticity",
                    model,
                    rows.size() + " pairs of days with trades, fixings and power prices; " + Elasticity.FEWEST_DAYS
                            + " are needed");
        }
        Elasticity estimate = Elasticity.of(column(rows, 0), column(rows, 1), column(rows, 2));
        return estimate.isStrong()
                ? new Reading(
                        "demand_elasticity",
                        model,
                        estimate.value(),
                        estimate.standardError(),
                        Reading.Status.ESTIMATED,
                        "two-stage least squares, power price as instrument")
                : Reading.notEstimable(
                        "demand_elasticity",
                        model,
                        "power prices move the price too little to tell demand from supply");
    }

    private static double[] column(List<double[]> rows, int at) {
        return rows.stream().mapToDouble(row -> row[at]).toArray();
    }
}
