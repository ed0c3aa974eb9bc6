package org.calx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.calx.bench.core.CoreVenue;
import org.calx.bench.core.CoreWorkload;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CoreBenchTest {

    @Test
    void theWorkloadTradesAndLeavesEveryInvariantStanding() {
        CoreVenue venue = new CoreVenue();
        CoreWorkload workload = CoreWorkload.of(1, 20_000, CoreVenue.TABLE_SIZE, 20);
        long given = 0;
        long before = venue.events().commands();
        for (int i = 0; i < workload.size(); i++) {
            given += venue.give(workload, i);
        }
        assertThat(venue.events().commands() - before).isEqualTo(given);
        assertThat(venue.events().trades()).isGreaterThan(1_000);
        assertThat(venue.events().refusals()).isLessThan(given / 2);
        assertThat(venue.audit()).isPositive();
    }

    @Test
    void theSameSeedGivesTheSameEvents() {
        assertThat(eventsAfter(7)).isEqualTo(eventsAfter(7));
        assertThat(eventsAfter(7)).isNotEqualTo(eventsAfter(8));
    }

    private static long eventsAfter(long seed) {
        CoreVenue venue = new CoreVenue();
        CoreWorkload workload = CoreWorkload.of(seed, 5_000, CoreVenue.TABLE_SIZE, 20);
        for (int i = 0; i < workload.size(); i++) {
            venue.give(workload, i);
        }
        return venue.events().events();
    }

    @Test
    void aRunEndsWell() {
        int code =
                new CommandLine(new CoreBench()).execute("--commands", "2000", "--warmups", "1", "--iterations", "1");
        assertThat(code).isZero();
    }
}
