package org.calx.index.forecast;

/**
 * The row of a series without a season: its last value, and the distances from it of the values one, seven and fourteen steps before and of
 * the means of the last 7 and 28.
 */
record RecentFeatures() implements Features {
    private static final int[] BACK = {2, 8, 15};
    private static final int[] WINDOWS = {7, 28};

    @Override
    public int count() {
        return 1 + BACK.length + WINDOWS.length;
    }

    @Override
    public int levels() {
        return 1;
    }

    @Override
    public int spacing() {
        return 1;
    }

    @Override
    public int oldest() {
        return BACK[BACK.length - 1];
    }

    @Override
    public double[] row(double[] values, int origin, int step) {
        double[] row = new double[count()];
        row[0] = values[origin - 1];
        int place = 1;
        for (int back : BACK) {
            row[place++] = values[Math.max(0, origin - back)] - row[0];
        }
        for (int window : WINDOWS) {
            double sum = 0;
            int from = Math.max(0, origin - window);
            for (int at = from; at < origin; at++) {
                sum += values[at];
            }
            row[place++] = sum / (origin - from) - row[0];
        }
        return row;
    }
}
