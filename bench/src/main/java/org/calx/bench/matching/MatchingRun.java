package org.calx.bench.matching;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The measured process: replays one workload against one book and prints one line of results.
 *
 * <p>Each iteration has a fresh book, prefilled outside the clock. The timed iterations are clocked as a whole; one more
 * iteration follows in which each command is clocked alone, for the percentiles, which therefore include the timer.
 */
public final class MatchingRun {

    /** What the line of results begins with. */
    public static final String RESULT = "RESULT ";

    private static final double[] PERCENTILES = {0.5, 0.99, 0.999, 0.9999};

    private final Workload workload;
    private final Constructor<? extends ReplayedBook> constructor;
    private final int users;

    private MatchingRun(Path file, String bookClass) throws Exception {
        workload = Workload.read(file);
        constructor = Class.forName(bookClass).asSubclass(ReplayedBook.class).getConstructor(Workload.class, int.class);
        users = highestUser();
    }

    /** Arguments: workload file, name of the {@link ReplayedBook} class, warm-up iterations, timed iterations. */
    public static void main(String[] args) throws Exception {
        int warmups = Integer.parseInt(args[2]);
        int iterations = Integer.parseInt(args[3]);
        System.out.println(RESULT + new MatchingRun(Path.of(args[0]), args[1]).measure(warmups, iterations));
    }

    private int highestUser() {
        long highest = 0;
        for (int at = 2; at < workload.commands().length; at += Workload.STRIDE) {
            highest = Math.max(highest, workload.commands()[at]);
        }
        return Math.toIntExact(highest);
    }

    private String measure(int warmups, int iterations) throws Exception {
        for (int i = 0; i < warmups; i++) {
            prefilled().replay(workload.commands(), workload.prefill(), workload.total());
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int timed = workload.total() - workload.prefill();
        double[] nsPerCommand = new double[iterations];
        double[] cpuNsPerCommand = new double[iterations];
        long bytes = Long.MAX_VALUE;
        Totals totals = null;
        for (int i = 0; i < iterations; i++) {
            ReplayedBook book = prefilled();
            System.gc();
            long bytesBefore = threads.getCurrentThreadAllocatedBytes();
            long cpuStart = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            book.replay(workload.commands(), workload.prefill(), workload.total());
            nsPerCommand[i] = (System.nanoTime() - start) / (double) timed;
            cpuNsPerCommand[i] = (threads.getCurrentThreadCpuTime() - cpuStart) / (double) timed;
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - bytesBefore);
            totals = book.totals();
        }
        return "ns=" + joined(nsPerCommand) + " cpu=" + joined(cpuNsPerCommand) + " commands=" + timed + " bytes="
                + bytes / (double) timed + " percentiles=" + percentiles() + " trades=" + totals.trades() + " quantity="
                + totals.quantity() + " notional=" + totals.notional() + " rejects=" + totals.rejects();
    }

    private static String joined(double[] values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(","));
    }

    private ReplayedBook prefilled() throws Exception {
        ReplayedBook book = constructor.newInstance(workload, users);
        book.replay(workload.commands(), 0, workload.prefill());
        return book;
    }

    /** p50, p99, p99.9, p99.99 and the maximum of single commands, in nanoseconds. */
    private String percentiles() throws Exception {
        int[] samples = new int[workload.total() - workload.prefill()];
        for (int pass = 0; pass < 2; pass++) {
            ReplayedBook book = prefilled();
            System.gc();
            timeEach(book, samples);
        }
        Arrays.sort(samples);
        StringBuilder text = new StringBuilder();
        for (double percentile : PERCENTILES) {
            text.append(samples[(int) (samples.length * percentile)]).append(',');
        }
        return text.append(samples[samples.length - 1]).toString();
    }

    private void timeEach(ReplayedBook book, int[] samples) {
        long before = System.nanoTime();
        for (int i = 0; i < samples.length; i++) {
            int command = workload.prefill() + i;
            book.replay(workload.commands(), command, command + 1);
            long after = System.nanoTime();
            samples[i] = (int) (after - before);
            before = after;
        }
    }
}
