package org.calx.risk.backtest;

import java.util.List;
import org.calx.risk.tail.Exposure;
import org.calx.risk.tail.FactorHistory;
import org.calx.risk.tail.LossSimulation;
import org.calx.risk.tail.TailRisk;
import org.calx.risk.tail.VarSettings;

/**
 * Today's portfolio on each past day against the forecast from the days before it: a moving window.
 *
 * @param losses of each tested day
 * @param valuesAtRisk forecast for each
 * @param shortfalls forecast for each
 */
public record Backtest(double[] losses, double[] valuesAtRisk, double[] shortfalls, double confidence) {

    /**
     * Runs the forecasts.
     *
     * @param window days in a forecast's history, less than there are
     */
    public static Backtest run(List<Exposure> exposures, FactorHistory history, VarSettings settings, int window) {
        int days = history.size() - window;
        if (window < 2 || days < 1) {
            throw new IllegalArgumentException("a backtest needs a window of 2 to " + (history.size() - 1) + " days");
        }
        double[] losses = new double[days];
        double[] valuesAtRisk = new double[days];
        double[] shortfalls = new double[days];
        int factors = history.factors().size();
        for (int day = 0; day < days; day++) {
            FactorHistory before = history.window(day, day + window);
            LossSimulation simulation =
                    new LossSimulation(exposures, factors, history.kind(), settings.scenarios(before));
            TailRisk forecast = TailRisk.of(simulation.losses(1), settings.confidence());
            losses[day] = simulation.lossUnder(history.shifts()[day + window]);
            valuesAtRisk[day] = forecast.valueAtRisk();
            shortfalls[day] = forecast.expectedShortfall();
        }
        return new Backtest(losses, valuesAtRisk, shortfalls, settings.confidence());
    }

    /** For each day whether its loss passed the VaR. */
    public boolean[] exceptions() {
        boolean[] exceptions = new boolean[losses.length];
        for (int day = 0; day < losses.length; day++) {
            exceptions[day] = losses[day] > valuesAtRisk[day];
        }
        return exceptions;
    }

    /** How many days passed the VaR. */
    public int exceptionCount() {
        int count = 0;
        for (boolean exception : exceptions()) {
            count += exception ? 1 : 0;
        }
        return count;
    }

    /** Right number of exceptions? */
    public TestResult kupiec() {
        return Kupiec.test(exceptionCount(), losses.length, 1 - confidence);
    }

    /** Independent exceptions? */
    public Christoffersen christoffersen() {
        return Christoffersen.of(exceptions());
    }

    /** Which zone? */
    public TrafficLight trafficLight() {
        return TrafficLight.of(exceptionCount(), losses.length, 1 - confidence);
    }

    /** Shortfalls as forecast? */
    public AcerbiSzekely acerbiSzekely() {
        return AcerbiSzekely.of(losses, valuesAtRisk, shortfalls, 1 - confidence);
    }
}
