package org.calx.margin;

import java.util.List;

/**
 * What an account has in one product.
 *
 * @param charges what the product charges
 * @param months what the account has in each month
 */
public record ProductExposure(int productId, ProductCharges charges, List<MonthExposure> months) {}
