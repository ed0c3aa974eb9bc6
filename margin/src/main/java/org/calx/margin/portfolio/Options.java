package org.calx.margin.portfolio;

import java.util.List;
import java.util.stream.IntStream;
import org.calx.model.ShortOptionMethod;

/** Counts and values the options of a product. */
final class Options {
    private final int[] contracts;
    private final boolean[] isCall;
    private final long[] prices;

    Options(List<MarginContract> contractList) {
        contracts = IntStream.range(0, contractList.size())
                .filter(i -> contractList.get(i).kind().isOption())
                .toArray();
        isCall = new boolean[contracts.length];
        prices = new long[contracts.length];
        for (int i = 0; i < contracts.length; i++) {
            isCall[i] = contractList.get(contracts[i]).kind() == ContractKind.CALL;
            prices[i] = contractList.get(contracts[i]).optionPrice();
        }
    }

    /** Value of the options held less that of the options owed. */
    long netValue(long[] quantities) {
        long value = 0;
        for (int i = 0; i < contracts.length; i++) {
            value = Math.addExact(value, Math.multiplyExact(quantities[contracts[i]], prices[i]));
        }
        return value;
    }

    /** Net short lots by a method of counting. */
    long shortLots(long[] quantities, ShortOptionMethod method) {
        long calls = 0;
        long puts = 0;
        for (int i = 0; i < contracts.length; i++) {
            long shortLots = Math.max(0, -quantities[contracts[i]]);
            calls += isCall[i] ? shortLots : 0;
            puts += isCall[i] ? 0 : shortLots;
        }
        return method.count(calls, puts);
    }
}
