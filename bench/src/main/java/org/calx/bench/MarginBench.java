package org.calx.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.calx.bench.core.ClearingHouse;
import org.calx.core.clearing.Backlog;
import org.calx.margin.portfolio.MarginKernel;
import org.calx.model.Currency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench margin}: what margin costs an order in the core's clearing house, an account from scratch in the portfolio kernel,
 * and all accounts after a new array.
 */
@Command(
        name = "margin",
        mixinStandardHelpOptions = true,
        description = "Time of margin: of an order, of an account from scratch, of 10,000 accounts after a new array.")
final class MarginBench implements Callable<Integer> {
    private static final int POSITIONS = 200;
    private static final int HOLDER = 2;
    private static final int INSTRUMENTS = 8;
    private static final int ROUNDS = 7;

    /** Orders of an account with credits are timed in fewer numbers. */
    private static final int SLOWER = 4;

    private static final long LONGEST_NS = 1_000_000_000L;
    private static final long USD = Currency.MICROS;
    private static final long PRICE_MICROS = 2_500_000;
    private static final long TICK_MICROS = 10_000;

    @Option(names = "--iterations", description = "Timed orders and computations (default ${DEFAULT-VALUE}).")
    private int iterations = 1_000_000;

    @Option(names = "--accounts", description = "Accounts that hold what gets a new array (default ${DEFAULT-VALUE}).")
    private int accounts = 10_000;

    @Option(names = "--seed", description = "Seed of parameters and positions (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--only", paramLabel = "CASE", description = "Run the cases whose names begin so.")
    private String only = "";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Override
    public Integer call() {
        if (iterations < 1 || accounts < 2) {
            throw new IllegalArgumentException("--iterations is at least 1, --accounts at least 2");
        }
        order("order, flat charge", false, false, iterations);
        order("order, tiers", true, false, iterations);
        order("order, tiers and credits", true, true, Math.max(1, iterations / SLOWER));
        account("account, all positions new", KernelParameters.PRODUCTS);
        account("account, one product's positions new", 1);
        changes(false, ", flat charge");
        changes(true, ", tiers");
        return 0;
    }

    private boolean isLeftOut(String name) {
        return !name.startsWith(only);
    }

    /** A house whose account {@link #HOLDER} has positions in all contracts of product 1, and some of product 2. */
    private ClearingHouse house(boolean tiers, boolean credits) {
        Random random = new Random(seed);
        ClearingHouse house = new ClearingHouse(2, POSITIONS);
        if (tiers) {
            house.chargeByTiers();
        }
        if (credits) {
            house.credit();
        }
        for (int id = 1; id <= POSITIONS; id++) {
            house.hold(HOLDER, id, 1 + random.nextInt(20));
        }
        for (int id = 1; id <= INSTRUMENTS; id++) {
            house.hold(HOLDER, POSITIONS + id, -10);
        }
        return house;
    }

    private void order(String name, boolean tiers, boolean credits, int count) {
        if (isLeftOut(name)) {
            return;
        }
        JsonLine ours =
                new MarginOrders(house(tiers, credits), HOLDER, count).run().json();
        System.out.println(line(name, "ns of processor time/order", ours)
                .put(
                        "conditions",
                        conditions()
                                .put("positions", POSITIONS)
                                .put("off", "the position limit alone")
                                .put("hit", "the account's positions are not all looked at")));
    }

    private void account(String name, int newProducts) {
        if (isLeftOut(name)) {
            return;
        }
        MarginKernel kernel = KernelParameters.kernel(new Random(seed));
        long sink = compute(kernel, newProducts, new Histogram(LONGEST_NS, 3));
        Histogram times = new Histogram(LONGEST_NS, 3);
        long before = threads.getCurrentThreadAllocatedBytes();
        sink += compute(kernel, newProducts, times);
        double bytes = threads.getCurrentThreadAllocatedBytes() - before;
        JsonLine ours = new JsonLine()
                .put("median", times.getValueAtPercentile(50))
                .put("min", times.getMinValue())
                .put("p99", times.getValueAtPercentile(99));
        System.out.println(line(name, "ns/account", ours)
                .put("bytesPerAccount", Math.rint(bytes / iterations))
                .put(
                        "conditions",
                        conditions()
                                .put("positions", KernelParameters.PRODUCTS * KernelParameters.CONTRACTS)
                                .put("products", KernelParameters.PRODUCTS)
                                .put("checksum", sink)
                                .put("times", "of single computations, timer included")));
    }

