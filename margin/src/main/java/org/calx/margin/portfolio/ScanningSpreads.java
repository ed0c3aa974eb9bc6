package org.calx.margin.portfolio;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.calx.margin.ScenarioArray;

/**
 * Spreads whose legs are scanned together before anything else: per scenario the legs' losses count in full and their
 * gains at the leg's credit rate. Rare, so computed in wide integers that are allocated.
 */
final class ScanningSpreads {
    private final ProductSpreads spreads;
    private final long[] scanRisks;

    ScanningSpreads(List<ProductSpread> list, Map<String, SpanKernel> kernels) {
        spreads = new ProductSpreads(list, kernels);
        scanRisks = new long[list.size()];
    }

    /** Forms all spreads. @return what they require together */
    long form() {
        if (scanRisks.length == 0) {
            return 0;
        }
        Arrays.fill(scanRisks, 0);
        spreads.form(this::form);
        long sum = 0;
        for (long scanRisk : scanRisks) {
            sum = Math.addExact(sum, scanRisk);
        }
        return sum;
    }

    private void form(int spread, ProductSpreads.Compiled legs, long[] units) {
        scanRisks[spread] = scanRisk(legs, units);
        for (int leg = 0; leg < legs.legs(); leg++) {
            legs.kernels()[leg].giveToScanningSpread(units[leg]);
        }
    }

    /** The worst scenario of the legs' shares, rounded up. */
    private static long scanRisk(ProductSpreads.Compiled legs, long[] units) {
        BigInteger denominator = BigInteger.valueOf(MarginKernel.SCALE);
        for (int leg = 0; leg < legs.legs(); leg++) {
            denominator = denominator.multiply(whole(legs, leg));
        }
        BigInteger worst = BigInteger.ZERO;
        for (int s = 0; s < ScenarioArray.SCENARIOS; s++) {
            BigInteger loss = BigInteger.ZERO;
            for (int leg = 0; leg < legs.legs(); leg++) {
                long whole = legs.kernels()[leg].loss(s);
                long rate = whole < 0 ? legs.creditRates()[leg] : MarginKernel.SCALE;
                loss = loss.add(BigInteger.valueOf(whole)
                        .multiply(BigInteger.valueOf(rate))
                        .multiply(BigInteger.valueOf(units[leg]))
                        .multiply(denominator.divide(whole(legs, leg)).divide(BigInteger.valueOf(MarginKernel.SCALE))));
            }
            worst = worst.max(loss);
        }
        return worst.add(denominator)
                .subtract(BigInteger.ONE)
                .divide(denominator)
                .longValueExact();
    }

    /** A leg's whole net delta, in its units. */
    private static BigInteger whole(ProductSpreads.Compiled legs, int leg) {
        SpanKernel kernel = legs.kernels()[leg];
        return BigInteger.valueOf(Math.abs(kernel.netDelta()))
                .multiply(BigInteger.valueOf(kernel.deltas().denominator()));
    }

    /** What a spread requires, in order of priority. */
    long scanRisk(int spread) {
        return scanRisks[spread];
    }

    int count() {
        return spreads.count();
    }
}
