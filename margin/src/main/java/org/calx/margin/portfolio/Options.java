package org.calx.margin.portfolio;

import java.util.List;
import java.util.stream.IntStream;
import org.calx.model.ShortOptionMethod;

/** Counts and values the options of a product. */
final class Options {
    private final int[] calls;
    private final int[] puts;
    private final long[] prices;
    private final long largestPrice;

    Options(List<MarginContract> contracts) {
        calls = places(contracts, ContractKind.CALL);
        puts = places(contracts, ContractKind.PUT);
        prices = contracts.stream()
                .mapToLong(contract -> contract.kind().isOption() ? contract.optionPrice() : 0)
                .toArray();
        long largest = 1;
        for (long price : prices) {
            largest = Math.max(largest, Math.absExact(price));
        }
        largestPrice = largest;
    }

    private static int[] places(List<MarginContract> contracts, ContractKind kind) {
        return IntStream.range(0, contracts.size())
                .filter(i -> contracts.get(i).kind() == kind)
                .toArray();
    }

    /** The largest value of a lot, at least 1: see {@link Lots#requireFit}. */
    long largestPrice() {
        return largestPrice;
    }

    /** Value of the options held less that of the options owed. */
    long netValue(long[] quantities) {
        long value = 0;
        for (int i = 0; i < prices.length; i++) {
            value += quantities[i] * prices[i];
        }
        return value;
    }

    /** Net short lots by a method of counting. */
    long shortLots(long[] quantities, ShortOptionMethod method) {
        long shortCalls = shortLots(quantities, calls);
        long shortPuts = shortLots(quantities, puts);
        return method == ShortOptionMethod.SUM ? shortCalls + shortPuts : Math.max(shortCalls, shortPuts);
    }

    private static long shortLots(long[] quantities, int[] places) {
        long lots = 0;
        for (int place : places) {
            lots += Math.max(0, -quantities[place]);
        }
        return lots;
    }
}
