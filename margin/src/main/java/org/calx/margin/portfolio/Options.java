package org.calx.margin.portfolio;

import java.util.Arrays;
import java.util.List;
import org.calx.model.ShortOptionMethod;

/** Counts and values the options of a product. */
final class Options {
    private final int[] calls;
    private final int[] puts;
    private final long[] prices;
    private final int[] narrowPrices;
    private final long largestPrice;
    private long shortCalls;
    private long shortPuts;
    private long netValue;

    Options(List<MarginContract> contracts) {
        calls = maskOf(contracts, ContractKind.CALL);
        puts = maskOf(contracts, ContractKind.PUT);
        prices = contracts.stream()
                .mapToLong(contract -> contract.kind().isOption() ? contract.optionPrice() : 0)
                .toArray();
        narrowPrices = Arrays.stream(prices).mapToInt(price -> (int) price).toArray();
        largestPrice = Arrays.stream(prices).map(Math::absExact).max().orElse(0);
    }

    /** All ones where a contract is of the kind. */
    private static int[] maskOf(List<MarginContract> contracts, ContractKind kind) {
        return contracts.stream()
                .mapToInt(contract -> contract.kind() == kind ? -1 : 0)
                .toArray();
    }

    /** The largest value of a lot. */
    long largestPrice() {
        return largestPrice;
    }

    /** Looks at all lots. @param sumBits of sums of lots times what is no smaller than {@link #largestPrice} */
    void count(Lots lots, int sumBits) {
        if (sumBits < Integer.SIZE) {
            count(lots.narrow());
        } else {
            count(lots.all());
        }
    }

    private void count(int[] lots) {
        int ofCalls = 0;
        int ofPuts = 0;
        int value = 0;
        for (int i = 0; i < lots.length; i++) {
            int shortLots = Math.max(0, -lots[i]);
            ofCalls += shortLots & calls[i];
            ofPuts += shortLots & puts[i];
            value += lots[i] * narrowPrices[i];
        }
        shortCalls = ofCalls;
        shortPuts = ofPuts;
        netValue = value;
    }

    private void count(long[] lots) {
        shortCalls = 0;
        shortPuts = 0;
        netValue = 0;
        for (int i = 0; i < lots.length; i++) {
            long shortLots = Math.max(0, -lots[i]);
            shortCalls += shortLots & calls[i];
            shortPuts += shortLots & puts[i];
            netValue += lots[i] * prices[i];
        }
    }

    /** Value of the options held less that of the options owed. */
    long netValue() {
        return netValue;
    }

    /** Net short lots by a method of counting. */
    long shortLots(ShortOptionMethod method) {
        return method == ShortOptionMethod.SUM ? shortCalls + shortPuts : Math.max(shortCalls, shortPuts);
    }
}
