package org.calx.core.clearing;

import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.margin.ScanningRisk;
import org.calx.model.ProductParameters;

/** What a fill of an order costs, by the tables that are in force. */
final class OrderTerms {
    private final Products products;
    private final Instruments instruments;

    OrderTerms(Products products, Instruments instruments) {
        this.products = products;
        this.instruments = instruments;
    }

    ProductParameters parameters(int instrumentId) {
        return products.parameters(instruments.productId(instrumentId));
    }

    /** What one lot loses at once if it fills at this limit. */
    long lossAtOnceMicros(int instrumentId, int sign, long priceTicks) {
        return ScanningRisk.lossAtOnceMicros(
                sign,
                priceTicks * instruments.tickMicros(instrumentId),
                instruments.prices().valuationMicros(instrumentId),
                instruments.unitsPerLot(instrumentId),
                parameters(instrumentId).highestFeeMicrosPerLot());
    }

    /** Value of signed lots at a price in micros per unit. */
    long valueMicros(int instrumentId, long lots, long priceMicros) {
        return Math.multiplyExact(lots * instruments.unitsPerLot(instrumentId), priceMicros);
    }
}
