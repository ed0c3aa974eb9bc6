package org.calx.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.bench.pricing.Batch;
import org.calx.bench.pricing.OptionSample;
import org.calx.bench.pricing.Times;
import org.calx.bench.pricing.Turn;
import org.calx.pricing.OptionType;
import org.calx.pricing.vanilla.VanillaModel;
import org.calx.risk.array.OptionTerms;
import org.calx.risk.array.RiskArray;
import org.calx.risk.array.RiskArrays;
import org.calx.risk.array.ScanRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench risk-arrays}: the scenarios of a whole market's options, one thread. */
@Command(
        name = "risk-arrays",
        mixinStandardHelpOptions = true,
        description = "Time to compute the 16 scenarios and composite deltas of 10,000 options.")
final class RiskArraysBench implements Callable<Integer> {
    private static final int CONTRACTS = 10_000;
    private static final ScanRange RANGE = ScanRange.usual(12, 0.1, 3, 1 / 3.0, 1 / 365.0);

    @Option(names = "--seconds", description = "Measured time (default ${DEFAULT-VALUE}).")
    private double seconds = 4;

    @Option(names = "--warmup", description = "Seconds before it (default ${DEFAULT-VALUE}).")
    private double warmup = 4;

    @Option(names = "--seed", description = "Seed of the contracts (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() {
        OptionSample sample = OptionSample.of(seed, CONTRACTS);
        List<OptionTerms> terms = new ArrayList<>();
        for (int i = 0; i < CONTRACTS; i++) {
            terms.add(new OptionTerms(
                    sample.call()[i] ? OptionType.CALL : OptionType.PUT,
                    sample.forward()[i],
                    sample.strike()[i],
                    sample.expiryYears()[i],
                    sample.volatility()[i],
                    OptionSample.RATE));
        }
        RiskArrays arrays = new RiskArrays();
        Times times = Turn.byTurns(warmup, seconds, new Batch(1, () -> market(arrays, terms)))[0];
        System.out.println(new JsonLine()
                .put("bench", "risk-arrays")
                .put("case", "10000-options")
                .put("unit", "ms")
                .put(
                        "ours",
                        new JsonLine()
                                .put("median", times.percentile(0.5) / 1e6)
                                .put("min", times.percentile(0) / 1e6)
                                .put("p99", times.percentile(0.99) / 1e6))
                .put("peer", "none")
                .put("peerValue", Double.NaN)
                .put("ratio", Double.NaN)
                .put(
                        "conditions",
                        Conditions.now().json().put("contracts", CONTRACTS).put("seed", seed)));
        return 0;
    }

    private static double market(RiskArrays arrays, List<OptionTerms> terms) {
        long sum = 0;
        for (RiskArray array : arrays.options(VanillaModel.BLACK76, terms, RANGE, 100)) {
            sum += array.lossMinor()[0] + array.compositeDelta();
        }
        return sum;
    }
}
