/**
 * Independent libraries as judges of our numerics, on random inputs: QuantLib, arch and statsmodels from the Python package index.
 * Where there is no Python or the index does not answer, these tests say so and are left out.
 */
package org.calx.acceptance.judges;
