package org.calx.risk.publish;

import java.util.List;
import java.util.Map;
import org.calx.risk.array.Scenario;

/**
 * When and what a publisher publishes.
 *
 * @param leastMoveTicks a mark is published when the mid is so many ticks from the mark in force, at least 1
 * @param widestSpreadTicks a book with a wider spread has no mid
 * @param scanPermille price scan range in thousandths of the mark, above 0; of an option, of its future's mark
 * @param scanVolatilityPermille volatility scan range in thousandths of the option's volatility, not below 0
 * @param optionVolatilityPermille volatility of an option where no option on its future tells one, thousandths of the price, above 0
 * @param beatNs the publisher at work is heard at least so often
 * @param takeoverNs a stand-by takes over when nothing was heard for so long; at least {@value #BEATS_MISSED} beats
 * @param mostInFlight instruments whose publication has no answer yet, at most
 * @param grids by a product's code, the scenarios of a product whose margin policy is a grid
 */
public record PublishSettings(
        long leastMoveTicks,
        long widestSpreadTicks,
        int scanPermille,
        int scanVolatilityPermille,
        int optionVolatilityPermille,
        long beatNs,
        long takeoverNs,
        int mostInFlight,
        Map<String, List<Scenario>> grids) {
    /** Beats that may be missing before another takes over. */
    public static final int BEATS_MISSED = 3;

    /**
     * A process takes over for the first time when it has run for so long: epochs are at most two seconds beyond the clock when they
     * are first used, so by then the clock gives one that no earlier life of the process has had.
     */
    public static final long FIRST_TAKEOVER_NS = 3_500_000_000L;

    /** @throws IllegalArgumentException outside the ranges */
    public PublishSettings {
        grids = Map.copyOf(grids);
        if (leastMoveTicks < 1
                || widestSpreadTicks < 1
                || scanPermille < 1
                || scanVolatilityPermille < 0
                || optionVolatilityPermille < 1
                || beatNs < 1
                || takeoverNs < BEATS_MISSED * beatNs
                || mostInFlight < 1) {
            throw new IllegalArgumentException("a publisher's settings are out of range");
        }
    }

    /** A tick, spreads to 40 ticks, 15 %, a sixth of a volatility, 60 %, a beat every 150 ms, a take-over after 600 ms, 256 at a time. */
    public static PublishSettings usual() {
        return new PublishSettings(1, 40, 150, 167, 600, 150_000_000L, 600_000_000L, 256, Map.of());
    }
}
