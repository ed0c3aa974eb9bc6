package org.calx.risk.publish;

import org.calx.margin.ScenarioArray;

/**
 * What should be in force for an instrument by what the market says now.
 *
 * @param instrumentId the instrument
 * @param markMicros mark, micros per unit
 * @param lossMicrosPerLot loss of one long lot in each of the 16 scenarios
 */
public record RiskTarget(int instrumentId, long markMicros, long[] lossMicrosPerLot) {

    /** Checks and copies. @throws IllegalArgumentException when there are not 16 losses */
    public RiskTarget {
        if (lossMicrosPerLot.length != ScenarioArray.SCENARIOS) {
            throw new IllegalArgumentException("there are " + ScenarioArray.SCENARIOS + " scenarios");
        }
        lossMicrosPerLot = lossMicrosPerLot.clone();
    }
}