    private long compute(MarginKernel kernel, int newProducts, Histogram times) {
        long sink = 0;
        for (int i = 0; i < iterations; i++) {
            for (int product = 0; product < newProducts; product++) {
                kernel.set((i + product) % KernelParameters.PRODUCTS, i % KernelParameters.CONTRACTS, 1 + i % 7);
            }
            long startNs = System.nanoTime();
            sink += kernel.compute();
            times.recordValue(Math.min(System.nanoTime() - startNs, LONGEST_NS));
        }
        return sink;
    }

    /** A command that changes an instrument; of a round its number, from 1. */
    private interface Change {
        void make(int instrumentId, long round);
    }

    private void changes(boolean tiers, String charges) {
        String arrays = "new arrays" + charges;
        String marks = "new marks" + charges;
        String settlement = "daily settlement" + charges;
        if (isLeftOut(arrays) && isLeftOut(marks) && isLeftOut(settlement)) {
            return;
        }
        ClearingHouse house = new ClearingHouse(accounts, INSTRUMENTS);
        if (tiers) {
            house.chargeByTiers();
        }
        for (int account = 2; account <= accounts; account++) {
            for (int id = 1; id <= INSTRUMENTS; id++) {
                house.hold(account, id, 1 + (account + id) % 7);
            }
        }
        change(arrays, house, (id, round) -> house.setArray(id, 1 + round, (300 + round) * USD));
        change(marks, house, (id, round) -> house.setMark(id, PRICE_MICROS + round * TICK_MICROS));
        change(settlement, house, (id, round) -> house.settle(id, PRICE_MICROS + round * TICK_MICROS));
    }

    /** Every instrument changes while all accounts hold it, and every account that is then behind is counted in steps. */
    private void change(String name, ClearingHouse house, Change change) {
        if (isLeftOut(name)) {
            return;
        }
        Histogram commands = new Histogram(LONGEST_NS, 3);
        Histogram steps = new Histogram(LONGEST_NS, 3);
        long totalNs = 0;
        for (int round = 1; round <= 2 * ROUNDS; round++) {
            if (round == 1 + ROUNDS) {
                totalNs = 0;
                commands.reset();
                steps.reset();
            }
            for (int id = 1; id <= INSTRUMENTS; id++) {
                long startNs = threads.getCurrentThreadCpuTime();
                change.make(id, round);
                totalNs += record(commands, startNs);
            }
            totalNs += goOn(house, steps);
        }
        JsonLine ours = new JsonLine()
                .put("totalMs", rounded(totalNs / 1e6 / ROUNDS))
                .put("medianCommandMs", rounded(commands.getValueAtPercentile(50) / 1e6))
                .put("longestCommandMs", rounded(commands.getMaxValue() / 1e6))
                .put("steps", steps.getTotalCount() / ROUNDS)
                .put("medianStepMs", rounded(steps.getValueAtPercentile(50) / 1e6))
                .put("longestStepMs", rounded(steps.getMaxValue() / 1e6));
        System.out.println(line(name, "ms of processor time", ours)
                .put(
                        "conditions",
                        conditions()
                                .put("accounts", accounts)
                                .put("instruments", INSTRUMENTS)
                                .put(
                                        "command",
                                        "one instrument; daily settlement pays all holders in it, others put them behind")
                                .put("step", Backlog.STEP + " positions and orders counted, requirements told")));
    }

    private long goOn(ClearingHouse house, Histogram steps) {
        long totalNs = 0;
        long startNs = threads.getCurrentThreadCpuTime();
        while (house.goOn()) {
            totalNs += record(steps, startNs);
            startNs = threads.getCurrentThreadCpuTime();
        }
        return totalNs;
    }

    private long record(Histogram times, long startNs) {
        long elapsedNs = threads.getCurrentThreadCpuTime() - startNs;
        times.recordValue(Math.min(elapsedNs, LONGEST_NS));
        return elapsedNs;
    }

    private JsonLine conditions() {
        return Conditions.now().json().put("iterations", iterations).put("seed", seed);
    }

    private static JsonLine line(String name, String unit, JsonLine ours) {
        return new JsonLine()
                .put("bench", "margin")
                .put("case", name)
                .put("unit", unit)
                .put("ours", ours)
                .put("peer", "none")
                .put("peerValue", Double.NaN)
                .put("ratio", Double.NaN);
    }

    private static double rounded(double value) {
        return Math.rint(value * 100) / 100;
    }
}
