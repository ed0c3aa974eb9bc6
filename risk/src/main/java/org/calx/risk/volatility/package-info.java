/** Volatility: EWMA, GARCH(1,1) and GJR by maximum likelihood; realised and range estimators; the volatility state. */
package org.calx.risk.volatility;
