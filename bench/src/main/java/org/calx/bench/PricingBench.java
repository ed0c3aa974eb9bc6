package org.calx.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import org.calx.bench.pricing.Batch;
import org.calx.bench.pricing.OptionSample;
import org.calx.bench.pricing.QuoteSample;
import org.calx.bench.pricing.Times;
import org.calx.bench.pricing.Turn;
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

/** {@code bench pricing}: option values and implied volatilities, one thread (one case two), Strata and QuantLib by turns with ours. */
@Command(
        name = "pricing",
        mixinStandardHelpOptions = true,
        description = "Time per option of valuation, implied volatility and American options.")
final class PricingBench implements Callable<Integer> {
    private static final int SAMPLE = 4_096;
    private static final int CHAIN = 1_000;
    private static final String FIVE = "black76-five";
    private static final String IMPLIED = "implied-volatility";
    private static final String TWO_THREADS = "two-threads-black76-five";

    @Option(names = "--seconds", description = "Measured time of each side of a case (default ${DEFAULT-VALUE}).")
    private double seconds = 2;

    @Option(names = "--warmup", description = "Seconds before it (default ${DEFAULT-VALUE}).")
    private double warmup = 4;

    @Option(names = "--seed", description = "Seed of the options (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--no-peer", description = "Leave Strata and QuantLib out.")
    private boolean alone;

    @Option(names = "--only", paramLabel = "CASE", description = "Run the cases whose names begin so.")
    private String only = "";

    @Option(
            names = "--peer-home",
            description = "Folder with Strata's classes/ and lib/ (default ${DEFAULT-VALUE}).",
            defaultValue = "${sys:calx.root:-.}/bench/peer-strata/target")
    private Path peerHome;

    @Option(
            names = "--quantlib",
            paramLabel = "PROGRAM",
            description = "QuantLib's peer (default ${DEFAULT-VALUE}).",
            defaultValue = "${sys:calx.root:-.}/bench/peer-quantlib/target/quantlib_peer")
    private Path quantLib;

    private final VanillaKernel kernel = Kernels.fastest();
    private final ImpliedKernel implied = ImpliedKernel.fastest();

    @Override
    public Integer call() throws Exception {
        if (FIVE.startsWith(only) || IMPLIED.startsWith(only)) {
            european();
        }
        american();
        chain();
        surface();
        twoThreads();
        return 0;
    }

    /** Valuation and its inverse, beside the peers. */
    private void european() throws IOException, ReflectiveOperationException {
        OptionSample sample = OptionSample.of(seed, SAMPLE);
        OptionColumns options = sample.columns();
        ValueColumns values = new ValueColumns(SAMPLE);
        kernel.value(VanillaModel.BLACK76, options, values);
        double[] prices = new double[SAMPLE];
        double[] undiscounted = new double[SAMPLE];
        double figures = 0;
        for (int i = 0; i < SAMPLE; i++) {
            prices[i] = values.price(i);
            undiscounted[i] = prices[i] / options.discount(i);
            figures += prices[i] + values.delta(i) + values.gamma(i) + values.vega(i) + values.theta(i);
        }
        double[] volatility = new double[prices.length];
        implied.invert(options, prices, volatility);
        Batch five = batch(() -> {
            kernel.value(VanillaModel.BLACK76, options, values);
            return values.price(SAMPLE - 1);
        });
        Batch inverted = batch(() -> implied.invert(options, prices, volatility) + volatility[SAMPLE - 1]);
        try (PricingPeers peers = new PricingPeers(sample, undiscounted)) {
            if (!alone) {
                peers.addStrata(peerHome);
                peers.addQuantLib(quantLib, figures, DoubleStream.of(volatility).sum());
            }
            compare(FIVE, five, peers.valuing());
            compare(IMPLIED, inverted, peers.inverting());
        }
    }

    private static Batch batch(java.util.function.DoubleSupplier work) {
        return new Batch(SAMPLE, work);
    }

