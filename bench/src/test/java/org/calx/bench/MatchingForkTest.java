package org.calx.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.calx.bench.matching.Totals;
import org.junit.jupiter.api.Test;

class MatchingForkTest {

    private static final String OUTPUT = "noise\nRESULT ns=30.0,10.0,20.0 cpu=9.0,11.0,10.0 commands=7 bytes=0.5 "
            + "percentiles=1,2,3,4,5 trades=6 quantity=7 notional=8 rejects=9\n";

    @Test
    void resultLineIsReadBack() {
        MatchingFork fork = MatchingFork.parse("book", OUTPUT);

        assertThat(fork.median()).isEqualTo(20.0);
        assertThat(fork.cpuMedian()).isEqualTo(10.0);
        assertThat(fork.totals()).isEqualTo(new Totals(6, 7, 8, 9));
        assertThat(MatchingSummary.of(List.of(fork, fork)).json())
                .hasToString("{\"median\":20.0,\"min\":10.0,\"cpuMedian\":10.0,\"p99\":2.0,"
                        + "\"forkMedians\":[20.0,20.0],\"bytesPerCommand\":0.5}");
    }

    @Test
    void outputWithoutResultIsAnError() {
        assertThatThrownBy(() -> MatchingFork.parse("book", "killed")).hasMessageContaining("no result: killed");
    }
}
