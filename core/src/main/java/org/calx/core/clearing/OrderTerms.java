package org.calx.core.clearing;

import org.calx.core.reference.Accounts;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.margin.ProductCharges;
import org.calx.margin.ScanningRisk;
import org.calx.model.Currency;
import org.calx.model.ProductParameters;

/** What a fill of an order costs, by the tables that are in force. */
final class OrderTerms {
    private final Products products;
    private final Instruments instruments;
    private final Accounts accounts;

    OrderTerms(Products products, Instruments instruments, Accounts accounts) {
        this.products = products;
        this.instruments = instruments;
        this.accounts = accounts;
    }

    /** The risk arrays, multiplied by rating. */
    long[] losses() {
        return instruments.riskArrays().losses();
    }

    /** Where the instrument's array for this account begins in {@link #losses}. */
    int arrayOffset(int accountId, int instrumentId) {
        return instruments
                .riskArrays()
                .offset(instrumentId, accounts.risk(accountId).rating());
    }

    ProductCharges charges(int instrumentId) {
        return products.charges(instruments.productId(instrumentId));
    }

    Currency currency(int instrumentId) {
        return currencyOfProduct(instruments.productId(instrumentId));
    }

    Currency currencyOfProduct(int productId) {
        return products.spec(productId).currency();
    }

    ProductParameters parameters(int instrumentId) {
        return products.parameters(instruments.productId(instrumentId));
    }

    /** The price by which lots count as exposure: the valuation price, of an option that of its underlying. */
    long notionalPriceMicros(int instrumentId) {
        return instruments.prices().valuationMicros(instruments.underlyingId(instrumentId));
    }

    /** What one lot loses at once if it fills at this limit. */
    long lossAtOnceMicros(int instrumentId, int sign, long priceTicks) {
        return ScanningRisk.lossAtOnceMicros(
                sign,
                priceTicks * instruments.tickMicros(instrumentId),
                instruments.prices().fillReferenceMicros(instrumentId),
                instruments.unitsPerLot(instrumentId),
                parameters(instrumentId).highestFeeMicrosPerLot());
    }

    /** Value of signed lots at a price in micros per unit. */
    long valueMicros(int instrumentId, long lots, long priceMicros) {
        return Math.multiplyExact(lots * instruments.unitsPerLot(instrumentId), priceMicros);
    }
}
