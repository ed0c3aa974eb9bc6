package org.calx.risk.array;

/**
 * How far a product's prices and volatilities are scanned.
 *
 * @param price price scan range, per unit of the underlying
 * @param volatility volatility scan range, absolute, per square root of a year
 * @param extremeMultiple extreme move in price scan ranges
 * @param extremeCover covered share of the extreme loss
 * @param lookAheadYears time that passes in every scenario
 */
public record ScanRange(
        double price, double volatility, double extremeMultiple, double extremeCover, double lookAheadYears) {}
