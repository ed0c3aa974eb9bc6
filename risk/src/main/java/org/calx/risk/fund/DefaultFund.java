package org.calx.risk.fund;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A default fund that covers the two groups of members with the greatest uncovered losses, in the scenario where these are
 * greatest (CFTC 39.33; PFMI principle 4), shared out by trailing margin. All amounts in minor units.
 *
 * @param scenario the scenario that decides, from 0
 * @param cover1Minor greatest uncovered loss of one group in any scenario
 * @param cover2Minor of two groups in one scenario
 * @param sizeMinor cover 2 and the buffer, and at least the sum of the floors
 * @param contributionMinor of each member, in their order; they sum to the size
 */
public record DefaultFund(int scenario, long cover1Minor, long cover2Minor, long sizeMinor, long[] contributionMinor) {
    /** One, in bps. */
    public static final int UNIT_BPS = 10_000;

    /**
     * Sizes the fund.
     *
     * @param members at least one, all with as many scenarios, at least one
     * @param bufferBps added to cover 2, in ten-thousandths of it
     * @param floorMinor least contribution of a member
     * @throws ArithmeticException when a sum passes what a long holds
     */
    public static DefaultFund size(List<MemberStress> members, int bufferBps, long floorMinor) {
        int scenarios = members.isEmpty() ? 0 : members.getFirst().lossMinor().length;
        if (scenarios == 0 || members.stream().anyMatch(member -> member.lossMinor().length != scenarios)) {
            throw new IllegalArgumentException("a fund needs members, with as many scenarios each");
        }
        int worst = 0;
        long cover1 = 0;
        long cover2 = -1;
        for (int scenario = 0; scenario < scenarios; scenario++) {
            long[] two = greatestTwo(members, scenario);
            cover1 = Math.max(cover1, two[0]);
            long sum = Math.addExact(two[0], two[1]);
            worst = sum > cover2 ? scenario : worst;
            cover2 = Math.max(cover2, sum);
        }
        long buffer = Math.ceilDiv(Math.multiplyExact(cover2, (long) bufferBps), UNIT_BPS);
        long floors = Math.multiplyExact(floorMinor, (long) members.size());
        long size = Math.max(Math.addExact(cover2, buffer), floors);
        return new DefaultFund(worst, cover1, cover2, size, contributions(members, size, floorMinor));
    }

    private static long[] greatestTwo(List<MemberStress> members, int scenario) {
        Map<String, Long> groups = new TreeMap<>();
        for (MemberStress member : members) {
            groups.merge(member.group(), member.uncoveredMinor(scenario), Math::addExact);
        }
        long[] sorted =
                groups.values().stream().mapToLong(Long::longValue).sorted().toArray();
        int last = sorted.length - 1;
        return new long[] {sorted[last], last > 0 ? sorted[last - 1] : 0};
    }

    /** The floors, and what is left by trailing margin with the largest remainders; equal ones go to the earlier member. */
    private static long[] contributions(List<MemberStress> members, long size, long floorMinor) {
        int count = members.size();
        long[] shares = new long[count];
        Arrays.fill(shares, floorMinor);
        long left = size - floorMinor * count;
        long total = members.stream().mapToLong(MemberStress::meanMarginMinor).reduce(0, Math::addExact);
        long given = 0;
        BigInteger[] remainders = new BigInteger[count];
        for (int i = 0; i < count; i++) {
            long weight = total == 0 ? 1 : members.get(i).meanMarginMinor();
            BigInteger[] parts = BigInteger.valueOf(left)
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(BigInteger.valueOf(total == 0 ? count : total));
            shares[i] += parts[0].longValueExact();
            given += parts[0].longValueExact();
            remainders[i] = parts[1];
        }
        List<Integer> order = Arrays.stream(range(count))
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(i -> remainders[i])
                        .reversed())
                .toList();
        for (int i = 0; i < left - given; i++) {
            shares[order.get(i)]++;
        }
        return shares;
    }

    private static int[] range(int count) {
        int[] range = new int[count];
        Arrays.setAll(range, i -> i);
        return range;
    }
}
