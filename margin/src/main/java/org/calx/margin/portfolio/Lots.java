package org.calx.margin.portfolio;

import java.util.List;
import org.calx.model.ShortOptionMethod;

/**
 * The lots of a product, looked at in one pass: whether sums of lots times amounts fit a {@code long}, so that loops over them
 * need not look at each step; what is short of options, and what they are worth.
 */
final class Lots {
    private final long[] calls;
    private final long[] puts;
    private final long[] prices;
    private final long largest;
    private int sumBits;
    private long shortCalls;
    private long shortPuts;
    private long netOptionValue;

    /** @param largestAmount the largest that lots will be multiplied by, option prices apart */
    Lots(List<MarginContract> contracts, long largestAmount) {
        calls = maskOf(contracts, ContractKind.CALL);
        puts = maskOf(contracts, ContractKind.PUT);
        prices = contracts.stream()
                .mapToLong(contract -> contract.kind().isOption() ? contract.optionPrice() : 0)
                .toArray();
        long most = Math.max(1, largestAmount);
        for (long price : prices) {
            most = Math.max(most, Math.absExact(price));
        }
        largest = most;
    }

    /** All ones where a contract is of the kind. */
    private static long[] maskOf(List<MarginContract> contracts, ContractKind kind) {
        return contracts.stream()
                .mapToLong(contract -> contract.kind() == kind ? -1 : 0)
                .toArray();
    }

    /**
     * Looks at the signed lots of each contract.
     *
     * @throws ArithmeticException if sums of them times amounts might not fit
     */
    void look(long[] lots) {
        long bits = 0;
        long ofCalls = 0;
        long ofPuts = 0;
        long value = 0;
        for (int i = 0; i < lots.length; i++) {
            long negative = lots[i] >> 63;
            long shortLots = -(lots[i] & negative);
            ofCalls += shortLots & calls[i];
            ofPuts += shortLots & puts[i];
            value += lots[i] * prices[i];
            bits |= lots[i] ^ negative;
        }
        requireFit(lots, bits);
        shortCalls = ofCalls;
        shortPuts = ofPuts;
        netOptionValue = value;
    }

    private void requireFit(long[] lots, long bits) {
        int most = Long.SIZE - Long.numberOfLeadingZeros(bits);
        int count = Integer.SIZE - Integer.numberOfLeadingZeros(lots.length);
        int amount = Long.SIZE - Long.numberOfLeadingZeros(largest);
        sumBits = most + count + amount;
        if (sumBits >= Long.SIZE) {
            Math.multiplyExact(largest, sum(lots));
        }
    }

    private static long sum(long[] lots) {
        long sum = 0;
        for (long signed : lots) {
            sum = Math.addExact(sum, Math.absExact(signed));
        }
        return sum;
    }

    /** Bits that are enough for the size of any sum of the lots times amounts, without its sign: below 32 if all fit an {@code int}. */
    int sumBits() {
        return sumBits;
    }

    /** Value of the options held less that of the options owed. */
    long netOptionValue() {
        return netOptionValue;
    }

    /** Net short lots of options by a method of counting. */
    long shortLots(ShortOptionMethod method) {
        return method == ShortOptionMethod.SUM ? shortCalls + shortPuts : Math.max(shortCalls, shortPuts);
    }
}
