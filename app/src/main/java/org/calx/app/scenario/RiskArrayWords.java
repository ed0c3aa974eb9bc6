package org.calx.app.scenario;

import java.util.Arrays;

/** A risk array in words: by its scan range, or loss by loss. */
final class RiskArrayWords {
    private static final int SCENARIOS = 16;

    /** Thirds of the scan range by which the price moves in scenarios 1 to 14; 15 and 16 are three ranges at a third. */
    private static final int[] PRICE_MOVE_THIRDS = {0, 0, 1, 1, -1, -1, 2, 2, -2, -2, 3, 3, -3, -3, 3, -3};

    private final ScenarioDictionary names;

    RiskArrayWords(ScenarioDictionary names) {
        this.names = names;
    }

    long[] losses(Words words, int instrumentId) {
        long[] losses = new long[words.take("of") ? words.nextInt("a number of scenarios") : SCENARIOS];
        if (words.take("scan")) {
            long rangeMicros = Math.multiplyExact(words.nextMicros("a scan range"), names.unitsPerLot(instrumentId));
            Arrays.setAll(losses, scenario -> -PRICE_MOVE_THIRDS[scenario] * rangeMicros / 3);
        } else {
            words.expect("losses");
            Arrays.setAll(losses, scenario -> words.nextMicros("a loss per lot"));
        }
        return losses;
    }
}
