package org.calx.margin;

/** The 16 scenarios in which margin is scanned. */
public final class ScenarioArray {
    /** Scenarios. */
    public static final int SCENARIOS = 16;

    private ScenarioArray() {}
}
