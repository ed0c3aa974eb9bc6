/**
 * European options on futures: Black-76 and Bachelier, one by one or in columns.
 *
 * <p>{@link org.calx.pricing.vanilla.Kernels} chooses between a scalar kernel and a vector one, which give the same bits.
 * The domain and what happens outside it stand in {@code docs/spec/pricing.md}.
 */
package org.calx.pricing.vanilla;
