package org.calx.risk.fund;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A default fund and what each group pays into it.
 *
 * @param sizeMinor the fund, in minor units
 * @param contributionsMinor of each group; they sum to the fund
 */
public record DefaultFund(long sizeMinor, List<Long> contributionsMinor) {

    /**
     * Sizes the fund: the largest uncovered loss of the stress test and a buffer on it, but never less than every group's
     * minimum. Each group pays the minimum, and what is left is shared in proportion to weights, such as mean margin over
     * the last months, to the minor unit by largest remainder, ties to the first.
     *
     * @param uncoveredMinor the largest uncovered loss of any scenario, rounded up
     * @param bufferPermille added to it, in thousandths
     * @param minimumMinor least contribution of a group
     * @param weights of each group, at least 0; all 0 shares equally
     */
    public static DefaultFund of(long uncoveredMinor, int bufferPermille, long minimumMinor, long[] weights) {
        if (weights.length == 0 || uncoveredMinor < 0 || bufferPermille < 0 || minimumMinor < 0) {
            throw new IllegalArgumentException("a fund needs groups, and no amount below 0");
        }
        long buffered =
                Math.addExact(uncoveredMinor, Math.ceilDiv(Math.multiplyExact(uncoveredMinor, bufferPermille), 1_000L));
        long minimums = Math.multiplyExact(minimumMinor, weights.length);
        long size = Math.max(buffered, minimums);
        long[] shares = share(size - minimums, weights);
        return new DefaultFund(
                size,
                IntStream.range(0, shares.length)
                        .mapToObj(group -> minimumMinor + shares[group])
                        .toList());
    }

    private static long[] share(long amount, long[] weights) {
        long total = 0;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight is below 0");
            }
            total = Math.addExact(total, weight);
        }
        if (total == 0) {
            return share(
                    amount, LongStream.generate(() -> 1).limit(weights.length).toArray());
        }
        long[] shares = new long[weights.length];
        long[] remainders = new long[weights.length];
        long left = amount;
        for (int group = 0; group < weights.length; group++) {
            BigInteger[] parts = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weights[group]))
                    .divideAndRemainder(BigInteger.valueOf(total));
            shares[group] = parts[0].longValueExact();
            remainders[group] = parts[1].longValueExact();
            left -= shares[group];
        }
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingLong(group -> -remainders[group]))
                .limit(left)
                .forEach(group -> shares[group]++);
        return shares;
    }
}
