package org.calx.app.scenario;

import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.OptionTerms;
import org.calx.model.OptionType;
import org.calx.model.ProductParameters;
import org.calx.model.VenueLimits;

/** Specifications in words: named fields in any order, with a default for each that is left out. */
final class SpecWords {
    private static final int DEFAULT_UNITS_PER_LOT = 730;
    private static final long DEFAULT_STALE_NS = 3_600_000_000_000L;

    private final ScenarioDictionary names;

    SpecWords(ScenarioDictionary names) {
        this.names = names;
    }

    Currency currency(Words words) {
        String word = words.next("a currency");
        for (Currency currency : Currency.values()) {
            if (currency.name().equals(word)) {
                return currency;
            }
        }
        throw new IllegalArgumentException("a currency must be one of USD, EUR, CNY, found '" + word + "'");
    }

    /** Limits for a small venue: 64 accounts, 64 instruments, 1,024 orders. */
    VenueLimits limits(Words words) {
        int accounts = 64;
        int instruments = 64;
        int orders = 1_024;
        int ordersPerAccount = 100;
        int fills = 100;
        int window = 64;
        int clientIds = 16;
        while (words.hasNext()) {
            String field = words.next("a field");
            switch (field) {
                case "accounts" -> accounts = words.nextInt(field);
                case "instruments" -> instruments = words.nextInt(field);
                case "orders" -> orders = words.nextInt(field);
                case "orders-per-account" -> ordersPerAccount = words.nextInt(field);
                case "fills" -> fills = words.nextInt(field);
                case "window" -> window = words.nextInt(field);
                case "client-ids" -> clientIds = words.nextInt(field);
                default ->
                    throw unknown(
                            field, "accounts, instruments, orders, orders-per-account, fills, window, client-ids");
            }
        }
        return new VenueLimits(accounts, instruments, orders, ordersPerAccount, fills, window, clientIds);
    }

    ProductParameters parameters(Words words) {
        int productId = names.products.id(words.next("a product"));
        long tickMicros = names.productTickMicros(productId);
        long makerFee = 0;
        long takerFee = 0;
        long settlementFee = 0;
        long band = 200_000;
        long protection = 50_000;
        long maxOrder = 1_000;
        long positionLimit = 5_000;
        long calendarCharge = 0;
        long spread = 100_000;
        long minLots = 10;
        long staleNs = DEFAULT_STALE_NS;
        while (words.hasNext()) {
            String field = words.next("a field");
            switch (field) {
                case "maker-fee" -> makerFee = words.nextMicros(field);
                case "taker-fee" -> takerFee = words.nextMicros(field);
                case "settlement-fee" -> settlementFee = words.nextMicros(field);
                case "band" -> band = words.nextMicros(field);
                case "protection" -> protection = words.nextMicros(field);
                case "max-order" -> maxOrder = words.nextLong(field);
                case "position-limit" -> positionLimit = words.nextLong(field);
                case "calendar-charge" -> calendarCharge = words.nextMicros(field);
                case "settlement-spread" -> spread = words.nextMicros(field);
                case "settlement-lots" -> minLots = words.nextLong(field);
                case "stale" -> staleNs = ScenarioTime.durationNs(words.next("a duration"));
                default ->
                    throw unknown(
                            field,
                            "maker-fee, taker-fee, settlement-fee, band, protection, max-order,"
                                    + " position-limit, calendar-charge, settlement-spread, settlement-lots, stale");
            }
        }
        return new ProductParameters(
                productId,
                makerFee,
                takerFee,
                settlementFee,
                ticks(band, tickMicros),
                ticks(protection, tickMicros),
                maxOrder,
                positionLimit,
                calendarCharge,
                ticks(spread, tickMicros),
                minLots,
                staleNs);
    }

    InstrumentSpec instrument(Words words) {
        String symbol = words.next("a symbol");
        words.expect("product");
        int productId = names.products.id(words.next("a product"));
        words.expect("fixings");
        int firstFixing = words.nextDay("the first fixing day");
        int lastFixing = words.nextDay("the last fixing day");
        int lastTrading = lastFixing;
        int units = DEFAULT_UNITS_PER_LOT;
        long reference = 0;
        OptionTerms option = null;
        while (words.hasNext()) {
            String field = words.next("a field");
            switch (field) {
                case "last-trading" -> lastTrading = words.nextDay(field);
                case "units" -> units = words.nextInt(field);
                case "reference" -> reference = words.nextMicros(field);
                case "call" -> option = option(OptionType.CALL, words);
                case "put" -> option = option(OptionType.PUT, words);
                default -> throw unknown(field, "last-trading, units, reference, call, put");
            }
        }
        return new InstrumentSpec(
                names.instruments.define(symbol),
                symbol,
                productId,
                firstFixing,
                lastFixing,
                lastTrading,
                units,
                reference,
                option);
    }

    private OptionTerms option(OptionType type, Words words) {
        long strike = words.nextMicros("a strike");
        words.expect("on");
        return new OptionTerms(names.instruments.id(words.next("the underlying")), type, strike);
    }

    static long ticks(long priceMicros, long tickMicros) {
        if (priceMicros % tickMicros != 0) {
            throw new IllegalArgumentException("a price must be a multiple of the tick "
                    + ScenarioDictionary.decimal(tickMicros) + ", found " + ScenarioDictionary.decimal(priceMicros));
        }
        return priceMicros / tickMicros;
    }

    private static IllegalArgumentException unknown(String field, String allowed) {
        return new IllegalArgumentException("expected one of " + allowed + ", found '" + field + "'");
    }
}
