package org.calx.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.calx.bench.pricing.Batch;
import org.calx.bench.pricing.OptionSample;
import org.calx.bench.pricing.PricingPeer;
import org.calx.bench.pricing.QuantLibPeer;
import org.calx.bench.pricing.Turn;

/** The libraries that value and invert a sample beside our kernels; none until they are added. */
final class PricingPeers implements AutoCloseable {
    private static final String STRATA = "org.calx.bench.peer.strata.StrataFormulas";
    private static final String STRATA_NAME = "strata-2.12.48 ";

    /**
     * One way in which a library computes.
     *
     * @param name library, version and what is called
     */
    record Peer(String name, Turn turn) {}

    private final OptionSample sample;
    private final double[] undiscounted;
    private final List<Peer> valuing = new ArrayList<>();
    private final List<Peer> inverting = new ArrayList<>();
    private QuantLibPeer quantLib;

    /** @param undiscounted the options' prices without discount */
    PricingPeers(OptionSample sample, double[] undiscounted) {
        this.sample = sample;
        this.undiscounted = undiscounted;
    }

    /** Price and four Greeks of each option. */
    List<Peer> valuing() {
        return valuing;
    }

    /** The volatility of each price. */
    List<Peer> inverting() {
        return inverting;
    }

    void addStrata(Path home) throws IOException, ReflectiveOperationException {
        PricingPeer strata = PeerLoader.load(home, STRATA, PricingPeer.class);
        int size = sample.size();
        valuing.add(new Peer(STRATA_NAME + "priceAdjoint and gamma", new Batch(size, () -> strata.adjoint(sample))));
        valuing.add(new Peer(STRATA_NAME + "five calls", new Batch(size, () -> strata.fiveCalls(sample))));
        inverting.add(new Peer(
                STRATA_NAME + "impliedVolatility",
                new Batch(size, () -> strata.impliedVolatilities(sample, undiscounted))));
    }

    /**
     * Adds QuantLib, or says on standard error how to get it where its program is not built.
     *
     * @param figures sum of our prices and Greeks, which QuantLib's must be equal to
     * @param volatilities sum of our volatilities, likewise
     */
    void addQuantLib(Path program, double figures, double volatilities) throws IOException {
        if (!Files.isExecutable(program)) {
            System.err.println("bench: QuantLib is left out, as " + program + " is not built; install g++ and "
                    + "QuantLib's headers (Debian's packages g++ and libquantlib0-dev) for ./calx to build it");
            return;
        }
        quantLib = new QuantLibPeer(program, sample, undiscounted);
        valuing.add(new Peer(quantLib.name() + " BlackCalculator", quantLib.turn("black76-five", figures)));
        inverting.add(new Peer(
                quantLib.name() + " blackFormulaImpliedStdDevLiRS", quantLib.turn("implied-volatility", volatilities)));
    }

    @Override
    public void close() {
        if (quantLib != null) {
            quantLib.close();
        }
    }
}
