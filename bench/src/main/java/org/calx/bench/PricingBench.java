package org.calx.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.calx.bench.pricing.Batch;
import org.calx.bench.pricing.OptionSample;
import org.calx.bench.pricing.PricingPeer;
import org.calx.bench.pricing.QuoteSample;
import org.calx.pricing.OptionType;
import org.calx.pricing.american.AmericanKernel;
import org.calx.pricing.american.ExerciseBoundary;
import org.calx.pricing.implied.ImpliedKernel;
import org.calx.pricing.surface.EssviFit;
import org.calx.pricing.vanilla.Kernels;
import org.calx.pricing.vanilla.OptionColumns;
import org.calx.pricing.vanilla.ValueColumns;
import org.calx.pricing.vanilla.VanillaKernel;
import org.calx.pricing.vanilla.VanillaModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench pricing}: option values and implied volatilities, one thread (one case two), Strata by turns with ours in one process. */
@Command(
        name = "pricing",
        mixinStandardHelpOptions = true,
        description = "Time per option of valuation, implied volatility and American options.")
final class PricingBench implements Callable<Integer> {
    private static final int SAMPLE = 4_096;
    private static final int CHAIN = 1_000;
    private static final String STRATA = "org.calx.bench.peer.strata.StrataFormulas";
    private static final String STRATA_NAME = "strata-2.12.48";
    private static final String IMPLIED = "implied-volatility";
    private static final String TWO_THREADS = "two-threads-black76-five";

    @Option(names = "--seconds", description = "Measured time of each side of a case (default ${DEFAULT-VALUE}).")
    private double seconds = 2;

    @Option(names = "--warmup", description = "Seconds before it (default ${DEFAULT-VALUE}).")
    private double warmup = 4;

    @Option(names = "--seed", description = "Seed of the options (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--no-peer", description = "Leave Strata out.")
    private boolean alone;

    @Option(names = "--only", paramLabel = "CASE", description = "Run the cases whose names begin so.")
    private String only = "";

    @Option(
            names = "--peer-home",
            description = "Folder with the peer's classes/ and lib/ (default ${DEFAULT-VALUE}).",
            defaultValue = "${sys:calx.root:-.}/bench/peer-strata/target")
    private Path peerHome;

    private final VanillaKernel kernel = Kernels.fastest();
    private final ImpliedKernel implied = ImpliedKernel.fastest();

    @Override
    public Integer call() throws Exception {
        PricingPeer peer = alone ? null : PeerLoader.load(peerHome, STRATA, PricingPeer.class);
        OptionSample sample = OptionSample.of(seed, SAMPLE);
        OptionColumns options = sample.columns();
        ValueColumns values = new ValueColumns(SAMPLE);
        Batch five = new Batch(SAMPLE, () -> {
            kernel.value(VanillaModel.BLACK76, options, values);
            return values.price()[SAMPLE - 1];
        });
        compare(
                "black76-five",
                five,
                "priceAdjoint and gamma",
                peer == null ? null : batch(() -> peer.adjoint(sample)));
        compare("black76-five", five, "five calls", peer == null ? null : batch(() -> peer.fiveCalls(sample)));
        kernel.value(VanillaModel.BLACK76, options, values);
        double[] prices = values.price().clone();
        double[] undiscounted = new double[SAMPLE];
        for (int i = 0; i < SAMPLE; i++) {
            undiscounted[i] = prices[i] / options.discount()[i];
        }
        double[] volatility = new double[prices.length];
        Batch inverted = new Batch(SAMPLE, () -> implied.invert(options, prices, volatility) + volatility[SAMPLE - 1]);
        compare(
                IMPLIED,
                inverted,
                "impliedVolatility",
                peer == null ? null : batch(() -> peer.impliedVolatilities(sample, undiscounted)));
        american();
        chain();
        surface();
        twoThreads();
        return 0;
    }

    private static Batch batch(java.util.function.DoubleSupplier work) {
        return new Batch(SAMPLE, work);
    }

    /** All options of one expiry from nothing: the boundary is computed anew in every batch. */
    private void american() {
        OptionColumns options = new OptionColumns(CHAIN);
        double[] price = new double[options.forward().length];
        for (int i = 0; i < CHAIN; i++) {
            options.set(i, i % 2 == 0 ? OptionType.CALL : OptionType.PUT, 100, 70 + 0.06 * i, 0.5, 0.4, 0.05);
        }
        AmericanKernel kernel = new AmericanKernel();
        Batch batch = new Batch(CHAIN, () -> {
            kernel.price(new ExerciseBoundary(0.5, 0.4, 0.05), options, price);
            return price[CHAIN / 2];
        });
        compare("american-1000", batch, "", null);
        Batch cold = new Batch(1, () -> new ExerciseBoundary(0.5, 0.4, 0.05).boundary(0.25));
        compare("american-boundary", cold, "", null);
    }

