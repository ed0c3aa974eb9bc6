/** Whether forecasts of value at risk and expected shortfall have held. */
package org.calx.risk.backtest;
