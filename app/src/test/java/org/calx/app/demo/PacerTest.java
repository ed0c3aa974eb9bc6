package org.calx.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.calx.model.MarketPhase;
import org.junit.jupiter.api.Test;

class PacerTest {

    private static final long SECOND_NS = 1_000_000_000L;

    @Test
    void handsOutItsRate() {
        Pacer pacer = new Pacer(100, 0);

        int turns = 0;
        for (long nowNs = 0; nowNs < SECOND_NS; nowNs += 1_000_000) {
            turns += turnsAt(pacer, nowNs);
        }

        assertThat(turns).isEqualTo(100);
    }

    @Test
    void makesUpForNoMoreThanATenthOfASecond() {
        Pacer pacer = new Pacer(100, 0);

        assertThat(turnsAt(pacer, 60 * SECOND_NS)).isEqualTo(11);
    }

    @Test
    void dayIsOpenThenClosingThenClosed() {
        DaySchedule schedule = new DaySchedule(10 * SECOND_NS);

        assertThat(schedule.phaseAt(0)).isEqualTo(MarketPhase.OPEN);
        assertThat(schedule.phaseAt(8 * SECOND_NS - 1)).isEqualTo(MarketPhase.OPEN);
        assertThat(schedule.phaseAt(8 * SECOND_NS)).isEqualTo(MarketPhase.CLOSING);
        assertThat(schedule.phaseAt(92 * SECOND_NS / 10)).isEqualTo(MarketPhase.CLOSED);
        assertThat(schedule.isOver(10 * SECOND_NS - 1)).isFalse();
        assertThat(schedule.isOver(10 * SECOND_NS)).isTrue();
    }

    private static int turnsAt(Pacer pacer, long nowNs) {
        int turns = 0;
        while (pacer.takeTurn(nowNs)) {
            turns++;
        }
        return turns;
    }
}
