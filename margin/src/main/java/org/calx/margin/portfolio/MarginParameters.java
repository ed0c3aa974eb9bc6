package org.calx.margin.portfolio;

import java.util.List;

/**
 * Everything that margin depends on beside the positions.
 *
 * @param currency currency of all amounts
 * @param accountRatio factor × 10,000 on the sum over products: 10,000 for members, more where an account pays more
 * @param products each with its policy
 * @param interCommoditySpreads credits between {@link SpanProduct}s
 * @param scanningSpreads spreads between {@link SpanProduct}s that are scanned together before anything else
 */
public record MarginParameters(
        String currency,
        long accountRatio,
        List<ProductMargin> products,
        List<ProductSpread> interCommoditySpreads,
        List<ProductSpread> scanningSpreads) {}
