/** The little numerical analysis that the estimators need: minimisation, small matrices, special functions, quantiles. */
package org.calx.risk.numeric;
