package org.calx.index.forecast;

import java.util.List;

/** The plain mean of several forecasts, which is hard to beat by weights that must be estimated (Clemen 1989). */
public record Combination(List<Forecaster> members) implements Forecaster {
    @Override
    public String name() {
        return "combination";
    }

    @Override
    public Forecaster fitted(double[] history) {
        return new Combination(
                members.stream().map(member -> member.fitted(history)).toList());
    }

    @Override
    public double[] forecast(double[] history, int horizon) {
        double[] mean = new double[horizon];
        for (Forecaster member : members) {
            double[] one = member.forecast(history, horizon);
            for (int step = 0; step < horizon; step++) {
                mean[step] += one[step] / members.size();
            }
        }
        return mean;
    }
}
