package org.calx.index.forecast;

/**
 * The row of the expert model of electricity price forecasting (Ziel and Weron, Energy Economics 70, 2018): the same place one, two and
 * seven seasons before, the last value, the last season's mean, least and greatest value, and the place in a cycle of seven seasons. The
 * wide form has every value of the last season beside (Lago and others, Applied Energy 293, 2021).
 *
 * @param season steps of a season, above 1
 */
record SeasonalFeatures(int season, boolean wide) implements Features {
    private static final int CYCLE = 7;
    private static final int LEVELS = 7;
    private static final int NARROW = LEVELS + CYCLE;

    @Override
    public int count() {
        return NARROW + (wide ? season + 2 : 0);
    }

    @Override
    public int levels() {
        return LEVELS;
    }

    @Override
    public int spacing() {
        return season;
    }

    @Override
    public int oldest() {
        return (CYCLE + 1) * season;
    }

    @Override
    public double[] row(double[] values, int origin, int step) {
        int seasonsAhead = (step + season - 1) / season;
        int target = origin + step - 1;
        int lastSeason = Math.max(0, origin - season);
        double least = Double.MAX_VALUE;
        double greatest = -Double.MAX_VALUE;
        double sum = 0;
        for (int at = lastSeason; at < origin; at++) {
            least = Math.min(least, values[at]);
            greatest = Math.max(greatest, values[at]);
            sum += values[at];
        }
        double[] row = new double[count()];
        row[0] = values[Math.max(0, target - seasonsAhead * season)];
        row[1] = values[Math.max(0, target - (seasonsAhead + 1) * season)];
        row[2] = values[Math.max(0, target - (seasonsAhead + CYCLE - 1) / CYCLE * CYCLE * season)];
        row[3] = values[origin - 1];
        row[4] = sum / (origin - lastSeason);
        row[5] = least;
        row[6] = greatest;
        row[LEVELS + target / season % CYCLE] = 1;
        if (wide) {
            for (int at = 0; at < season; at++) {
                row[NARROW + at] = values[Math.max(0, origin - season + at)];
            }
            row[NARROW + season] = values[Math.max(0, target - (seasonsAhead + 2) * season)];
            row[NARROW + season + 1] = mean(values, Math.max(0, origin - 2 * season), lastSeason);
        }
        return row;
    }

    private static double mean(double[] values, int from, int end) {
        double sum = 0;
        for (int at = from; at < end; at++) {
            sum += values[at];
        }
        return end > from ? sum / (end - from) : 0;
    }
}
