package org.calx.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.calx.margin.portfolio.ContractKind;
import org.calx.margin.portfolio.FloorOrder;
import org.calx.margin.portfolio.MarginContract;
import org.calx.margin.portfolio.MarginKernel;
import org.calx.margin.portfolio.MarginParameters;
import org.calx.margin.portfolio.ProductMargin;
import org.calx.margin.portfolio.ProductSpread;
import org.calx.margin.portfolio.ShortOptionMethod;
import org.calx.margin.portfolio.SpanProduct;
import org.calx.margin.portfolio.WeightedPriceRisk;
import org.calx.model.CalendarSpread;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench portfolio-margin}: an account's requirement from scratch by the margin kernel. */
@Command(
        name = "portfolio-margin",
        mixinStandardHelpOptions = true,
        description = "Time to compute an account of 200 positions in 4 products from scratch.")
final class PortfolioMarginBench implements Callable<Integer> {
    private static final int PRODUCTS = 4;
    private static final int CONTRACTS = 50;
    private static final int MONTHS = 10;
    private static final int FIRST_MONTH = 2026 * 12 + 11;
    private static final int SCENARIOS = 16;
    private static final long LONGEST_NS = 1_000_000_000L;

    @Option(names = "--iterations", description = "Timed computations (default ${DEFAULT-VALUE}).")
    private int iterations = 1_000_000;

    @Option(names = "--seed", description = "Seed of parameters and positions (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() {
        Random random = new Random(seed);
        MarginKernel kernel = new MarginKernel(parameters(random));
        for (int product = 0; product < PRODUCTS; product++) {
            for (int contract = 0; contract < CONTRACTS; contract++) {
                kernel.set(product, contract, 1 + random.nextInt(50) * (random.nextBoolean() ? 1 : -1));
            }
        }
        long sink = run(kernel, new Histogram(LONGEST_NS, 3), iterations / 2);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Histogram times = new Histogram(LONGEST_NS, 3);
        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        sink += run(kernel, times, iterations);
        double bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;
        System.out.println(new JsonLine()
                .put("bench", "portfolio-margin")
                .put("case", "full")
                .put("unit", "ns/account")
                .put(
                        "ours",
                        new JsonLine()
                                .put("median", times.getValueAtPercentile(50))
                                .put("min", times.getMinValue())
                                .put("p99", times.getValueAtPercentile(99)))
                .put("peer", "none")
                .put("peerValue", Double.NaN)
                .put("ratio", Double.NaN)
                .put("bytesPerAccount", Math.rint(bytes / iterations))
                .put(
                        "conditions",
                        Conditions.now()
                                .json()
                                .put("products", PRODUCTS)
                                .put("positions", PRODUCTS * CONTRACTS)
                                .put("iterations", iterations)
                                .put("seed", seed)
                                .put("checksum", sink)
                                .put("times", "of single computations, timer included")));
        return 0;
    }

    private static long run(MarginKernel kernel, Histogram times, int count) {
        long sink = 0;
        for (int i = 0; i < count; i++) {
            kernel.set(i & PRODUCTS - 1, i % CONTRACTS, 1 + i % 7);
            long startNs = System.nanoTime();
            sink += kernel.compute();
            times.recordValue(Math.min(System.nanoTime() - startNs, LONGEST_NS));
        }
        return sink;
    }

    private static MarginParameters parameters(Random random) {
        List<ProductMargin> products = new ArrayList<>();
        List<ProductSpread> spreads = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            products.add(product("P" + i, random));
            if (i > 0) {
                spreads.add(new ProductSpread(
                        i,
                        List.of(
                                new ProductSpread.Leg("P" + (i - 1), SpreadSide.A, 1, 5_000),
                                new ProductSpread.Leg("P" + i, SpreadSide.B, 1, 5_000))));
            }
        }
        return new MarginParameters("USD", MarginKernel.SCALE, products, spreads, List.of());
    }

    private static SpanProduct product(String id, Random random) {
        List<MarginContract> contracts = new ArrayList<>();
        for (int i = 0; i < CONTRACTS; i++) {
            long[] array = new long[SCENARIOS];
            Arrays.setAll(array, s -> random.nextInt(60_000) - 30_000);
            ContractKind kind = ContractKind.values()[i % 3];
            contracts.add(new MarginContract(
                    id + i, FIRST_MONTH + i % MONTHS, kind, array, kind == ContractKind.PUT ? -4_000 : 6_000, 5_000));
        }
        List<Tier> tiers = new ArrayList<>();
        List<CalendarSpread> spreads = new ArrayList<>();
        for (int month = 0; month < MONTHS; month += 2) {
            tiers.add(new Tier(month, FIRST_MONTH + month, FIRST_MONTH + month + 1));
            if (month > 0) {
                spreads.add(new CalendarSpread(
                        month,
                        List.of(
                                new CalendarSpread.Leg(month - 2, SpreadSide.A, 1),
                                new CalendarSpread.Leg(month, SpreadSide.B, 1)),
                        4_000));
            }
        }
        return new SpanProduct(
                id,
                FloorOrder.CME,
                1_500,
                ShortOptionMethod.SUM,
                WeightedPriceRisk.UNCAPPED,
                0,
                contracts,
                tiers,
                spreads,
                List.of());
    }
}
