package org.calx.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.calx.app.config.GatewaySettings.History;
import org.junit.jupiter.api.Test;

class HistoryStartTest {
    @Test
    void aPrunedRecordingIsReadFromItsFirstEventAndSaid() {
        HistoryStart pruned = HistoryStart.whole(4_711);
        assertThat(pruned.after()).isEqualTo(4_710);
        assertThat(pruned.isShort(History.WHOLE)).isTrue();
        assertThat(pruned.history()).contains("removed the events before 4711");
    }

    @Test
    void aWholeRecordingIsReadFromTheBeginning() {
        HistoryStart whole = HistoryStart.whole(1);
        assertThat(whole.after()).isZero();
        assertThat(whole.isShort(History.WHOLE)).isFalse();
    }
}