    /** A chain of 1,000 after a move of its future, with all ten figures; a batch is the whole chain. */
    private void chain() {
        OptionColumns options = OptionSample.of(seed, CHAIN).columns();
        ValueColumns values = new ValueColumns(CHAIN);
        double[] forward = options.forward().clone();
        Batch batch = new Batch(1, new java.util.function.DoubleSupplier() {
            private int turn;

            @Override
            public double getAsDouble() {
                double move = 1 + 1e-4 * (turn++ & 7);
                for (int i = 0; i < CHAIN; i++) {
                    options.forward()[i] = forward[i] * move;
                }
                kernel.valueAll(VanillaModel.BLACK76, options, values);
                return values.rho()[CHAIN - 1];
            }
        });
        compare("chain-1000-repriced", batch, "", null);
    }

    /** Warm fits of an eSSVI surface to 400 quotes that have moved a little since the last fit; a batch is one fit. */
    private void surface() {
        QuoteSample quotes = QuoteSample.of(seed);
        EssviFit fit = new EssviFit();
        fit.fit(quotes.turn(0));
        Batch batch = new Batch(1, new java.util.function.DoubleSupplier() {
            private int turn;

            @Override
            public double getAsDouble() {
                return fit.fit(quotes.turn(++turn)).volatility(0.3, 1.1);
            }
        });
        compare("surface-400-warm", batch, "", null);
    }

    /** Both threads of a pair at once, each with a kernel and options of its own. */
    private void twoThreads() throws InterruptedException {
        if (!TWO_THREADS.startsWith(only)) {
            return;
        }
        Batch.Times[] times = new Batch.Times[2];
        Thread[] threads = new Thread[2];
        for (int t = 0; t < 2; t++) {
            int index = t;
            OptionColumns options = OptionSample.of(seed + t, SAMPLE).columns();
            ValueColumns values = new ValueColumns(SAMPLE);
            VanillaKernel own = Kernels.fastest();
            Batch batch = batch(() -> own.value(VanillaModel.BLACK76, options, values) + values.price()[0]);
            threads[t] = Thread.ofPlatform().start(() -> times[index] = Batch.byTurns(warmup, seconds, batch)[0]);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(new JsonLine()
                .put("bench", "pricing")
                .put("case", TWO_THREADS)
                .put("unit", "ns/option on each thread")
                .put("ours", json(times[0]))
                .put("second", json(times[1]))
                .put("peer", "none")
                .put("peerValue", Double.NaN)
                .put("ratio", Double.NaN)
                .put("conditions", conditions()));
    }

    private void compare(String name, Batch ours, String how, Batch theirs) {
        if (!name.startsWith(only)) {
            return;
        }
        Batch.Times[] times =
                theirs == null ? Batch.byTurns(warmup, seconds, ours) : Batch.byTurns(warmup, seconds, ours, theirs);
        JsonLine line = new JsonLine()
                .put("bench", "pricing")
                .put("case", name)
                .put("unit", ours.items() == 1 ? "ns" : "ns/option")
                .put("ours", json(times[0]));
        if (name.equals(IMPLIED)) {
            line.put("published", "LetsBeRational, C++ of 2024, on another machine: 182 ns");
        }
        if (theirs == null) {
            line.put("peer", "none").put("peerValue", Double.NaN).put("ratio", Double.NaN);
        } else {
            double ratio = times[1].percentile(0.5) / times[0].percentile(0.5);
            line.put("peer", STRATA_NAME + " " + how)
                    .put("peerValue", json(times[1]))
                    .put("ratio", Math.round(100 * ratio) / 100.0);
        }
        System.out.println(line.put("bytesPerItem", bytes(ours)).put("conditions", conditions()));
    }

    private static JsonLine json(Batch.Times times) {
        return new JsonLine()
                .put("median", times.percentile(0.5))
                .put("min", times.percentile(0))
                .put("p99", times.percentile(0.99));
    }

    private static double bytes(Batch batch) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        double sum = 0;
        for (int i = 0; i < 20; i++) {
            sum += batch.work().getAsDouble();
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        return Double.isNaN(sum) ? Double.NaN : Math.rint(bytes / 20.0 / batch.items());
    }

    private JsonLine conditions() {
        return Conditions.now()
                .json()
                .put("kernel", kernel.name())
                .put("options", SAMPLE)
                .put("seed", seed)
                .put("seconds", seconds)
                .put("times", "of batches, by turns in one process; ratio is the peer's median over ours");
    }
}
