/** Functions and methods that every value stands on: normal distribution, quadrature, root finding, least squares. */
package org.calx.pricing.numeric;
