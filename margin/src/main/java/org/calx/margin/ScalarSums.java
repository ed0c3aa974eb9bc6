package org.calx.margin;

/** The sums one scenario after the other. */
final class ScalarSums implements PortfolioSums {

    @Override
    public boolean isFast() {
        return true;
    }

    @Override
    public void compute(long[] lots, long[] losses, int from, long[] sums, int at) {
        for (int s = 0; s < ScenarioArray.SCENARIOS; s++) {
            long sum = 0;
            for (int i = 0; i < lots.length; i++) {
                sum += lots[i] * losses[from + s + i * ScenarioArray.SCENARIOS];
            }
            sums[at + s] = sum;
        }
    }

    @Override
    public void compute(int[] lots, int[] losses, int from, long[] sums, int at) {
        for (int s = 0; s < ScenarioArray.SCENARIOS; s++) {
            int sum = 0;
            for (int i = 0; i < lots.length; i++) {
                sum += lots[i] * losses[from + s + i * ScenarioArray.SCENARIOS];
            }
            sums[at + s] = sum;
        }
    }
}
