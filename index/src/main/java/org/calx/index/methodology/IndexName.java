package org.calx.index.methodology;

/**
 * Names of indices: {@code H100}, of a region {@code H100.EU}, in renminbi {@code H100.CNY}; a family of it {@code H100-QUOTE},
 * {@code H100-TRADE}, {@code H100-BASIS}; trades of one-month terms {@code H100-MONTH}.
 */
public final class IndexName {
    /** The composite of all data-centre models, in index points. */
    public static final String COMPOSITE = "GPU";

    static final String QUOTE = "-QUOTE";
    static final String TRADE = "-TRADE";
    static final String BASIS = "-BASIS";
    static final String MONTH = "-MONTH";

    private IndexName() {}

    static String of(String model, String currency) {
        return currency.equals("USD") ? model : model + "." + currency;
    }

    static boolean isOfMonth(String index) {
        return index.endsWith(MONTH);
    }

    static boolean isOfRegion(String index) {
        return index.indexOf('.') > 0 && !index.endsWith(".CNY");
    }

    static String ofRegion(String model, String region) {
        return model + "." + region;
    }
}
