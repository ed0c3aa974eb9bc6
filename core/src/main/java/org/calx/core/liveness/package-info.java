/**
 * Whether those who sent orders are still there: sessions that end when a client or its gateway is gone, and countdowns
 * that accounts must set again and again. Remembers, and says what is due at a log time; cancels nothing itself. Knows no
 * books or money.
 */
package org.calx.core.liveness;
