package org.calx.acceptance.simulator;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.calx.acceptance.simulator.member.Assembly;
import org.calx.acceptance.simulator.tally.Tally;

/**
 * Runs one seed's world after another on several threads, each world on one of them, and hands over what came of them in the
 * order of the seeds. So a report is the same for any number of threads.
 */
final class SeedRuns implements AutoCloseable {
    /**
     * What came of a seed.
     *
     * @param digest state at the end, if it kept every promise
     * @param cpuNs how long its thread had a processor: on a machine that others use, the fairer measure
     * @param broken the promise that it broke, or null
     */
    record Outcome(long seed, long digest, Tally tally, long cpuNs, RuntimeException broken) {}

    private final ExecutorService threads;
    private final Deque<CompletableFuture<Outcome>> begun = new ArrayDeque<>();
    private final int most;
    private final long commands;
    private final Supplier<Assembly> assembly;
    private final LongPredicate goesOn;
    private long next;

    /**
     * @param first the first seed
     * @param commands of each
     * @param goesOn whether a seed is still to be run, asked for one after the other
     */
    SeedRuns(int threadCount, long first, long commands, Supplier<Assembly> assembly, LongPredicate goesOn) {
        threads = Executors.newFixedThreadPool(
                threadCount, task -> Thread.ofPlatform().name("seeds").daemon().unstarted(task));
        most = threadCount + 1;
        next = first;
        this.commands = commands;
        this.assembly = assembly;
        this.goesOn = goesOn;
    }

    /** The next seed's outcome, or null if there are no more. */
    Outcome take() {
        while (begun.size() < most && goesOn.test(next)) {
            long seed = next++;
            begun.add(CompletableFuture.supplyAsync(() -> run(seed), threads));
        }
        return begun.isEmpty() ? null : begun.poll().join();
    }

    private Outcome run(long seed) {
        long beginCpuNs = cpuNs();
        Simulation simulation = new Simulation(seed, commands, assembly.get());
        try {
            long digest = simulation.run();
            return new Outcome(seed, digest, simulation.tally(), cpuNs() - beginCpuNs, null);
        } catch (RuntimeException broken) {
            return new Outcome(seed, 0, simulation.tally(), cpuNs() - beginCpuNs, broken);
        }
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Begins no more seeds. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
