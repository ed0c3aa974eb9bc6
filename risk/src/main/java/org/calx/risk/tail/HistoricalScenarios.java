package org.calx.risk.tail;

/** The past days themselves. */
public final class HistoricalScenarios implements ShiftScenarios {
    private final double[][] shifts;

    public HistoricalScenarios(FactorHistory history) {
        shifts = history.shifts();
    }

    @Override
    public int size() {
        return shifts.length;
    }

    @Override
    public void shifts(int scenario, double[] into) {
        System.arraycopy(shifts[scenario], 0, into, 0, into.length);
    }
}
