package org.calx.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.calx.bench.core.ClearingHouse;
import org.calx.margin.ScanningRisk;
import org.calx.margin.ScenarioArray;
import org.calx.model.Currency;
import org.calx.model.Side;

/**
 * One stream of orders with margin on and off by turns, batch by batch. Off, the orders pass the position limit and nothing else. Then
 * their scanning loss is computed besides, alone; then margin and the account's limits decide; then they decide, the order is
 * reserved and the new requirement told, as by the exchange; then it is released and told again.
 */
final class MarginOrders {
    private static final int BATCH = 4_096;

    /** Batches before the timed ones, at least: the compiler is busy for a second, and vectors are objects until it is done. */
    private static final int WARMUPS = 100;

    private static final int PHASES = 5;
    private static final int OFF = 0;
    private static final int SCANNED = 1;
    private static final int DECIDED = 2;
    private static final int ACCEPTED = 3;
    private static final int RELEASED = 4;
    private static final int INSTRUMENTS = 128;
    private static final long LIMIT_LOTS = 25_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ClearingHouse house;
    private final int account;
    private final int batches;
    private final double[][] ns;
    private final long[] arrays = new long[INSTRUMENTS * ScenarioArray.SCENARIOS];
    private final long[] positions = new long[ScanningRisk.ROWS];
    private final long[] orders = new long[ScanningRisk.ROWS];
    private final long[] with = new long[ScanningRisk.ROWS];
    private final long[] walks = new long[PHASES];
    private long bytes = Long.MAX_VALUE;

    /** @param account who orders in the first contracts */
    MarginOrders(ClearingHouse house, int account, int orders) {
        this.house = house;
        this.account = account;
        batches = Math.max(5, orders / BATCH);
        ns = new double[PHASES][batches];
        for (int i = 0; i < INSTRUMENTS; i++) {
            int at = i * ScenarioArray.SCENARIOS;
            long[] losses = ScenarioArray.ofFuture((300L + i) * Currency.MICROS);
            System.arraycopy(losses, 0, arrays, at, ScenarioArray.SCENARIOS);
            ScanningRisk.addPosition(positions, 0, arrays, at, 1 + i % 20);
        }
    }

    /** Times all batches, after at least as many for warming up. */
    MarginOrders run() {
        for (int batch = -Math.max(WARMUPS, batches); batch < batches; batch++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int phase = 0; phase < PHASES; phase++) {
                long walked = house.clearing.walks();
                long startNs = threads.getCurrentThreadCpuTime();
                long refused = run(phase);
                long elapsedNs = threads.getCurrentThreadCpuTime() - startNs;
                if (refused != 0) {
                    throw new IllegalStateException(refused + " orders refused");
                }
                if (batch >= 0) {
                    ns[phase][batch] = (double) elapsedNs / BATCH;
                    walks[phase] += house.clearing.walks() - walked;
                }
            }
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return this;
    }

    private long run(int phase) {
        long refused = 0;
        for (int i = 0; i < BATCH; i++) {
            int id = 1 + i * 7 % INSTRUMENTS;
            Side side = (i & 1) == 0 ? Side.BUY : Side.SELL;
            long lots = 1 + (i & 7);
            switch (phase) {
                case OFF -> refused += isWithinLimit(id, side, lots) ? 0 : 1;
                case SCANNED -> refused += isWithinLimit(id, side, lots) && scanMicros(id, side, lots) > 0 ? 0 : 1;
                case DECIDED -> refused += house.check(account, id, side, lots) ? 0 : 1;
                case ACCEPTED -> {
                    refused += house.check(account, id, side, lots) ? 0 : 1;
                    house.reserve(account, id, side, lots);
                    house.clearing.endCommand();
                }
                default -> {
                    house.release(account, id, side, lots);
                    house.clearing.endCommand();
                }
            }
        }
        return refused;
    }

    private boolean isWithinLimit(int id, Side side, long lots) {
        return house.clearing.reachLots(account, id, side, lots) <= LIMIT_LOTS;
    }

    private long scanMicros(int id, Side side, long lots) {
        int at = (id - 1) * ScenarioArray.SCENARIOS;
        return ScanningRisk.worstLossWith(positions, orders, 0, arrays, at, side.sign(), Currency.MICROS, lots, with);
    }

    /** The figures: medians and least times of batches, ns of processor time an order; added is on less off. */
    JsonLine json() {
        return new JsonLine()
                .put("off", figures(OFF, false))
                .put("scanningAdded", figures(SCANNED, true))
                .put("decided", figures(DECIDED, false))
                .put("decidedAdded", figures(DECIDED, true))
                .put("acceptedAndTold", figures(ACCEPTED, false))
                .put("acceptedAndToldAdded", figures(ACCEPTED, true))
                .put("releasedAndTold", figures(RELEASED, false))
                .put("hitRateDecided", hitRate(DECIDED))
                .put("hitRateAccepted", hitRate(ACCEPTED))
                .put("hitRateReleased", hitRate(RELEASED))
                .put("bytesPerOrder", Math.rint((double) bytes / (PHASES * BATCH)));
    }

    private JsonLine figures(int phase, boolean added) {
        double median = MatchingSummary.median(ns[phase]) - (added ? MatchingSummary.median(ns[OFF]) : 0);
        double least = least(phase) - (added ? least(OFF) : 0);
        return new JsonLine().put("median", rounded(median)).put("least", rounded(least));
    }

    private double least(int phase) {
        double least = Double.MAX_VALUE;
        for (double each : ns[phase]) {
            least = Math.min(least, each);
        }
        return least;
    }

    /** The share of orders by which the account's positions were not all looked at. */
    private double hitRate(int phase) {
        return 1 - (double) walks[phase] / ((double) batches * BATCH);
    }

    private static double rounded(double value) {
        return Math.rint(value * 10) / 10;
    }
}
