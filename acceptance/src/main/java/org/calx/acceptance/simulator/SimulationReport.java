package org.calx.acceptance.simulator;

import java.util.ArrayList;
import java.util.List;
import org.calx.acceptance.simulator.tally.Count;
import org.calx.acceptance.simulator.tally.Tally;

/** What many seeds have seen. */
final class SimulationReport {
    /** From so many seeds on a run must have reached what makes it worth anything: once a seed, on average. */
    private static final long GUARDED_SEEDS = 20;

    private static final List<Count> MUST_HAPPEN = List.of(
            Count.FAILOVERS,
            Count.SNAPSHOT_RECOVERIES,
            Count.EXPIRIES,
            Count.DISCONNECTS,
            Count.PARAMETER_SETS,
            Count.RISK_RULES,
            Count.ACCOUNTS_COUNTED,
            Count.MARGIN_REJECTS,
            Count.DUPLICATE_SENDS);
    private static final long DIGEST_FACTOR = 1_099_511_628_211L;

    private final long firstSeed;
    private final Tally tally = new Tally();
    private long seeds;
    private long digest;
    private long cpuNs;

    SimulationReport(long firstSeed) {
        this.firstSeed = firstSeed;
    }

    /** Another seed has run to its end. */
    void add(long stateDigest, Tally ofSeed, long ofSeedCpuNs) {
        seeds++;
        cpuNs += ofSeedCpuNs;
        digest = digest * DIGEST_FACTOR + stateDigest;
        tally.addAll(ofSeed);
    }

    /** What should have happened more often. */
    List<String> missed() {
        List<String> missed = new ArrayList<>();
        for (Count count : MUST_HAPPEN) {
            if (seeds >= GUARDED_SEEDS && tally.get(count) < seeds) {
                missed.add(count.label() + " " + tally.get(count) + " times in " + seeds + " seeds");
            }
        }
        return missed;
    }

    /** One line for programs. */
    String json(long passedNs) {
        StringBuilder json = new StringBuilder();
        json.append("{\"seeds\":").append(seeds);
        json.append(",\"firstSeed\":").append(firstSeed);
        json.append(",\"digest\":\"").append("%016x".formatted(digest)).append('"');
        json.append(",\"commandsPerSecond\":").append(perSecond(tally.get(Count.COMMANDS), passedNs));
        json.append(",\"commandsPerCpuSecond\":").append(perSecond(tally.get(Count.COMMANDS), cpuNs));
        for (Count count : Count.values()) {
            json.append(",\"").append(count.label()).append("\":").append(tally.get(count));
        }
        return json.append('}').toString();
    }

    private static long perSecond(long times, long passedNs) {
        return times * 1_000_000_000L / Math.max(1, passedNs);
    }
}