    /** All options of one expiry from nothing: the boundary is computed anew in every batch. */
    private void american() {
        OptionColumns options = new OptionColumns(CHAIN);
        double[] price = new double[options.length()];
        for (int i = 0; i < CHAIN; i++) {
            options.set(i, i % 2 == 0 ? OptionType.CALL : OptionType.PUT, 100, 70 + 0.06 * i, 0.5, 0.4, 0.05);
        }
        AmericanKernel kernel = new AmericanKernel();
        Batch batch = new Batch(CHAIN, () -> {
            kernel.price(new ExerciseBoundary(0.5, 0.4, 0.05), options, price);
            return price[CHAIN / 2];
        });
        compare("american-1000", batch, List.of());
        Batch cold = new Batch(1, () -> new ExerciseBoundary(0.5, 0.4, 0.05).boundary(0.25));
        compare("american-boundary", cold, List.of());
    }

    /** A chain of 1,000 after a move of its future, with all ten figures; a batch is the whole chain. */
    private void chain() {
        OptionSample sample = OptionSample.of(seed, CHAIN);
        OptionColumns options = sample.columns();
        ValueColumns values = new ValueColumns(CHAIN);
        Batch batch = new Batch(1, new java.util.function.DoubleSupplier() {
            private int turn;

            @Override
            public double getAsDouble() {
                double move = 1 + 1e-4 * (turn++ & 7);
                for (int i = 0; i < CHAIN; i++) {
                    options.setForward(i, sample.forward()[i] * move);
                }
                kernel.valueAll(VanillaModel.BLACK76, options, values);
                return values.rho(CHAIN - 1);
            }
        });
        compare("chain-1000-repriced", batch, List.of());
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
        compare("surface-400-warm", batch, List.of());
    }

    /** Both threads of a pair at once, each with a kernel and options of its own. */
    private void twoThreads() throws InterruptedException {
        if (!TWO_THREADS.startsWith(only)) {
            return;
        }
        Times[] times = new Times[2];
        Thread[] threads = new Thread[2];
        for (int t = 0; t < 2; t++) {
            int index = t;
            OptionColumns options = OptionSample.of(seed + t, SAMPLE).columns();
            ValueColumns values = new ValueColumns(SAMPLE);
            VanillaKernel own = Kernels.fastest();
            Batch batch = batch(() -> own.value(VanillaModel.BLACK76, options, values) + values.price(0));
            threads[t] = Thread.ofPlatform().start(() -> times[index] = Turn.byTurns(warmup, seconds, batch)[0]);
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

    /** Prints a line for each peer, or one without. */
    private void compare(String name, Batch ours, List<PricingPeers.Peer> peers) {
        if (!name.startsWith(only)) {
            return;
        }
        if (peers.isEmpty()) {
            Times times = Turn.byTurns(warmup, seconds, ours)[0];
            print(
                    line(name, ours, times)
                            .put("peer", "none")
                            .put("peerValue", Double.NaN)
                            .put("ratio", Double.NaN),
                    ours);
        }
        for (PricingPeers.Peer peer : peers) {
            Times[] times = Turn.byTurns(warmup, seconds, ours, peer.turn());
            double ratio = times[1].percentile(0.5) / times[0].percentile(0.5);
            print(
                    line(name, ours, times[0])
                            .put("peer", peer.name())
                            .put("peerValue", json(times[1]))
                            .put("ratio", Math.round(100 * ratio) / 100.0),
                    ours);
        }
    }

    private static JsonLine line(String name, Batch ours, Times times) {
        JsonLine line = new JsonLine()
                .put("bench", "pricing")
                .put("case", name)
                .put("unit", ours.items() == 1 ? "ns" : "ns/option")
                .put("ours", json(times));
        return name.equals(IMPLIED)
                ? line.put("published", "LetsBeRational, C++ of 2024, on another machine: 182 ns")
                : line;
    }

    private void print(JsonLine line, Batch ours) {
        System.out.println(line.put("bytesPerItem", bytes(ours)).put("conditions", conditions()));
    }

    private static JsonLine json(Times times) {
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
                .put(
                        "times",
                        "of batches, by turns in one process, QuantLib's in its own; ratio is the peer's median over ours");
    }
}
