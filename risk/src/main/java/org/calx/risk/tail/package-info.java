/** Value at risk and expected shortfall of a portfolio by simulation, and what each position contributes to them. */
package org.calx.risk.tail;
