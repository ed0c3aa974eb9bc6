package org.calx.bench.roundtrip;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Sends at a fixed rate on one thread and takes what comes back on the same. */
public final class OpenLoop {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);
    private static final int DIGITS = 3;

    private final Rig rig;
    private long sent;
    private long returned;

    /** A loop over a rig that has been started. */
    public OpenLoop(Rig rig) {
        this.rig = rig;
    }

    /**
     * Runs for some seconds and waits for the last message.
     *
     * @param rate messages a second
     * @return latencies in nanoseconds from the intended send times
     */
    public Histogram run(int rate, int seconds) {
        Histogram latencies = new Histogram(PATIENCE_NS, DIGITS);
        long first = sent;
        long last = first + (long) rate * seconds;
        long intervalNs = TimeUnit.SECONDS.toNanos(1) / rate;
        long startNs = System.nanoTime();
        while (returned < last) {
            while (sent < last && System.nanoTime() - (startNs + (sent - first) * intervalNs) >= 0 && rig.send(sent)) {
                sent++;
            }
            int work = rig.poll(number -> {
                long latencyNs = System.nanoTime() - (startNs + (number - first) * intervalNs);
                latencies.recordValue(Math.min(latencyNs, PATIENCE_NS));
                returned++;
            });
            if (work == 0) {
                Thread.yield();
            }
            if (System.nanoTime() - startNs > TimeUnit.SECONDS.toNanos(seconds) + PATIENCE_NS) {
                throw new IllegalStateException((last - returned) + " messages did not come back");
            }
        }
        return latencies;
    }
}
